package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.BudgetFacts;

/**
 * How much of each fund is drafted and what the ceiling leaves; carried-over money stands outside the ceiling.
 *
 * @param words key of the name of the fund or of one of the three publics
 * @param percent of the ceiling that is drafted, at most 100
 */
record CeilingLeft(String words, Amount ceiling, Amount drafted, int percent) {
    private static final String TRAVEL = "ceiling.travel";
    private static final String CARS = "ceiling.cars";
    private static final String GUESTS = "ceiling.guests";
    private static final String FUND = "trail.choice.FundType.";
    private static final Set<String> OVERSEAS = Set.of("30212");
    private static final Set<String> VEHICLES = Set.of("31013", "30913", "30231");
    private static final Set<String> HOSPITALITY = Set.of("30217");

    public String ceilingPrinted() {
        return AmountUnit.WAN_YUAN.print(ceiling);
    }

    public String draftedPrinted() {
        return AmountUnit.WAN_YUAN.print(drafted);
    }

    public String leftPrinted() {
        return AmountUnit.WAN_YUAN.print(ceiling.minus(drafted));
    }

    public boolean over() {
        return drafted.exceeds(ceiling);
    }

    /** A row for each fund with a ceiling or money, then the three publics; none while there is no ceiling. */
    static List<CeilingLeft> rows(Optional<Ceiling> issued, BudgetFacts facts) {
        List<CeilingLeft> rows = new ArrayList<>();
        issued.ifPresent(ceiling -> {
            for (FundType fund : FundType.values()) {
                Amount drafted = drafted(facts, fund);
                if (ceiling.byFund().containsKey(fund) || !drafted.isZero()) {
                    rows.add(row(FUND + fund.name(), ceiling.of(fund), drafted));
                }
            }
            rows.add(row(TRAVEL, ceiling.overseasTravel(), publics(facts, OVERSEAS)));
            rows.add(row(CARS, ceiling.vehicles(), publics(facts, VEHICLES)));
            rows.add(row(GUESTS, ceiling.hospitality(), publics(facts, HOSPITALITY)));
        });
        return rows;
    }

    /**
     * What a page needs to say the same while lines are being typed.
     *
     * @param fund whose lines of the current year count
     * @param codes departmental codes that count, of appropriated money alone; empty for all
     */
    record Limit(String label, long ceiling, String fund, Set<String> codes) {}

    /** In the order of {@link #rows}; none while there is no ceiling. */
    static List<Limit> limits(Optional<Ceiling> issued, UnaryOperator<String> words) {
        List<Limit> limits = new ArrayList<>();
        issued.ifPresent(ceiling -> {
            for (FundType fund : FundType.values()) {
                limits.add(new Limit(
                        words.apply(FUND + fund.name()), ceiling.of(fund).fen(), fund.name(), Set.of()));
            }
            String general = FundType.GENERAL_PUBLIC.name();
            limits.add(new Limit(words.apply(TRAVEL), ceiling.overseasTravel().fen(), general, OVERSEAS));
            limits.add(new Limit(words.apply(CARS), ceiling.vehicles().fen(), general, VEHICLES));
            limits.add(new Limit(words.apply(GUESTS), ceiling.hospitality().fen(), general, HOSPITALITY));
        });
        return limits;
    }

    private static CeilingLeft row(String words, Amount ceiling, Amount drafted) {
        long percent = ceiling.isZero() ? (drafted.isZero() ? 0 : 100) : drafted.fen() * 100 / ceiling.fen();
        return new CeilingLeft(words, ceiling, drafted, Math.clamp(percent, 0, 100));
    }

    private static Amount drafted(BudgetFacts facts, FundType fund) {
        return Amount.sum(facts.expenditure().stream()
                .filter(line -> line.classification().fund() == fund
                        && line.classification().source() == YearSource.CURRENT)
                .map(line -> line.amount())
                .toList());
    }

    private static Amount publics(BudgetFacts facts, Set<String> codes) {
        return Amount.sum(facts.expenditure().stream()
                .filter(line -> line.classification() instanceof Classification.Expenditure of
                        && of.appropriated()
                        && of.fund() == FundType.GENERAL_PUBLIC
                        && codes.contains(of.deptEconomic().value()))
                .map(line -> line.amount())
                .toList());
    }
}
