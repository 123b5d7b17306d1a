package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Months, the end of the year and the final accounts, as JSON for those whose budget it is; amounts in whole fen. */
@RestController
class YearApi {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetShelf budgets;
    private final LineBalances balances;
    private final MonthlyExecution months;
    private final FactReader facts;
    private final Clock clock;

    YearApi(BudgetShelf budgets, LineBalances balances, MonthlyExecution months, FactReader facts, Clock clock) {
        this.budgets = budgets;
        this.balances = balances;
        this.months = months;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param executed paid without what came back */
    record Month(String month, long executed, long committed, long lines, String document) {}

    /** What becomes of a line: {@code left} is carried over and lapsed together. */
    record YearEndLine(String line, long left, long carried, long lapsed, String ground, boolean waiting) {}

    /**
     * @param closedOn empty while the year is open
     * @param unreported months that are over and in which nothing was paid of any line
     */
    record YearEnd(
            String closedOn,
            long left,
            long carried,
            long lapsed,
            long waiting,
            List<String> unreported,
            List<YearEndLine> lines) {}

    /** The three numbers of a code, with what is carried over and lapsed. */
    record Numbers(String code, String name, long initial, long revised, long executed, long carriedOver, long lapsed) {
        static Numbers of(ThreeNumbers.Row row) {
            return new Numbers(
                    row.code(),
                    row.name(),
                    row.of(Stage.INITIAL).fen(),
                    row.revised().fen(),
                    row.of(Stage.EXECUTED).fen(),
                    row.of(Stage.CARRIED_OVER).fen(),
                    row.of(Stage.LAPSED).fen());
        }
    }

    /** The same of a line, with what it is counted under. */
    record LineNumbers(
            String line,
            String unit,
            String project,
            String function,
            String deptEconomic,
            long initial,
            long revised,
            long executed,
            long carriedOver,
            long lapsed) {
        static LineNumbers of(LineBalances.Balance line) {
            Classification.Expenditure money = line.classification();
            return new LineNumbers(
                    line.line().value(),
                    money.unit().value(),
                    money.project().map(ProjectCode::value).orElse(""),
                    money.function().value(),
                    money.deptEconomic().value(),
                    line.of(Stage.INITIAL).fen(),
                    line.budgeted().fen(),
                    line.of(Stage.EXECUTED).fen(),
                    line.of(Stage.CARRIED_OVER).fen(),
                    line.of(Stage.LAPSED).fen());
        }
    }

    /** @param daysLate beyond what the law allows */
    record Step(
            String stage,
            boolean returned,
            LocalDate day,
            String document,
            String words,
            int daysLate,
            String actor,
            String role) {
        static Step of(Facts.AccountsFact fact) {
            return new Step(
                    fact.stage().name(),
                    fact.returned(),
                    fact.day(),
                    fact.document().map(Basis::documentNumber).orElse(""),
                    fact.words(),
                    fact.daysLate(),
                    fact.actor(),
                    fact.role().name());
        }
    }

    /** @param next the stage that comes next; empty before the year is closed and when they are disclosed */
    record Accounts(
            String next,
            Numbers total,
            List<Numbers> functions,
            List<Numbers> economics,
            List<LineNumbers> lines,
            List<Step> steps) {}

    @GetMapping("/api/execution/{id}/months")
    List<Month> months(@PathVariable String id) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        return months.months(budget.id(), budget.moment()).stream()
                .map(month -> new Month(
                        month.month().toString(),
                        month.executed().fen(),
                        month.committed().fen(),
                        month.lines(),
                        String.join("、", month.documents())))
                .toList();
    }

    @GetMapping("/api/execution/{id}/year-end")
    YearEnd yearEnd(@PathVariable String id) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        YearEndRules rules = YearEndRules.inForceOn(today);
        List<YearEndView.Row> rows = YearEndView.rows(facts, budget, balances.of(budget.id(), budget.moment()), rules);
        YearEndPage.Totals totals = YearEndPage.Totals.of(rows);
        return new YearEnd(
                YearEndView.closing(facts, budget)
                        .map(closing -> closing.closedOn().toString())
                        .orElse(""),
                totals.left().fen(),
                totals.carried().fen(),
                totals.lapsed().fen(),
                totals.waiting(),
                UnreportedMonths.of(budget, months, today).stream()
                        .map(YearMonth::toString)
                        .toList(),
                rows.stream()
                        .map(row -> new YearEndLine(
                                row.line().key(),
                                row.left().fen(),
                                row.carried().fen(),
                                row.lapsed().fen(),
                                row.ground().name(),
                                row.waiting()))
                        .toList());
    }

    @GetMapping("/api/execution/{id}/accounts")
    Accounts accounts(@PathVariable String id) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        List<LineBalances.Balance> lines = balances.of(budget.id(), budget.moment());
        ThreeNumbers numbers = new ThreeNumbers(lines, budget.header().classificationYear());
        List<Facts.AccountsFact> steps = AccountsPages.steps(facts, budget);
        boolean closed = YearEndView.closing(facts, budget).isPresent();
        return new Accounts(
                closed ? AccountsPages.next(steps).map(Enum::name).orElse("") : "",
                Numbers.of(numbers.total()),
                numbers.byFunction().stream().map(Numbers::of).toList(),
                numbers.byEconomy().stream().map(Numbers::of).toList(),
                lines.stream().map(LineNumbers::of).toList(),
                steps.stream().map(Step::of).toList());
    }
}
