package org.mingzhang.command.budget;

import org.mingzhang.kernel.crosswalk.Crosswalk;

/** Where successions are handed in. */
public interface CrosswalkCommands extends DivisionCommands<CrosswalkCommand, Crosswalk> {}
