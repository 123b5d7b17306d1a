package org.mingzhang.command.guilty;

import org.mingzhang.query.disclosure.Table;

/** Guilty on purpose: deciding knows nothing of answering. */
record CommandThatReads(Table table) {}
