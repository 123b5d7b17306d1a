package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;

/** What becomes of each line at the end of the year: the proposal while it is open, what was decided once it is closed. */
final class YearEndView {
    private YearEndView() {}

    /**
     * A line with what is left of it.
     *
     * @param said what the department said of it; empty when nobody has
     */
    public record Row(
            LedgerLine line,
            Amount left,
            Amount carried,
            Amount lapsed,
            ClosingGround ground,
            Optional<Facts.CarryOverFact> said) {
        public String leftPrinted() {
            return AmountUnit.YUAN.print(left);
        }

        public String carriedPrinted() {
            return AmountUnit.YUAN.print(carried);
        }

        public String lapsedPrinted() {
            return AmountUnit.YUAN.print(lapsed);
        }

        /** Whether the department has to say what becomes of it. */
        public boolean open() {
            return ground == ClosingGround.STATED;
        }

        public boolean waiting() {
            return open() && said.isEmpty() && !left.isZero();
        }
    }

    /** The year's closing; empty while it is open. */
    static Optional<Facts.ClosingFact> closing(FactReader facts, OpenedBudget budget) {
        return facts.rows(budget.id(), budget.position(), FactKind.CLOSING, Facts.ClosingFact.class).values().stream()
                .filter(closing -> budget.moment().counts(closing.closedOn()))
                .findFirst();
    }

    /** Lines with money left, or that had some when the year was closed. */
    static List<Row> rows(FactReader facts, OpenedBudget budget, List<Balance> balances, YearEndRules rules) {
        Map<String, Facts.CarryOverFact> said =
                facts.rows(budget.id(), budget.position(), FactKind.CARRY_OVER, Facts.CarryOverFact.class);
        boolean closed = closing(facts, budget).isPresent();
        List<Row> rows = new ArrayList<>();
        CodeNames names = CodeNames.of(budget.facts());
        for (Balance balance : balances) {
            Amount left = balance.budgeted().minus(balance.of(Stage.EXECUTED));
            if (!left.isZero()) {
                ClosingGround ground = rules.ground(balance.classification());
                Optional<Facts.CarryOverFact> statement = Optional.ofNullable(
                                said.get(balance.line().value()))
                        .filter(stated -> budget.moment().counts(stated.day()));
                Amount carried = closed ? balance.of(Stage.CARRIED_OVER) : proposed(ground, left, statement);
                LedgerLine line = new LedgerLine(balance, names);
                rows.add(new Row(line, left, carried, left.minus(carried), ground, statement));
            }
        }
        return rows;
    }

    private static Amount proposed(ClosingGround ground, Amount left, Optional<Facts.CarryOverFact> said) {
        return switch (ground) {
            case BASIC -> left;
            case TWO_YEARS -> Amount.ZERO;
            case STATED -> said.map(Facts.CarryOverFact::carried).orElse(Amount.ZERO);
        };
    }
}
