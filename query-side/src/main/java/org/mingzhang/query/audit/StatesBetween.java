package org.mingzhang.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mingzhang.query.audit.Difference.State;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.execution.AdjustmentDocument;
import org.mingzhang.query.execution.AdjustmentShelf;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactReader.Held;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.OpenedBudget;

/** In which states a budget, its documents and its releases were at two instants. */
final class StatesBetween {
    private final FactReader facts;
    private final AdjustmentShelf documents;
    private final TwoInstants instants;

    StatesBetween(FactReader facts, AdjustmentShelf documents, TwoInstants instants) {
        this.facts = facts;
        this.documents = documents;
        this.instants = instants;
    }

    /** Those that differ; documents and the end of the year are told to those who work on the budget. */
    List<State> of(Scope scope, boolean staff) {
        List<State> states = new ArrayList<>(state("phase", "", phases(), StatesBetween::day, StatesBetween::phase));
        if (staff) {
            states.addAll(documents(scope));
        }
        held(FactKind.RELEASE, Facts.ReleaseFact.class)
                .forEach(release -> states.addAll(state(
                        "release",
                        Long.toString(release.body().position()),
                        List.of(release),
                        Facts.ReleaseFact::publishedOn,
                        counted -> counted.isEmpty() ? "" : "published")));
        if (staff) {
            states.addAll(state(
                    "closing",
                    "",
                    held(FactKind.CLOSING, Facts.ClosingFact.class),
                    Facts.ClosingFact::closedOn,
                    counted -> counted.isEmpty() ? "" : "closed"));
            states.addAll(state(
                    "accounts",
                    "",
                    held(FactKind.ACCOUNTS, Facts.AccountsFact.class),
                    Facts.AccountsFact::day,
                    StatesBetween::accounts));
        }
        return states;
    }

    /** The phase that a budget was in. */
    String phase(OpenedBudget budget) {
        return phase(phases().stream()
                .filter(counted(budget.moment(), StatesBetween::day))
                .toList());
    }

    private List<Held<Facts.PhaseFact>> phases() {
        return held(FactKind.PHASE, Facts.PhaseFact.class);
    }

    private static LocalDate day(Facts.PhaseFact phase) {
        return phase.day();
    }

    private static String phase(List<Held<Facts.PhaseFact>> counted) {
        return counted.isEmpty() ? "preparing" : counted.getLast().body().phase();
    }

    private static String accounts(List<Held<Facts.AccountsFact>> counted) {
        if (counted.isEmpty()) {
            return "";
        }
        Facts.AccountsFact last = counted.getLast().body();
        return last.returned()
                ? "returned"
                : last.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<State> documents(Scope scope) {
        var steps = held(FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .collect(Collectors.groupingBy(held -> held.body().number()));
        return documents.of(instants.after().id(), instants.latest()).stream()
                .filter(document -> touches(document, scope))
                .flatMap(document -> state(
                        "document",
                        Integer.toString(document.number()),
                        steps.getOrDefault(document.number(), List.of()),
                        step -> step.effectiveOn().orElse(step.day()),
                        counted -> status(counted))
                        .stream())
                .toList();
    }

    /** A document without lines says what its project is; whose that is the shelf has looked at. */
    private static boolean touches(AdjustmentDocument document, Scope scope) {
        var entries = document.fact().request().entries();
        return scope.unit().isEmpty()
                || entries.isEmpty()
                || entries.stream()
                        .anyMatch(entry ->
                                scope.unit().get().equals(entry.classification().unit()));
    }

    private static String status(List<Held<Facts.AdjustmentStep>> counted) {
        return counted.isEmpty()
                ? ""
                : AdjustmentDocument.status(counted.stream().map(Held::body).toList());
    }

    private <T> List<State> state(
            String kind,
            String subject,
            List<Held<T>> rows,
            Function<T, LocalDate> day,
            Function<List<Held<T>>, String> word) {
        BiFunction<OpenedBudget, List<Held<T>>, List<Held<T>>> at = (budget, all) ->
                all.stream().filter(counted(budget.moment(), day)).toList();
        List<Held<T>> before = at.apply(instants.before(), rows);
        List<Held<T>> after = at.apply(instants.after(), rows);
        String from = word.apply(before);
        String to = word.apply(after);
        List<Long> events = rows.stream()
                .filter(row -> before.contains(row) != after.contains(row))
                .map(Held::from)
                .toList();
        return from.equals(to) && events.isEmpty() ? List.of() : List.of(new State(kind, subject, from, to, events));
    }

    private static <T> Predicate<Held<T>> counted(Moment moment, Function<T, LocalDate> day) {
        return held -> held.from() <= moment.position() && moment.counts(day.apply(held.body()));
    }

    private <T> List<Held<T>> held(FactKind kind, Class<T> type) {
        return facts.held(instants.after().id(), instants.latest(), kind, type);
    }
}
