package org.mingzhang.command.intake;

/** What an import would do with a row. */
public enum Verdict {
    ADDED,
    CHANGED,
    UNCHANGED,
    /** Something is wrong with it; nothing of the workbook is recorded before it is mended. */
    UNFIT
}
