/**
 * A filled table as CSV, XLSX and JSON, and the digest of a whole disclosure.
 *
 * <p>All of them are written from the one model of {@link org.mingzhang.query.disclosure.Table}, head, cells and notes
 * alike, so that no format can say something another does not. Amounts are rounded here, once, into the unit that is
 * asked for; the digest is taken over exact fen and knows no unit.
 * It covers the notes as well, those that give the department's own reason for an empty table included: what is hashed
 * is what is shown once it is published, no more and no less, and its canonical text is public beside the tables. Texts that people typed never become formulas.
 */
@NullMarked
package org.mingzhang.query.export;

import org.jspecify.annotations.NullMarked;
