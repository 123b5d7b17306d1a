package org.mingzhang.command.budget;

/** Something that somebody wants to happen; the root of everything that is handed in. */
public sealed interface LedgerCommand permits BudgetCommand, FundsCommand {
    /** The stream that it is about and whose version its sender may expect; it may move others as well. */
    String stream();
}
