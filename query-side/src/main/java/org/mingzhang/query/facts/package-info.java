/**
 * What the log has been folded into, and how it is asked.
 *
 * <p>Money is append-only postings; texts, targets and structure are rows with an interval of positions. Reading as of a
 * position is therefore a predicate. Everything here can be dropped and made again from the log.
 */
@NullMarked
package org.mingzhang.query.facts;

import org.jspecify.annotations.NullMarked;
