package org.mingzhang.query.workbench;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * A good part of the year's money moves in its last days.
 *
 * @param year of the budget
 */
record YearEndRule(Thresholds thresholds, int year) implements FlagRule {
    private static final int WHOLE = 100;

    @Override
    public List<Flagged> flags(List<FlagCase> documents) {
        List<FlagCase> live = documents.stream().filter(FlagCase::live).toList();
        LocalDate from = thresholds.day(FlagKind.YEAR_END, "from", year);
        List<FlagCase> late =
                live.stream().filter(one -> !one.day().isBefore(from)).toList();
        Amount all = sum(live);
        Amount atEnd = sum(late);
        boolean few = late.size() < thresholds.count(FlagKind.YEAR_END, "documents");
        if (few || all.isZero()) {
            return List.of();
        }
        boolean much = Math.multiplyExact(atEnd.fen(), WHOLE)
                >= Math.multiplyExact(all.fen(), thresholds.count(FlagKind.YEAR_END, "percent"));
        return much
                ? List.of(Flagged.of(
                        FlagKind.YEAR_END,
                        late,
                        late.size(),
                        live.size(),
                        from,
                        AmountUnit.YUAN.print(atEnd),
                        AmountUnit.YUAN.print(all),
                        atEnd.fen() * WHOLE / all.fen()))
                : List.of();
    }

    private static Amount sum(List<FlagCase> cases) {
        return Amount.sum(cases.stream().map(FlagCase::amount).toList());
    }
}
