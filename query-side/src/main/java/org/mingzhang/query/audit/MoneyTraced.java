package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.audit.Explanation.Formula;
import org.mingzhang.query.audit.Explanation.Line;
import org.mingzhang.query.audit.Explanation.Moved;
import org.mingzhang.query.audit.Explanation.Step;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.facts.PostingTrail.Posted;

/** An amount taken apart: by line, and by event in the order in which they moved it. */
final class MoneyTraced {
    private final CellQuestion asked;
    private final CellFormula formula;
    private final List<Posted> posted;
    private final TellingOfSteps telling;
    private final CodedNames names;

    MoneyTraced(
            BudgetFacts facts, CellQuestion asked, CellFormula formula, List<Posted> posted, TellingOfSteps telling) {
        this.asked = asked;
        this.formula = formula;
        this.posted = posted;
        this.telling = telling;
        this.names = new CodedNames(facts);
    }

    /** An amount that its movements do not add up to stops here: no explanation is better than a wrong one. */
    Origin origin(Amount amount) {
        Amount sum = Amount.sum(posted.stream().map(Posted::delta).toList());
        if (!sum.equals(amount)) {
            throw new IllegalStateException("%s %d/%s/%s is %s but its movements add up to %s"
                    .formatted(asked.id(), asked.table(), asked.row(), asked.column(), amount, sum));
        }
        List<Moved> moved = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        byEvent().forEach((position, movements) -> {
            long before = moved.isEmpty() ? 0 : moved.getLast().afterFen();
            moved.add(moved(movements, before));
            positions.add(position);
        });
        List<Long> told = Origin.page(positions.reversed(), asked.page());
        telling.expect(told);
        return new Origin(
                amount.isZero() ? "blank" : "amount",
                Optional.of(amount.fen()),
                why(amount),
                Optional.of(formula()),
                lines(),
                told.stream()
                        .map(position -> step(position, moved.get(positions.indexOf(position))))
                        .toList(),
                positions.size());
    }

    private Step step(long position, Moved money) {
        return telling.step(position, Optional.of(money), Optional.empty());
    }

    private String why(Amount amount) {
        if (formula.never()) {
            return "never";
        }
        if (posted.isEmpty()) {
            return "no-lines";
        }
        if (amount.isZero()) {
            return "cancelled";
        }
        return unit().print(amount).replace("−", "").equals("0.00") ? "rounded" : "sum";
    }

    private Map<Long, List<Posted>> byEvent() {
        Map<Long, List<Posted>> events = new LinkedHashMap<>();
        posted.forEach(one -> events.computeIfAbsent(one.position(), position -> new ArrayList<>())
                .add(one));
        return events;
    }

    private Moved moved(List<Posted> movements, long before) {
        long fen = movements.stream().mapToLong(one -> one.delta().fen()).sum();
        int lines = (int) movements.stream().map(Posted::line).distinct().count();
        return new Moved(fen, signed(fen), before, print(before), before + fen, print(before + fen), lines);
    }

    private Formula formula() {
        return new Formula(
                formula.revenue() ? "revenue" : "expenditure",
                formula.never(),
                asked.question().basis().stages().stream()
                        .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                        .toList(),
                formula.conditions().stream()
                        .map(condition -> new Explanation.Condition(
                                condition.dimension(),
                                condition.answers().stream()
                                        .map(code -> names.answer(condition.dimension(), code))
                                        .toList()))
                        .toList());
    }

    private List<Line> lines() {
        Map<Object, List<Posted>> lines = new LinkedHashMap<>();
        posted.forEach(
                one -> lines.computeIfAbsent(List.of(one.line(), one.classification()), line -> new ArrayList<>())
                        .add(one));
        return lines.values().stream().map(this::line).toList();
    }

    private Line line(List<Posted> movements) {
        Posted first = movements.getFirst();
        long fen = movements.stream().mapToLong(one -> one.delta().fen()).sum();
        return new Line(
                first.line().value(),
                fen,
                print(fen),
                names.of(first.classification()),
                movements.stream().map(Posted::position).distinct().toList());
    }

    private AmountUnit unit() {
        return asked.question().unit();
    }

    private String print(long fen) {
        return unit().print(new Amount(fen));
    }

    private String signed(long fen) {
        return (fen > 0 ? "+" : "") + print(fen);
    }
}
