package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/** What would become of each line if the year were closed now: the proposal that page and decision share. */
final class YearEnd {
    private final Budget budget;
    private final YearEndRules rules;

    private YearEnd(Budget budget, YearEndRules rules) {
        this.budget = budget;
        this.rules = rules;
    }

    static YearEnd of(Budget budget, LocalDate day) {
        return new YearEnd(budget, YearEndRules.inForceOn(day));
    }

    /**
     * A line at the end of the year.
     *
     * @param left what was not spent: carried over and lapsed together
     * @param frozen what is held of it and is given free by the closing
     */
    record Line(
            LineKey key,
            Classification.Expenditure money,
            Amount left,
            Amount frozen,
            Amount committed,
            ClosingGround ground,
            Amount carried) {
        Amount lapsed() {
            return left.minus(carried);
        }
    }

    /** Every line, from the beginning or since. */
    List<Line> lines() {
        Set<LineKey> keys = new TreeSet<>();
        budget.content().lines().entries().forEach(entry -> keys.add(entry.key()));
        budget.execution().balances().entries().forEach(entry -> keys.add(entry.key()));
        List<Line> lines = new ArrayList<>();
        keys.forEach(key -> line(key).ifPresent(lines::add));
        return lines;
    }

    Optional<Line> line(LineKey key) {
        Execution execution = budget.execution();
        return execution.classification(key, budget.content()).map(money -> {
            Amount initial =
                    budget.content().lines().get(key).map(LineContent::amount).orElse(Amount.ZERO);
            LineBalance balance = execution.balances().get(key).orElseGet(() -> LineBalance.none(money));
            Amount left = balance.left(initial);
            ClosingGround ground = rules.ground(money);
            return new Line(
                    key,
                    money,
                    left,
                    balance.of(Stage.FROZEN),
                    balance.of(Stage.COMMITTED),
                    ground,
                    carried(key, left, ground));
        });
    }

    private Amount carried(LineKey key, Amount left, ClosingGround ground) {
        return switch (ground) {
            case BASIC -> left;
            case TWO_YEARS -> Amount.ZERO;
            case STATED ->
                budget.execution()
                        .course()
                        .carryOvers()
                        .get(key)
                        .map(YearCourse.CarryOver::carried)
                        .orElse(Amount.ZERO);
        };
    }
}
