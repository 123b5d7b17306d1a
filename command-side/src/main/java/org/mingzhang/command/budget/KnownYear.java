package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.PrintedFigure;

/** What is stated of a year against the lines that are kept of it: both have to print alike. */
final class KnownYear {
    private KnownYear() {}

    static void check(Findings findings, Content kept, Comparatives stated) {
        List<PrintedFigure> figures = stated.figures();
        for (int at = 0; at < figures.size(); at++) {
            PrintedFigure figure = figures.get(at);
            Amount known = sum(kept, figure);
            findings.require(
                    printed(known).equals(printed(figure.amount())),
                    "figures[" + at + "].amount",
                    () -> new Refusal.ComparativeContradicts(
                            stated.year(), figure.level(), figure.code(), known, figure.amount()));
        }
    }

    private static Amount sum(Content kept, PrintedFigure figure) {
        return Amount.sum(kept.lines()
                .values()
                .filter(line -> figure.level().counts(figure.code(), line.classification()))
                .map(line -> line.amount())
                .toList());
    }

    /** Documents print 万元, so that more is not known of what they say. */
    private static String printed(Amount amount) {
        return AmountUnit.WAN_YUAN.plain(amount);
    }
}
