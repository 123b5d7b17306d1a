/**
 * The reading API: budgets and their tables as JSON, CSV and XLSX.
 *
 * <p>It is stable: fields and addresses are only ever added. It shows to each reader exactly what the pages show, because
 * both ask the same shelf; the public reads released positions only. What cannot be read is a problem document (RFC
 * 9457), and what may not be read is the same 404 as what does not exist.
 */
@NullMarked
package org.mingzhang.query.api;

import org.jspecify.annotations.NullMarked;
