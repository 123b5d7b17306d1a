package org.mingzhang.command.intake.book;

import java.util.List;

/**
 * A sheet, or a file of CSV.
 *
 * @param merged ranges of merged cells, such as B3:C4
 */
public record RawSheet(String name, List<RawRow> rows, List<String> merged) {}
