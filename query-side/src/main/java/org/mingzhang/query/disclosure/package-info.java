/**
 * Tables are data: a template asks questions of facts, and the {@link org.mingzhang.query.disclosure.Tabulator} answers.
 *
 * <p>Every amount in every table is the sum of the lines that satisfy the predicate of its row and the predicate of its
 * column; there are no formulas over cells. Totals are therefore never computed from printed or rounded cells, no cycle
 * can occur, and the lines behind a cell are found by asking the same predicates again. Templates are YAML under {@code
 * tables/}, read so strictly that one that is only half understood stops the start; a locality lays a file with a few
 * changed keys over them. Lines are added up in one pass for each table, only as far apart as the table asks. A class
 * named after a table is a mistake.
 */
@NullMarked
package org.mingzhang.query.disclosure;

import org.jspecify.annotations.NullMarked;
