/**
 * What the log has been folded into, and how it is asked.
 *
 * <p>Money is append-only postings; texts, targets and structure are rows with an interval of positions. Reading as of a
 * position is therefore a predicate. On the effective clock money says for itself from which day it counts; of words the
 * event says it, which is looked up in the log ({@link org.mingzhang.query.facts.EffectiveRows}). Everything here can be dropped and made again from the log.
 *
 * <p>Releases are rows here too, and not entities: a release is the event {@code disclosure-published}, and a table of
 * its own beside the log could say something else.
 *
 * <p>Decision: the income of an adjusted budget is folded from the postings of its expenditure ({@code FollowingRevenue}) and
 * is in no event. A document names where its money comes from, and its lines name fund and year, which is all that the tables of
 * income ask; two places for one figure could differ. It stands on lines of its own, beside those that were approved. A unit's
 * own money of the year is the one that no line tells the item of: it counts in the totals, no item shows it, and the tables say so.
 */
@NullMarked
package org.mingzhang.query.facts;

import org.jspecify.annotations.NullMarked;
