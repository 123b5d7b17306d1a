package org.mingzhang.query.disclosure;

/** What a row of a table is, so that it can be drawn and read out accordingly. */
public enum RowKind {
    /** The sum of the table. */
    TOTAL,
    /** The sum of a department, a unit or a class. */
    SUBTOTAL,
    /** One subject, project or pair of codes. */
    ITEM,
    /** A further line of the row above, such as the second indicator of a project. */
    CONTINUATION,
    /** Words that head the rows below inside a free-form table. */
    LABEL
}
