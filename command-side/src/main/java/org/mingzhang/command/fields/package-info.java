/**
 * Named fields to values, wherever they come from: a form, JSON, or a row of a sheet.
 *
 * <p>Every field that cannot be read is noted with its name and the rule it breaks, and reading goes on; so a page, the
 * API and an import say everything that is wrong at once, and say the same.
 */
@NullMarked
package org.mingzhang.command.fields;

import org.jspecify.annotations.NullMarked;
