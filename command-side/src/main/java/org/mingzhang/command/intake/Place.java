package org.mingzhang.command.intake;

/**
 * A place in the workbook.
 *
 * @param row as the spreadsheet counts, from 1; 0 for the sheet as a whole
 * @param field the column's field; empty for the row as a whole
 */
public record Place(SheetKind sheet, int row, String field) {}
