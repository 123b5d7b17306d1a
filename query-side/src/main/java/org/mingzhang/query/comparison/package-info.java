/**
 * Year over year (年度对比): any years of a department, of one of its units, of several departments or of a whole division
 * beside each other, at every level of every classification.
 *
 * <p>Decisions. A year is what is kept of it, and otherwise what was stated to have been printed of it; what nobody knows is
 * unknown, which is printed as 未公布 and compared with nothing, while nothing is nothing. Whoever asks sees of each year what
 * {@link org.mingzhang.query.web.BudgetShelf} lets them see: the public the releases, so that a year without one is as unknown
 * to them as one that never was. In 万元 differences are taken of the printed amounts, as released texts do it, so that 持平 and
 * 0.01 % cannot stand together; in 元 they are exact (disclosure-rules.md §2.1). Everything between the sums that the database
 * gives and the words on the page is a function on values.
 *
 * <p>The postings of a budget up to a position never change, so that what they add up to is kept ({@code SumsKept}), whoever
 * asked first: up to where somebody may read is decided before ({@code ComparedBudgets}) and is part of the question. What is
 * kept is proved to be what the database adds up ({@code PostingSums}), which still answers as of a day.
 *
 * <p>The budget bridge has its place here: it asks the same years, and its bars are the reasons between two of them.
 */
@NullMarked
package org.mingzhang.query.comparison;

import org.jspecify.annotations.NullMarked;
