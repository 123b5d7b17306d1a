package org.mingzhang.application.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.command.budget.AdjustmentStatus;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.Departure;
import org.mingzhang.command.budget.Entries;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.HistoryWithout;
import org.mingzhang.command.budget.LineBalance;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.words.RefusalFacts;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.counterfactual.Replayed;
import org.mingzhang.query.counterfactual.WithoutDocuments.Question;
import org.mingzhang.query.disclosure.BudgetFacts;

/** What the deciding side found, as the reading side shows it. */
final class ToldDepartures {
    private final Question question;
    private final HistoryWithout history;
    private final List<AdjustmentRef> undecided;
    private final List<Replayed.Stopped> stopped = new ArrayList<>();
    private final List<Replayed.Fallen> fallen = new ArrayList<>();
    private final List<Replayed.OtherWay> ways = new ArrayList<>();
    private final List<Replayed.OtherLimit> limits = new ArrayList<>();

    /** @param undecided documents of other budgets that nobody decided anew */
    ToldDepartures(Question question, HistoryWithout history, List<AdjustmentRef> undecided) {
        this.question = question;
        this.undecided = undecided;
        this.history = history;
        history.departures().forEach(this::tell);
    }

    Replayed replayed(long events, BudgetFacts recorded, BudgetFacts then) {
        return new Replayed(
                events,
                recorded,
                then,
                rate(history.recorded()),
                rate(history.then()),
                withoutEffect(),
                elsewhere(),
                undecided,
                stopped,
                fallen,
                ways,
                limits,
                lines());
    }

    private void tell(Departure departure) {
        switch (departure) {
            case Departure.Stopped d ->
                stopped.add(new Replayed.Stopped(
                        d.position(),
                        d.day(),
                        d.step().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        d.budget(),
                        d.number(),
                        d.line(),
                        d.month(),
                        d.amount(),
                        d.reasons().stream().map(ToldDepartures::reason).toList()));
            case Departure.FallsAway d ->
                fallen.add(new Replayed.Fallen(d.position(), d.day(), d.document(), d.takesBack()));
            case Departure.OtherWay d -> ways.add(new Replayed.OtherWay(d.document(), d.recorded(), d.then()));
            case Departure.OtherLimit d -> limits.add(new Replayed.OtherLimit(d.document(), d.recorded(), d.then()));
        }
    }

    private static Replayed.Reason reason(Refusal refusal) {
        return new Replayed.Reason(
                RefusalFacts.key(refusal), locale -> RefusalWords.in(locale).of(refusal));
    }

    /** As a page says it of a document: what was taken back, and what took it back, have moved nothing. */
    private static Replayed.Rate rate(Budget budget) {
        return new Replayed.Rate(
                HistoryWithout.moved(budget),
                Amount.sum(budget.content()
                        .lines()
                        .values()
                        .map(line -> line.amount())
                        .toList()));
    }

    private Map<Integer, String> withoutEffect() {
        Map<Integer, String> ended = new TreeMap<>();
        question.without()
                .forEach(number -> history.recorded().execution().adjustments().get(number).stream()
                        .map(FiledAdjustment::status)
                        .filter(status -> status != AdjustmentStatus.EFFECTIVE)
                        .forEach(status -> ended.put(
                                number, status.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        return ended;
    }

    private List<AdjustmentRef> elsewhere() {
        return question.without().stream()
                .flatMap(number -> history.recorded().execution().adjustments().get(number).stream())
                .flatMap(document -> document.counterpart().stream())
                .map(FiledAdjustment.Counterpart::document)
                .toList();
    }

    private List<Replayed.Line> lines() {
        Entries<LineKey, LineBalance> recorded = history.recorded().execution().balances();
        Entries<LineKey, LineBalance> then = history.then().execution().balances();
        Set<LineKey> keys = new TreeSet<>();
        recorded.entries().forEach(line -> keys.add(line.key()));
        then.entries().forEach(line -> keys.add(line.key()));
        List<Replayed.Line> lines = new ArrayList<>();
        for (LineKey key : keys) {
            for (Stage stage : Stage.values()) {
                Amount was = of(recorded, key, stage);
                Amount is = of(then, key, stage);
                if (!was.equals(is)) {
                    lines.add(new Replayed.Line(key, stage, was, is));
                }
            }
        }
        return lines;
    }

    private static Amount of(Entries<LineKey, LineBalance> balances, LineKey key, Stage stage) {
        return balances.get(key).map(balance -> balance.of(stage)).orElse(Amount.ZERO);
    }
}
