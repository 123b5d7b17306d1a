package org.mingzhang.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.Beginnings.Beginning;
import org.mingzhang.query.facts.FactReader.Held;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/** What can be found of one budget: all of it by those whose it is, and by everybody what the public tables name. */
final class EntriesOfBudget {
    private final BudgetFacts facts;
    private final BudgetHeader header;
    private final CodeNames names;
    private final List<Entry> entries = new ArrayList<>();
    private final Span otherwise;

    /** @param otherwise of what nothing more is known of */
    private EntriesOfBudget(BudgetFacts facts, Span otherwise) {
        this.otherwise = otherwise;
        this.facts = facts;
        this.header = facts.header();
        this.names = CodeNames.of(facts);
    }

    /** As released, found while that release was the last: the budget, its units and its projects with the initial amounts, which tables 2 and 10 print. */
    static List<Entry> forEverybody(BudgetFacts released, Span span) {
        EntriesOfBudget of = new EntriesOfBudget(released, span);
        String page = "/budgets/" + of.header.id();
        of.budget(page);
        released.units().forEach(unit -> of.unit(unit, page + "/tables/2", span));
        Map<ProjectCode, Amount> sums = new HashMap<>();
        released.expenditure().forEach(line -> {
            if (line.classification() instanceof Classification.Expenditure money) {
                money.project().ifPresent(project -> sums.merge(project, line.amount(), Amount::plus));
            }
        });
        released.projects()
                .forEach(project -> of.project(
                        project,
                        List.of(sums.getOrDefault(project.code(), Amount.ZERO)),
                        page + "/tables/10",
                        "",
                        span));
        return of.entries;
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
            Map<String, Beginning> adjustments) {}

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
        of.budget("/prepare/" + id);
        facts.units().forEach(unit -> of.unit(unit, "/prepare/" + id + "/units", of.span(since.units, unit.code())));
        of.projects(known, "/execute/" + id + "/projects/");
        known.lines.forEach(line -> of.line(line, "/execute/" + id + "?line=", of.span(since.lines, line.line())));
        facts.revenue()
                .forEach(line -> of.revenue(line, "/prepare/" + id + "/revenue", of.span(since.lines, line.key())));
        known.adjustments.forEach(one ->
                of.adjustment(one, "/execute/" + id + "/adjustments/", of.span(since.adjustments, one.number())));
        Map<Integer, Set<UnitCode>> units = new HashMap<>();
        known.adjustments.forEach(one -> units.put(one.number(), units(one)));
        known.steps.forEach(held -> held.body()
                .document()
                .ifPresent(document -> of.document(
                        document,
                        units.getOrDefault(held.body().number(), Set.of()),
                        "/execute/" + id + "/adjustments/" + held.body().number(),
                        Span.since(
                                held.from(),
                                held.body().effectiveOn().orElse(held.body().day())))));
        known.phases.forEach(held -> held.body()
                .basis()
                .ifPresent(document -> of.document(
                        document,
                        Set.of(),
                        "/prepare/" + id + "/phase",
                        Span.since(held.from(), held.body().day()))));
        return of.entries;
    }

    private Span span(Map<String, Beginning> since, Object key) {
        Beginning beginning = since.get(key.toString());
        return beginning == null ? otherwise : Span.since(beginning);
    }

    private void add(
            EntryKind kind,
            String key,
            String title,
            String detail,
            String more,
            Set<UnitCode> units,
            List<Amount> amounts,
            String link,
            Span span) {
        entries.add(new Entry(kind, key, title, detail, more, units, amounts, link, span));
    }

    private void budget(String link) {
        add(
                EntryKind.BUDGET,
                header.id().toString(),
                header.departmentName(),
                header.shortName(),
                header.divisionName(),
                Set.of(),
                List.of(),
                link,
                otherwise);
    }

    private void unit(BudgetUnit unit, String link, Span span) {
        add(
                EntryKind.UNIT,
                unit.code().value(),
                unit.name(),
                unit.code().value(),
                unit.listedName(),
                Set.of(unit.code()),
                List.of(),
                link,
                span);
    }

    private void projects(Known known, String link) {
        Map<ProjectCode, Amount> initial = new HashMap<>();
        Map<ProjectCode, Amount> budgeted = new HashMap<>();
        known.lines.forEach(line -> line.classification().project().ifPresent(project -> {
            initial.merge(project, line.of(Stage.INITIAL), Amount::plus);
            budgeted.merge(project, line.budgeted(), Amount::plus);
        }));
        facts.projects()
                .forEach(project -> project(
                        project,
                        List.of(
                                budgeted.getOrDefault(project.code(), Amount.ZERO),
                                initial.getOrDefault(project.code(), Amount.ZERO)),
                        link + project.code(),
                        project.description(),
                        span(known.since.projects, project.code())));
    }

    private void project(Project project, List<Amount> amounts, String link, String more, Span span) {
        add(
                EntryKind.PROJECT,
                project.code().value(),
                project.name(),
                project.code() + " · " + names.unit(project.unit()),
                more,
                Set.of(project.unit()),
                amounts,
                link,
                span);
    }

    private void line(Balance line, String link, Span span) {
        Classification.Expenditure money = line.classification();
        String project = names.project(money.project());
        add(
                EntryKind.LINE,
                line.line().value(),
                line.line() + " · " + (project.isEmpty() ? money.category().label() : project),
                money.function() + " " + names.function(money.function()) + " · " + money.deptEconomic() + " "
                        + names.dept(money.deptEconomic()),
                String.join(
                        " ",
                        money.unit().value(),
                        names.unit(money.unit()),
                        money.govEconomic().value(),
                        names.gov(money.govEconomic()),
                        money.project().map(ProjectCode::value).orElse(""),
                        money.fund().label()),
                Set.of(money.unit()),
                List.of(line.budgeted(), line.of(Stage.INITIAL), line.available()),
                link + line.line(),
                span);
    }

    private void revenue(LineFact line, String link, Span span) {
        Classification.Revenue income = (Classification.Revenue) line.classification();
        add(
                EntryKind.REVENUE,
                line.key().value(),
                line.key() + " · " + income.revenue().label(),
                names.unit(income.unit()),
                income.unit().value(),
                Set.of(income.unit()),
                List.of(line.amount()),
                link,
                span);
    }

    private void adjustment(Facts.AdjustmentFact one, String link, Span span) {
        List<Amount> changes =
                one.request().entries().stream().map(AdjustmentEntry::change).toList();
        Amount in = Amount.sum(
                changes.stream().filter(change -> !change.isNegative()).toList());
        Amount out =
                Amount.sum(changes.stream().filter(Amount::isNegative).toList()).negated();
        List<Amount> amounts = new ArrayList<>(List.of(in.exceeds(out) ? in : out));
        amounts.addAll(changes);
        add(
                EntryKind.ADJUSTMENT,
                Integer.toString(one.number()),
                one.request().reason(),
                "第 " + one.number() + " 号 · " + one.kind().label() + " · " + one.makerName(),
                one.request().requestNumber() + " " + one.request().requestContent(),
                units(one),
                amounts,
                link + one.number(),
                span);
    }

    private static Set<UnitCode> units(Facts.AdjustmentFact one) {
        return one.request().entries().stream()
                .map(entry -> entry.classification().unit())
                .collect(Collectors.toSet());
    }

    private void document(Basis document, Set<UnitCode> units, String link, Span span) {
        add(
                EntryKind.DOCUMENT,
                document.documentNumber(),
                document.documentNumber(),
                document.title() + " · " + document.issuer(),
                "",
                units,
                List.of(),
                link,
                span);
    }
}
