package org.mingzhang.command.budget;

/** The classification a code is looked up in. */
public enum CodeKind {
    FUNCTION,
    DEPT_ECONOMIC,
    GOV_ECONOMIC
}
