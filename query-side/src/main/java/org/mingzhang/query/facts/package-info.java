/**
 * What the log has been folded into, and how it is asked.
 *
 * <p>Money is append-only postings; texts, targets and structure are rows with an interval of positions. Reading as of a
 * position is therefore a predicate. On the effective clock money says for itself from which day it counts; of words the
 * event says it, which is looked up in the log ({@link org.mingzhang.query.facts.EffectiveRows}). Everything here can be dropped and made again from the log.
 *
 * <p>Releases are rows here too, and not entities: a release is the event {@code disclosure-published}, and a table of
 * its own beside the log could say something else.
 */
@NullMarked
package org.mingzhang.query.facts;

import org.jspecify.annotations.NullMarked;
