package org.mingzhang.query.workbench;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/** Money that goes from one line to another and comes back with a later document, unless that openly takes the first back. */
record BackRule(Thresholds thresholds) implements FlagRule {
    private static final int WHOLE = 100;

    @Override
    public List<Flagged> flags(List<FlagCase> documents) {
        List<FlagCase> sorted = documents.stream()
                .filter(one -> one.effective() && !one.reverses())
                .sorted(Comparator.comparing(FlagCase::day).thenComparingInt(FlagCase::number))
                .toList();
        List<Flagged> flags = new ArrayList<>();
        for (int at = 0; at < sorted.size(); at++) {
            List<FlagCase> window = FlagRule.window(sorted, at, thresholds.count(FlagKind.BACK, "days"));
            for (FlagCase later : window.subList(1, window.size())) {
                between(sorted.get(at), later).ifPresent(flags::add);
            }
        }
        return flags;
    }

    /** The pair of lines between which most came back. */
    private Optional<Flagged> between(FlagCase first, FlagCase later) {
        List<FlagCase> both = List.of(first, later);
        Optional<Flagged> most = Optional.empty();
        long mostBack = 0;
        for (FlagCase.Move from : giving(first)) {
            for (FlagCase.Move to : getting(first)) {
                long forth = lesser(from.change().negated(), to.change());
                long back = lesser(later.change(to.line()).negated(), later.change(from.line()));
                if (back > mostBack && back * WHOLE >= forth * thresholds.count(FlagKind.BACK, "percent")) {
                    mostBack = back;
                    most = Optional.of(Flagged.of(
                            FlagKind.BACK,
                            both,
                            first.number(),
                            first.day(),
                            from.line(),
                            to.line(),
                            AmountUnit.YUAN.print(new Amount(forth)),
                            later.number(),
                            ChronoUnit.DAYS.between(first.day(), later.day()),
                            AmountUnit.YUAN.print(new Amount(back)),
                            back * WHOLE / forth));
                }
            }
        }
        return most;
    }

    private static List<FlagCase.Move> giving(FlagCase one) {
        return one.moves().stream().filter(move -> move.change().isNegative()).toList();
    }

    private static List<FlagCase.Move> getting(FlagCase one) {
        return one.moves().stream()
                .filter(move -> move.change().exceeds(Amount.ZERO))
                .toList();
    }

    private static long lesser(Amount one, Amount other) {
        return Math.max(0, Math.min(one.fen(), other.fen()));
    }
}
