package org.mingzhang.query.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.facts.Beginnings.Beginning;
import org.mingzhang.query.facts.FactReader.Held;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances.Balance;

/** What can be found of one budget: all of it by those whose it is, and by everybody what the public tables name. */
final class EntriesOfBudget {
    private final BudgetFacts facts;
    private final EntryMaker make;
    private final Span otherwise;

    /** @param otherwise of what nothing more is known of */
    private EntriesOfBudget(BudgetFacts facts, Span otherwise) {
        this.otherwise = otherwise;
        this.facts = facts;
        this.make = new EntryMaker(facts);
    }

    /** As released, found while that release was the last: the budget, its units and its projects with the initial amounts, which tables 2 and 10 print. */
    static List<Entry> forEverybody(BudgetFacts released, Span span) {
        EntriesOfBudget of = new EntriesOfBudget(released, span);
        String page = "/budgets/" + released.header().id();
        of.make.budget(page, span);
        released.units().forEach(unit -> of.make.unit(unit, page + "/tables/2", span));
        Map<ProjectCode, Amount> sums = new HashMap<>();
        released.expenditure().forEach(line -> {
            if (line.classification() instanceof Classification.Expenditure money) {
                money.project().ifPresent(project -> sums.merge(project, line.amount(), Amount::plus));
            }
        });
        released.projects()
                .forEach(project -> of.make.project(
                        project,
                        List.of(sums.getOrDefault(project.code(), Amount.ZERO)),
                        page + "/tables/10",
                        "",
                        span));
        return of.make.entries();
    }

    /** What else is known of a budget by those whose it is. */
    record Known(
            List<Balance> lines,
            List<Facts.AdjustmentFact> adjustments,
            List<Held<Facts.AdjustmentStep>> steps,
            List<Held<Facts.PhaseFact>> phases,
            Since since) {}

    /** Since when its parts are there, by their keys. */
    record Since(
            Map<String, Beginning> units,
            Map<String, Beginning> projects,
            Map<String, Beginning> lines,
            Map<String, Beginning> adjustments) {
        /** Where all that is told was there by then, since it was read as of then; documents have their own days. */
        static Since then(Map<String, Beginning> adjustments) {
            return new Since(Map.of(), Map.of(), Map.of(), adjustments);
        }
    }

    /** As it stands. */
    static List<Entry> forTheirs(BudgetFacts facts, Known known) {
        EntriesOfBudget of = new EntriesOfBudget(
                facts,
                known.phases.stream()
                        .findFirst()
                        .map(first -> Span.since(first.from(), first.body().day()))
                        .orElse(Span.ALWAYS));
        Since since = known.since;
        String id = facts.header().id().toString();
        of.make.budget("/prepare/" + id, of.otherwise);
        facts.units()
                .forEach(unit -> of.make.unit(unit, "/prepare/" + id + "/units", of.span(since.units, unit.code())));
        of.projects(known, "/execute/" + id + "/projects/");
        known.lines.forEach(line -> of.make.line(line, "/execute/" + id + "?line=", of.span(since.lines, line.line())));
        facts.revenue()
                .forEach(
                        line -> of.make.revenue(line, "/prepare/" + id + "/revenue", of.span(since.lines, line.key())));
        known.adjustments.forEach(one ->
                of.make.adjustment(one, "/execute/" + id + "/adjustments/", of.span(since.adjustments, one.number())));
        Map<Integer, Set<UnitCode>> units = new HashMap<>();
        known.adjustments.forEach(one -> units.put(one.number(), EntryMaker.units(one)));
        known.steps.forEach(held -> held.body()
                .document()
                .ifPresent(document -> of.make.document(
                        document,
                        units.getOrDefault(held.body().number(), Set.of()),
                        "/execute/" + id + "/adjustments/" + held.body().number(),
                        Span.since(
                                held.from(),
                                held.body().effectiveOn().orElse(held.body().day())))));
        known.phases.forEach(held -> held.body()
                .basis()
                .ifPresent(document -> of.make.document(
                        document,
                        Set.of(),
                        "/prepare/" + id + "/phase",
                        Span.since(held.from(), held.body().day()))));
        return of.make.entries();
    }

    private Span span(Map<String, Beginning> since, Object key) {
        Beginning beginning = since.get(key.toString());
        return beginning == null ? otherwise : Span.since(beginning);
    }

    private void projects(Known known, String link) {
        Map<ProjectCode, Amount> initial = new HashMap<>();
        Map<ProjectCode, Amount> budgeted = new HashMap<>();
        known.lines.forEach(line -> line.classification().project().ifPresent(project -> {
            initial.merge(project, line.of(Stage.INITIAL), Amount::plus);
            budgeted.merge(project, line.budgeted(), Amount::plus);
        }));
        facts.projects()
                .forEach(project -> make.project(
                        project,
                        List.of(
                                budgeted.getOrDefault(project.code(), Amount.ZERO),
                                initial.getOrDefault(project.code(), Amount.ZERO)),
                        link + project.code(),
                        project.description(),
                        span(known.since.projects, project.code())));
    }
}
