package org.mingzhang.command.budget;

/** Which of the two lists of lines a key belongs to; both share one space of keys. */
public enum LineSide {
    EXPENDITURE,
    REVENUE
}
