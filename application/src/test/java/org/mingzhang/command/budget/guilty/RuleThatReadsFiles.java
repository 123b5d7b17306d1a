package org.mingzhang.command.budget.guilty;

import java.nio.file.Path;

/** Guilty on purpose: the decider is pure. */
record RuleThatReadsFiles(Path ceilings) {}
