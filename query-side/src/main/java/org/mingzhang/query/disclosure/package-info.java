/**
 * The disclosure tables: what they are filled from, how they are filled, and what comes out.
 *
 * <p>{@link org.mingzhang.query.disclosure.BudgetFacts} is everything a table may know; templates (data, in {@code
 * resources/tables/}) say which sums stand where; {@link org.mingzhang.query.disclosure.Tabulator} is the pure function
 * between them and {@link org.mingzhang.query.disclosure.Table}. Amounts stay exact to the fen in a table; they are
 * rounded once, when a cell is printed in a unit (tables.md §0 rule 2). No class here is named after a table: what a
 * table looks like is data.
 */
@NullMarked
package org.mingzhang.query.disclosure;

import org.jspecify.annotations.NullMarked;
