/**
 * Where supplements come from, as people see it: the sources of a division's year, what is held, drawn and left of each,
 * and by which documents.
 *
 * <p>Whoever works for the whole division sees every document; a department sees what it may choose and its own.
 */
@NullMarked
package org.mingzhang.query.funds;

import org.jspecify.annotations.NullMarked;
