/**
 * Global search (全局搜索): budgets, units, projects, lines, adjustments and documents by word, code, number or amount.
 *
 * <p>Decision: an index of Lucene in memory on every node, made from the facts at the start and kept up behind them,
 * budget by budget. PostgreSQL's trigrams leave out Chinese in many locales and need three characters, H2 has none, and a
 * scan of hundreds of thousands of lines is no answer while somebody types. The index holds nothing that the facts do
 * not say, so that losing it loses nothing, and nothing has to be migrated.
 *
 * <p>Rights are part of the question: of each budget there are entries for those whose budget it is, as it stands, and
 * entries for everybody, as it was released; which budgets are whose is asked of the same shelf as for every page.
 *
 * <p>As of an instant is found what stands now and was there by then, under the words of now, and of releases what the one of
 * then said: the index keeps since when each entry is there. A release is there from the position at which it was published,
 * which is later than the one up to which it tells and by which links name it; whoever asks for exactly the latter finds that
 * release, as lists and comparisons do. Found at a position, links to what is everybody's name the release, because its pages
 * know no other positions. What has been removed or renamed since is read on the page of
 * its budget as of then; a second index of all that ever was would be many times as large. Codes are those of the year of the
 * instant; people are no part of the ledger and are found now only.
 */
@NullMarked
package org.mingzhang.query.search;

import org.jspecify.annotations.NullMarked;
