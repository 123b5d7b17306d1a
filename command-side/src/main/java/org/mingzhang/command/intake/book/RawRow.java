package org.mingzhang.command.intake.book;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number as the spreadsheet counts, from 1; of a CSV the line on which it begins
 */
public record RawRow(int number, List<RawCell> cells) {}
