package org.mingzhang.query.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.TargetOperator;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.kernel.value.TargetValue.Quantity;
import org.mingzhang.kernel.value.UnreadTarget;
import org.mingzhang.query.performance.TargetFinding.Kind;

/** Looks through a list of targets for what does not fit (performance.md §6, checks 69, 70 and 72): pure. */
public final class TargetLints {
    private static final Pattern VALUE_IN_NAME = Pattern.compile(".*(?:[≥≤<>=＞＜＝]|不低于|不少于|不超过|不高于)\\s*[0-9０-９].*");
    private static final Pattern OF_COSTS = Pattern.compile(".*(?:成本|费|租金|房租|支出|投入|价).*");

    /** Forms of the integrated system end after so many characters. */
    private static final int WHERE_FORMS_END = 20;

    /** How the names of common indicators go on; a name that ends inside of it was cut off. */
    private static final String COMMON_END = "或提升程度";

    private static final int LEAST_OF_IT = 3;

    private static final String IN_WORDS = "定性";
    private static final String AN_EXAMPLE = "≥95%";

    private final String project;
    private final List<Indicator> indicators;
    private final Optional<Amount> amount;
    private final List<TargetFinding> found = new ArrayList<>();

    private TargetLints(String project, List<Indicator> indicators, Optional<Amount> amount) {
        this.project = project;
        this.indicators = indicators;
        this.amount = amount;
    }

    /**
     * Of one list.
     *
     * @param project blank for the targets of the department as a whole
     * @param amount what the project has now; empty where there is nothing to compare costs with
     */
    public static List<TargetFinding> of(String project, List<Indicator> indicators, Optional<Amount> amount) {
        TargetLints lints = new TargetLints(project, indicators, amount);
        for (int row = 1; row <= indicators.size(); row++) {
            lints.value(row, indicators.get(row - 1));
            lints.place(row, indicators.get(row - 1));
        }
        lints.namesTwice();
        lints.costsTogether();
        return List.copyOf(lints.found);
    }

    /** Whether all four groups of a project are there (check 25). */
    static boolean hasAllGroups(List<Indicator> indicators) {
        Set<IndicatorLevel> missing = EnumSet.of(
                IndicatorLevel.COST, IndicatorLevel.OUTPUT, IndicatorLevel.BENEFIT, IndicatorLevel.SATISFACTION);
        indicators.forEach(indicator -> missing.remove(indicator.level1()));
        return missing.isEmpty();
    }

    private void value(int row, Indicator indicator) {
        UnreadTarget.of(indicator.target()).ifPresent(unread -> unread(row, unread));
        if (!(TargetValue.parse(indicator.target()) instanceof Quantity quantity)) {
            return;
        }
        if (indicator.level1() == IndicatorLevel.COST) {
            cost(row, quantity);
        }
        if (quantity.unit().isEmpty()) {
            add(Kind.UNIT_MISSING, row);
        }
        if (indicator.name().endsWith("率") && !quantity.isPercent()) {
            add(Kind.RATE_NOT_PERCENT, row, quantity.unit().isEmpty() ? "—" : quantity.unit());
        }
        if (quantity.operator() == TargetOperator.UNWRITTEN) {
            add(Kind.OPERATOR_UNWRITTEN, row, TargetValue.lowerIsBetter(indicator) ? "≤" : "≥");
        }
    }

    private void unread(int row, UnreadTarget unread) {
        add(
                Kind.VALUE_UNREAD,
                row,
                unread.read().isEmpty() ? IN_WORDS : unread.read(),
                unread.write().isEmpty() ? AN_EXAMPLE : unread.write());
    }

    private void cost(int row, Quantity quantity) {
        if (quantity.operator() == TargetOperator.AT_LEAST || quantity.operator() == TargetOperator.MORE_THAN) {
            add(Kind.COST_AT_LEAST, row);
        }
        Optional<Amount> cap = quantity.money();
        if (cap.isPresent() && amount.isPresent() && cap.get().exceeds(amount.get())) {
            add(
                    Kind.COST_OVER_AMOUNT,
                    row,
                    wan(cap.get()),
                    wan(amount.get()),
                    wan(cap.get().minus(amount.get())));
        }
    }

    private void place(int row, Indicator indicator) {
        String name = indicator.name();
        boolean satisfaction = name.contains("满意");
        if (VALUE_IN_NAME.matcher(name).matches()) {
            add(Kind.VALUE_IN_NAME, row);
        }
        if (satisfaction
                && indicator.level1() != IndicatorLevel.SATISFACTION
                && !indicator.level2().contains("满意")) {
            add(Kind.SATISFACTION_ELSEWHERE, row, indicator.level1().label());
        }
        if (!satisfaction && indicator.level1() == IndicatorLevel.SATISFACTION) {
            add(Kind.SATISFACTION_UNNAMED, row);
        }
        if (indicator.level1() == IndicatorLevel.COST && !OF_COSTS.matcher(name).matches() && !isMoney(indicator)) {
            add(Kind.COST_MISPLACED, row);
        }
        if (cutOff(name)) {
            add(Kind.NAME_CUT_OFF, row, Integer.toString(name.length()));
        }
    }

    private static boolean isMoney(Indicator indicator) {
        return TargetValue.parse(indicator.target()) instanceof Quantity quantity
                && quantity.money().isPresent();
    }

    private static boolean cutOff(String name) {
        if (name.length() < WHERE_FORMS_END) {
            return false;
        }
        for (int known = LEAST_OF_IT; known < COMMON_END.length(); known++) {
            if (name.endsWith(COMMON_END.substring(0, known))) {
                return true;
            }
        }
        return false;
    }

    private void namesTwice() {
        Set<String> seen = new HashSet<>();
        for (int row = 1; row <= indicators.size(); row++) {
            Indicator indicator = indicators.get(row - 1);
            if (!seen.add(indicator.level1() + "\n" + indicator.name())) {
                add(Kind.NAME_TWICE, row);
            }
        }
    }

    /** One cost may be less than the money; several that are listed are the whole of it. */
    private void costsTogether() {
        List<Amount> costs = indicators.stream()
                .filter(indicator -> indicator.level1() == IndicatorLevel.COST)
                .map(indicator -> TargetValue.parse(indicator.target()))
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(quantity -> quantity.number().compareTo(BigDecimal.ZERO) > 0)
                .flatMap(quantity -> quantity.money().stream())
                .toList();
        Amount together = Amount.sum(costs);
        if (costs.size() > 1 && amount.isPresent() && !together.equals(amount.get())) {
            found.add(new TargetFinding(
                    Kind.COSTS_NOT_AMOUNT,
                    project,
                    0,
                    "",
                    "",
                    List.of(
                            Integer.toString(costs.size()),
                            wan(together),
                            wan(amount.get()),
                            wan(together.minus(amount.get())))));
        }
    }

    private void add(Kind kind, int row, String... arguments) {
        Indicator indicator = indicators.get(row - 1);
        found.add(new TargetFinding(kind, project, row, indicator.name(), indicator.target(), List.of(arguments)));
    }

    private static String wan(Amount amount) {
        return AmountUnit.WAN_YUAN.print(amount);
    }
}
