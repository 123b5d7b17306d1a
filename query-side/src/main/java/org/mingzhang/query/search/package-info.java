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
 */
@NullMarked
package org.mingzhang.query.search;

import org.jspecify.annotations.NullMarked;
