package org.mingzhang.query.execution;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/** The lines that events would move, as they are, once it is submitted, and once it is in effect. */
final class MovedLines {
    private static final long FEN_PER_PRINTED_STEP = 10_000;

    private final BudgetFacts facts;
    private final Map<List<Object>, Balance> now = new LinkedHashMap<>();
    private final Map<List<Object>, Balance> submitted = new LinkedHashMap<>();
    private final Map<List<Object>, Balance> then = new LinkedHashMap<>();
    private final Amount initial;
    private final boolean draft;

    MovedLines(
            BudgetFacts facts,
            List<Balance> balances,
            List<Envelope<BudgetEvent>> submission,
            List<Envelope<BudgetEvent>> effect) {
        this.facts = facts;
        this.draft = !submission.isEmpty();
        this.initial = Amount.sum(
                balances.stream().map(balance -> balance.of(Stage.INITIAL)).toList());
        balances.forEach(balance -> now.put(place(balance), balance));
        submitted.putAll(now);
        post(submitted, submission);
        then.putAll(submitted);
        post(then, effect);
    }

    private static List<Object> place(Balance balance) {
        return List.of(balance.line(), balance.classification());
    }

    private static void post(Map<List<Object>, Balance> balances, List<Envelope<BudgetEvent>> events) {
        for (Envelope<BudgetEvent> event : events) {
            event.message().postings().forEach(posting -> post(balances, posting));
        }
    }

    private static void post(Map<List<Object>, Balance> balances, Posting posting) {
        if (posting.classification() instanceof Classification.Expenditure money) {
            List<Object> place = List.of(posting.line(), money);
            Balance before = balances.getOrDefault(place, new Balance(posting.line(), money, Map.of(), true));
            Map<Stage, Amount> sums = new EnumMap<>(Stage.class);
            sums.putAll(before.byStage());
            sums.merge(posting.stage(), posting.delta(), Amount::plus);
            balances.put(place, new Balance(posting.line(), money, sums, before.approved()));
        }
    }

    /** The initial budget of the whole. */
    Amount initial() {
        return initial;
    }

    List<Foreseen.Line> shown() {
        return then.keySet().stream()
                .filter(place -> !change(place).isZero())
                .map(this::line)
                .sorted(Comparator.comparing(Foreseen.Line::giving).reversed())
                .toList();
    }

    /** Lines that give all that is left of them. */
    List<Foreseen.Limit> used() {
        return then.keySet().stream()
                .filter(place -> change(place).isNegative()
                        && at(then, place).available().isZero())
                .map(place -> new Foreseen.Limit(
                        "limit.exhausted",
                        name(at(then, place)) + " " + at(then, place).line(),
                        yuan(at(now, place).available()),
                        yuan(Amount.ZERO),
                        at(then, place).line().value(),
                        category(at(then, place))))
                .toList();
    }

    private Foreseen.Line line(List<Object> place) {
        Balance before = at(now, place);
        Balance after = at(then, place);
        Amount change = change(place);
        boolean giving = change.isNegative();
        Amount told = giving ? after.available() : after.budgeted();
        return new Foreseen.Line(
                after.line().value(),
                name(after),
                yuan(change),
                giving,
                yuan(before.available()),
                yuan(at(draft ? submitted : then, place).available()),
                yuan(before.budgeted()),
                yuan(after.budgeted()),
                sum(told),
                yuan(told),
                category(after));
    }

    private Amount change(List<Object> place) {
        return at(then, place).budgeted().minus(at(now, place).budgeted());
    }

    private static Balance at(Map<List<Object>, Balance> balances, List<Object> place) {
        Balance found = balances.get(place);
        return found != null
                ? found
                : new Balance((LineKey) place.getFirst(), (Classification.Expenditure) place.getLast(), Map.of(), true);
    }

    private String name(Balance balance) {
        LedgerLine line = new LedgerLine(balance, CodeNames.of(facts));
        return line.projectName().isEmpty() ? line.money().category().label() : line.projectName();
    }

    /** Key of the words for it; blank for a line of a project. */
    private String category(Balance balance) {
        LedgerLine line = new LedgerLine(balance, CodeNames.of(facts));
        return line.projectName().isEmpty() ? GridColumn.choice(line.money().category()) : "";
    }

    private static String yuan(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }

    /** As people say it, where two decimals show all of it. */
    private static String sum(Amount amount) {
        AmountUnit unit = amount.fen() % FEN_PER_PRINTED_STEP == 0 ? AmountUnit.WAN_YUAN : AmountUnit.YUAN;
        return unit.print(amount) + " " + unit.label();
    }
}
