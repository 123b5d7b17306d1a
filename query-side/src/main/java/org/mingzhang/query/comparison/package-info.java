/**
 * Year over year (年度对比): any years of a department, of one of its units, of several departments or of a whole division
 * beside each other, at every level of every classification.
 *
 * <p>Decisions. A year is what is kept of it, and otherwise what was stated to have been printed of it; what nobody knows is
 * unknown, which is printed as 未公布 and compared with nothing, while nothing is nothing. Whoever asks sees of each year what
 * {@link org.mingzhang.query.web.BudgetShelf} lets them see: the public the releases, so that a year without one is as unknown
 * to them as one that never was. Of a year whose final accounts are disclosed they read the adjusted budget, what was executed
 * and the final accounts as of that disclosure, which is an event with a position of its own; the year is closed by then, so
 * that nothing lies there that the accounts do not tell. The initial budget stays that of the release, with its names. What was
 * executed is unknown to the public before, also where a later release of the budget lies behind some months of it: a part of
 * a year is not a figure that anybody answered for. How a budget was adjusted is told to the public by a later release or by
 * disclosed final accounts; before, the adjusted budget that they read is the released one, and that is said. Accounts of a budget that was never released stay unknown with it. A code whose lines add up to nothing in every year, such as one
 * that was drafted and removed, is no row; one of which a text prints a nought is. In 万元 differences are taken of the printed amounts, as released texts do it, so that 持平 and
 * 0.01 % cannot stand together; in 元 they are exact (disclosure-rules.md §2.1). Everything between the sums that the database
 * gives and the words on the page is a function on values.
 *
 * <p>The budget bridge ({@code Bridge}) asks the same years, and its steps are the reasons between two of them. It works on
 * postings and not on sums, so that each step is added up of its own movements, opens them, and is never what the others
 * leave; the value itself refuses steps that do not add up. Within a year a step is an adjustment in effect, under the reason
 * class that its document states; one that is marked as a cut of total or key expenditure (预算法第六十七条) stands with those,
 * whatever class it states beside the mark, as one did that stated it as its class before there were marks: that the congress
 * had to approve it says more of the difference. A shift is one of nothing with what it shifts. From one year to a later
 * one a step is a project that is new, has ended or goes on, personnel and operating cost, or money left over from last year: lines have keys
 * that mean nothing in another year, and these are what the facts hold in both. Money of a unit that came from another
 * department is a step of its own before the rest is compared like for like, so that the start stays what was published; a
 * department that only began with units of others starts from nothing. A project under another code goes on.
 * Where of one year only printed figures are known, one step is unexplained, with source and stated reason; where nothing is
 * known there is no bridge. Lines are allocated without a document, so that the document of such a step is the approval of the
 * budget in which they stand. It looks up the budgets of its one department instead of listing all, which alone would take
 * longer than it may. What comes from others is read as whoever asks may read it there, so that nobody learns from a
 * step what is not released elsewhere.
 *
 * <p>The postings of a budget up to a position never change, so that what they add up to is kept ({@code SumsKept}), whoever
 * asked first: up to where somebody may read is decided before ({@code ComparedBudgets}) and is part of the question. To add up
 * a million postings takes H2 nine seconds, whatever reads them; so the projection stores what a budget adds up to where
 * everybody will read it, with each release and with disclosed final accounts ({@link org.mingzhang.query.facts.SumsWriter}),
 * one row of bytes for each, and of what came later the postings alone are read ({@code SumsReader}). All of it is read
 * into memory while the server starts ({@code SumsAhead}). What is kept is proved to be what the database adds up
 * ({@code PostingSums}), which still answers as of a day.
 */
@NullMarked
package org.mingzhang.query.comparison;

import org.jspecify.annotations.NullMarked;
