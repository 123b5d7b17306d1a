package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.LineKey;

/** One key names one line of the budget, whether money comes in or goes out, so that postings can be told apart. */
final class LineKeys {
    private LineKeys() {}

    static void free(Findings findings, Situation now, LineKey line) {
        taken(findings, now.content().lines().has(line), line, LineSide.EXPENDITURE);
        taken(findings, now.content().revenue().has(line), line, LineSide.REVENUE);
    }

    private static void taken(Findings findings, boolean taken, LineKey line, LineSide side) {
        findings.require(!taken, "line", () -> new Refusal.LineKeyTaken(line, side));
    }
}
