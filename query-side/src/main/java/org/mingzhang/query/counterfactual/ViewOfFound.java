package org.mingzhang.query.counterfactual;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.counterfactual.CounterfactualView.Cell;
import org.mingzhang.query.counterfactual.CounterfactualView.Document;
import org.mingzhang.query.counterfactual.CounterfactualView.Fallen;
import org.mingzhang.query.counterfactual.CounterfactualView.Limit;
import org.mingzhang.query.counterfactual.CounterfactualView.Line;
import org.mingzhang.query.counterfactual.CounterfactualView.Result;
import org.mingzhang.query.counterfactual.CounterfactualView.Stop;
import org.mingzhang.query.counterfactual.CounterfactualView.Target;
import org.mingzhang.query.counterfactual.CounterfactualView.Way;
import org.mingzhang.query.counterfactual.CounterfactualView.Why;

/**
 * What was found, in the words of one reader: of documents of other budgets than theirs they are told that there are some, and
 * neither amounts nor reasons.
 */
record ViewOfFound(Predicate<BudgetId> theirs, Locale locale) {
    Result of(Found found) {
        return new Result(
                found.nothingDiffers(),
                found.tables(),
                found.cells().stream().map(Cell::of).toList(),
                found.targets().stream()
                        .map(one -> new Target(one.project(), one.name(), one.indicator(), one.before(), one.after()))
                        .toList(),
                CounterfactualView.percent(found.recordedRate()),
                CounterfactualView.percent(found.thenRate()),
                found.withoutEffect(),
                found.elsewhere().stream().map(ViewOfFound::named).toList(),
                found.undecided().stream()
                        .filter(one -> theirs.test(one.budget()))
                        .map(one -> new Document(one.budget().toString(), one.number()))
                        .toList(),
                (int) found.undecided().stream()
                        .filter(one -> !theirs.test(one.budget()))
                        .count(),
                found.stopped().stream().map(this::stop).toList(),
                found.fallen().stream()
                        .map(one -> new Fallen(
                                one.position(),
                                one.day().toString(),
                                one.document().budget().toString(),
                                one.document().number(),
                                one.takesBack().number()))
                        .toList(),
                found.ways().stream()
                        .filter(one -> theirs.test(one.document().budget()))
                        .map(ViewOfFound::way)
                        .toList(),
                found.limits().stream()
                        .filter(one -> theirs.test(one.document().budget()))
                        .map(ViewOfFound::limit)
                        .toList(),
                found.lines().stream()
                        .map(one -> new Line(
                                one.line().value(),
                                one.stage().name(),
                                one.recorded().fen(),
                                one.then().fen()))
                        .toList());
    }

    private static String named(AdjustmentRef document) {
        return document.budget() + " " + document.number();
    }

    private Stop stop(Replayed.Stopped one) {
        boolean shown = one.budget().filter(theirs.negate()).isEmpty();
        return new Stop(
                one.position(),
                one.day().toString(),
                one.step(),
                one.budget().map(BudgetId::toString).orElse(""),
                one.number(),
                shown ? one.line().map(Object::toString).orElse("") : "",
                one.month().map(Object::toString).orElse(""),
                shown ? one.amount().fen() : 0,
                shown,
                shown
                        ? one.reasons().stream()
                                .map(reason ->
                                        new Why(reason.key(), reason.words().in(locale)))
                                .toList()
                        : List.of());
    }

    private static Way way(Replayed.OtherWay way) {
        return new Way(
                way.document().budget().toString(),
                way.document().number(),
                stations(way.recorded()),
                stations(way.then()));
    }

    private static String stations(List<AdjustmentStation> stations) {
        return stations.stream().map(AdjustmentStation::label).collect(Collectors.joining("、"));
    }

    private static Limit limit(Replayed.OtherLimit limit) {
        ReachedLimit one = limit.then().or(limit::recorded).orElseThrow();
        return new Limit(
                limit.document().budget().toString(),
                limit.document().number(),
                one.rule(),
                one.effect().name(),
                one.measure().name(),
                one.subject(),
                measured(limit.recorded()),
                measured(limit.then()),
                one.bound(),
                one.basis(),
                one.confirmed());
    }

    /** What was found, or how much it was about where nothing is measured beside it. */
    private static String measured(Optional<ReachedLimit> limit) {
        return limit.map(one -> one.found().isEmpty() ? one.amount().toString() : one.found())
                .orElse("");
    }
}
