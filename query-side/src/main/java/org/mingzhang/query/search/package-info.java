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
 * <p>As of an instant is found what was there then, under the words and with the amounts of then, also what has been removed
 * or renamed since, and nothing that came later. An index of all that ever was would be many times as large; so a budget to
 * which nothing has happened since is found in the index as it stands, and each other one of those that whoever asks may see
 * is read from the facts as of then into a small index of that moment ({@code IndexThen}), which is kept while people ask for
 * it; whoever asks waits for that a few seconds at most and is told while something is missing. On the effective clock
 * every budget is read so. Of releases the index keeps each, since when it was out and until when: a release is there from
 * the position at which it was published, which is later than the one up to which it tells and by which links name it;
 * whoever asks for exactly the latter finds that release, as lists and comparisons do. Found at a position, links to what is
 * everybody's name the release, because its pages know no other positions. Codes are those of the year of the instant; people
 * are no part of the ledger and are found now only.
 */
@NullMarked
package org.mingzhang.query.search;

import org.jspecify.annotations.NullMarked;
