package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The end of the year (年终结转): a proposal for each line, what the department says of it, and the closing. */
@Controller
class YearEndPage {
    /** Each row may be three fields of a form, and servers take a thousand. */
    private static final int ON_ONE_PAGE = 100;

    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private static final Grid<YearEndView.Row> GRID = new Grid<>(
            "yearend.title",
            List.of(
                    GridColumn.code("line.key", row -> row.line().key()),
                    GridColumn.code("project.code", row -> row.line().projectCode()),
                    GridColumn.text("line.project", row -> row.line().purpose()),
                    GridColumn.money(
                            "execute.budgeted", row -> row.line().balance().budgeted()),
                    GridColumn.money(
                            "execute.executed", row -> row.line().balance().of(Stage.EXECUTED)),
                    GridColumn.money("yearend.left", YearEndView.Row::left),
                    GridColumn.money("yearend.carried", YearEndView.Row::carried),
                    GridColumn.money("yearend.lapsed", YearEndView.Row::lapsed),
                    GridColumn.choice("yearend.ground", row -> row.ground()),
                    GridColumn.words("adjust.status", row -> row.waiting() ? "yearend.to-state" : ""),
                    GridColumn.text(
                            "yearend.statement",
                            row -> row.said()
                                    .map(Facts.CarryOverFact::statement)
                                    .orElse(""))));

    private final WorkDesk desk;
    private final LineBalances balances;
    private final MonthlyExecution months;
    private final FactReader facts;
    private final Clock clock;

    YearEndPage(WorkDesk desk, LineBalances balances, MonthlyExecution months, FactReader facts, Clock clock) {
        this.desk = desk;
        this.balances = balances;
        this.months = months;
        this.facts = facts;
        this.clock = clock;
    }

    /** Of all lines, also those that are not on the page. */
    public record Totals(Amount left, Amount carried, Amount lapsed, long waiting) {
        static Totals of(List<YearEndView.Row> rows) {
            return new Totals(
                    Amount.sum(rows.stream().map(YearEndView.Row::left).toList()),
                    Amount.sum(rows.stream().map(YearEndView.Row::carried).toList()),
                    Amount.sum(rows.stream().map(YearEndView.Row::lapsed).toList()),
                    rows.stream().filter(YearEndView.Row::waiting).count());
        }

        public String leftPrinted() {
            return AmountUnit.YUAN.print(left);
        }

        public String carriedPrinted() {
            return AmountUnit.YUAN.print(carried);
        }

        public String lapsedPrinted() {
            return AmountUnit.YUAN.print(lapsed);
        }
    }

    @GetMapping("/execute/{id}/year-end")
    String yearEnd(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        OpenedBudget budget = desk.open(id, model);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        YearEndRules rules = YearEndRules.inForceOn(today);
        List<YearEndView.Row> rows = rows(budget, rules);
        Optional<Facts.ClosingFact> closing = YearEndView.closing(facts, budget);
        boolean executing = WorkDesk.isNow(model) && Submitting.executing(model) && closing.isEmpty();
        LocalDate last = LocalDate.of(budget.id().year().value(), 12, 31);
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, rows.size());
        int to = Math.min(rows.size(), from + ON_ONE_PAGE);
        model.addAttribute("rows", rows.subList(from, to));
        model.addAttribute("totals", Totals.of(rows));
        model.addAttribute("nextPage", to < rows.size() ? Optional.of(page + 1) : Optional.empty());
        model.addAttribute("page", page);
        model.addAttribute("unreported", UnreportedMonths.of(budget, months, today));
        model.addAttribute("closing", closing.orElse(null));
        model.addAttribute("rules", rules);
        model.addAttribute("mayState", executing && Submitting.DRAFTING.contains(desk.role()));
        model.addAttribute("mayClose", executing && desk.role() == Role.BUDGET_OFFICE && !today.isBefore(last));
        model.addAttribute("early", today.isBefore(last));
        model.addAttribute("last", last);
        return "execute/year-end";
    }

    @GetMapping(path = "/execute/{id}/year-end", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        YearEndRules rules = YearEndRules.inForceOn(LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS));
        return GRID.file(budget.id().toString(), rows(budget, rules), format);
    }

    /** Those that wait for a word come first, so that nobody has to look for them. */
    private List<YearEndView.Row> rows(OpenedBudget budget, YearEndRules rules) {
        return YearEndView.rows(facts, budget, balances.of(budget.id(), budget.moment()), rules).stream()
                .sorted(Comparator.comparing(row -> !row.waiting()))
                .toList();
    }
}
