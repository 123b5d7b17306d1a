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
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/** What can be found of one budget: all of it by those whose it is, and by everybody what the public tables name. */
final class EntriesOfBudget {
    private final BudgetFacts facts;
    private final BudgetHeader header;
    private final CodeNames names;
    private final List<Entry> entries = new ArrayList<>();

    private EntriesOfBudget(BudgetFacts facts) {
        this.facts = facts;
        this.header = facts.header();
        this.names = CodeNames.of(facts);
    }

    /** As released: the budget, its units and its projects with the initial amounts, which tables 2 and 10 print. */
    static List<Entry> forEverybody(BudgetFacts released) {
        EntriesOfBudget of = new EntriesOfBudget(released);
        String page = "/budgets/" + of.header.id();
        of.budget(page);
        released.units().forEach(unit -> of.unit(unit, page + "/tables/2"));
        Map<ProjectCode, Amount> sums = new HashMap<>();
        released.expenditure().forEach(line -> {
            if (line.classification() instanceof Classification.Expenditure money) {
                money.project().ifPresent(project -> sums.merge(project, line.amount(), Amount::plus));
            }
        });
        released.projects()
                .forEach(project -> of.project(
                        project, List.of(sums.getOrDefault(project.code(), Amount.ZERO)), page + "/tables/10", ""));
        return of.entries;
    }

    /** What else is known of a budget by those whose it is. */
    record Known(
            List<Balance> lines,
            List<Facts.AdjustmentFact> adjustments,
            List<Facts.AdjustmentStep> steps,
            List<Facts.PhaseFact> phases) {}

    /** As it stands. */
    static List<Entry> forTheirs(BudgetFacts facts, Known known) {
        EntriesOfBudget of = new EntriesOfBudget(facts);
        String id = facts.header().id().toString();
        of.budget("/prepare/" + id);
        facts.units().forEach(unit -> of.unit(unit, "/prepare/" + id + "/units"));
        of.projects(known.lines, "/execute/" + id + "/projects/");
        known.lines.forEach(line -> of.line(line, "/execute/" + id + "?line="));
        facts.revenue().forEach(line -> of.revenue(line, "/prepare/" + id + "/revenue"));
        known.adjustments.forEach(one -> of.adjustment(one, "/execute/" + id + "/adjustments/"));
        Map<Integer, Set<UnitCode>> units = new HashMap<>();
        known.adjustments.forEach(one -> units.put(one.number(), units(one)));
        known.steps.forEach(step -> step.document()
                .ifPresent(document -> of.document(
                        document,
                        units.getOrDefault(step.number(), Set.of()),
                        "/execute/" + id + "/adjustments/" + step.number())));
        known.phases.forEach(phase ->
                phase.basis().ifPresent(document -> of.document(document, Set.of(), "/prepare/" + id + "/phase")));
        return of.entries;
    }

    private void add(
            EntryKind kind,
            String key,
            String title,
            String detail,
            String more,
            Set<UnitCode> units,
            List<Amount> amounts,
            String link) {
        entries.add(new Entry(kind, key, title, detail, more, units, amounts, link));
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
                link);
    }

    private void unit(BudgetUnit unit, String link) {
        add(
                EntryKind.UNIT,
                unit.code().value(),
                unit.name(),
                unit.code().value(),
                unit.listedName(),
                Set.of(unit.code()),
                List.of(),
                link);
    }

    private void projects(List<Balance> lines, String link) {
        Map<ProjectCode, Amount> initial = new HashMap<>();
        Map<ProjectCode, Amount> budgeted = new HashMap<>();
        lines.forEach(line -> line.classification().project().ifPresent(project -> {
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
                        project.description()));
    }

    private void project(Project project, List<Amount> amounts, String link, String more) {
        add(
                EntryKind.PROJECT,
                project.code().value(),
                project.name(),
                project.code() + " · " + names.unit(project.unit()),
                more,
                Set.of(project.unit()),
                amounts,
                link);
    }

    private void line(Balance line, String link) {
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
                link + line.line());
    }

    private void revenue(LineFact line, String link) {
        Classification.Revenue income = (Classification.Revenue) line.classification();
        add(
                EntryKind.REVENUE,
                line.key().value(),
                line.key() + " · " + income.revenue().label(),
                names.unit(income.unit()),
                income.unit().value(),
                Set.of(income.unit()),
                List.of(line.amount()),
                link);
    }

    private void adjustment(Facts.AdjustmentFact one, String link) {
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
                link + one.number());
    }

    private static Set<UnitCode> units(Facts.AdjustmentFact one) {
        return one.request().entries().stream()
                .map(entry -> entry.classification().unit())
                .collect(Collectors.toSet());
    }

    private void document(Basis document, Set<UnitCode> units, String link) {
        add(
                EntryKind.DOCUMENT,
                document.documentNumber(),
                document.documentNumber(),
                document.title() + " · " + document.issuer(),
                "",
                units,
                List.of(),
                link);
    }
}
