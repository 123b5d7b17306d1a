package org.mingzhang.query.search;

import java.util.ArrayList;
import java.util.List;
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

/** Says of each thing of a budget by what it is found and how it is shown. */
final class EntryMaker {
    private final BudgetHeader header;
    private final CodeNames names;
    private final List<Entry> entries = new ArrayList<>();

    EntryMaker(BudgetFacts facts) {
        this.header = facts.header();
        this.names = CodeNames.of(facts);
    }

    List<Entry> entries() {
        return entries;
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

    void budget(String link, Span span) {
        add(
                EntryKind.BUDGET,
                header.id().toString(),
                header.departmentName(),
                header.shortName(),
                header.divisionName(),
                Set.of(),
                List.of(),
                link,
                span);
    }

    void unit(BudgetUnit unit, String link, Span span) {
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

    void project(Project project, List<Amount> amounts, String link, String more, Span span) {
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

    void line(Balance line, String link, Span span) {
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

    void revenue(LineFact line, String link, Span span) {
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

    void adjustment(Facts.AdjustmentFact one, String link, Span span) {
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

    static Set<UnitCode> units(Facts.AdjustmentFact one) {
        return one.request().entries().stream()
                .map(entry -> entry.classification().unit())
                .collect(Collectors.toSet());
    }

    void document(Basis document, Set<UnitCode> units, String link, Span span) {
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
