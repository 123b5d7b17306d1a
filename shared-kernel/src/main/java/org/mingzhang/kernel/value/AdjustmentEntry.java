package org.mingzhang.kernel.value;

/**
 * One line of an adjustment.
 *
 * @param classification of the line; of one that is new, what it will be counted under
 * @param change in fen: less than zero for a line that gives, more for one that gets
 */
public record AdjustmentEntry(LineKey line, Classification.Expenditure classification, Amount change) {}
