package org.mingzhang.query.execution;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Execution month by month (执行导入): what was reported, and where the next report is uploaded. */
@Controller
class MonthPages {
    static final Set<Role> RECORDING =
            Set.of(Role.TREASURY, Role.DEPARTMENT_FINANCE, Role.SECTOR_DESK, Role.BUDGET_OFFICE);

    private static final int ON_ONE_PAGE = 200;

    private final WorkDesk desk;
    private final MonthlyExecution months;
    private final LineBalances balances;
    private final FactReader facts;

    MonthPages(WorkDesk desk, MonthlyExecution months, LineBalances balances, FactReader facts) {
        this.desk = desk;
        this.months = months;
        this.balances = balances;
        this.facts = facts;
    }

    /** A month as it is printed, with the sum since January. */
    public record MonthRow(MonthlyExecution.Month month, Amount since) {
        public String executed() {
            return AmountUnit.YUAN.print(month.executed());
        }

        public String committed() {
            return AmountUnit.YUAN.print(month.committed());
        }

        public String total() {
            return AmountUnit.YUAN.print(since);
        }
    }

    /** What was paid of a line in a month. */
    public record PaidLine(LedgerLine line, Amount paid) {
        public String printed() {
            return AmountUnit.YUAN.print(paid);
        }
    }

    @GetMapping("/execute/{id}/months")
    String months(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("months", rows(budget));
        model.addAttribute("closing", YearEndView.closing(facts, budget).orElse(null));
        model.addAttribute("mayRecord", WorkDesk.isNow(model) && RECORDING.contains(desk.role()));
        model.addAttribute("year", budget.id().year().value());
        return "execute/months";
    }

    @GetMapping(path = "/execute/{id}/months", params = "format")
    View monthsAsFile(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        return MonthGrid.MONTHS.file(budget.id().toString(), rows(budget), format);
    }

    private List<MonthRow> rows(OpenedBudget budget) {
        Amount since = Amount.ZERO;
        List<MonthRow> rows = new ArrayList<>();
        for (MonthlyExecution.Month month : months.months(budget.id(), budget.moment())) {
            since = since.plus(month.executed());
            rows.add(new MonthRow(month, since));
        }
        return rows;
    }

    @GetMapping("/execute/{id}/months/{month}")
    String month(
            @PathVariable String id,
            @PathVariable String month,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        YearMonth asked = parsed(month, budget);
        Map<LineKey, Amount> paid = months.lines(budget.id(), budget.moment(), asked);
        List<PaidLine> lines = paid(budget, paid);
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, lines.size());
        int to = Math.min(lines.size(), from + ON_ONE_PAGE);
        model.addAttribute("month", asked);
        model.addAttribute("lines", lines.subList(from, to));
        model.addAttribute("found", lines.size());
        model.addAttribute("sum", AmountUnit.YUAN.print(Amount.sum(paid.values())));
        model.addAttribute("nextPage", to < lines.size() ? Optional.of(page + 1) : Optional.empty());
        model.addAttribute(
                "corrections",
                corrections(budget, asked, shown(paid)).stream()
                        .limit(ON_ONE_PAGE)
                        .toList());
        return "execute/month";
    }

    @GetMapping(path = "/execute/{id}/months/{month}", params = "format")
    View monthAsFile(
            @PathVariable String id,
            @PathVariable String month,
            @RequestParam(defaultValue = "lines") String of,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        YearMonth asked = parsed(month, budget);
        Map<LineKey, Amount> paid = months.lines(budget.id(), budget.moment(), asked);
        String subject = budget.id() + "-" + asked;
        return of.equals("corrections")
                ? MonthGrid.CORRECTIONS.file(subject, corrections(budget, asked, shown(paid)), format)
                : MonthGrid.LINES.file(subject, paid(budget, paid), format);
    }

    private List<PaidLine> paid(OpenedBudget budget, Map<LineKey, Amount> paid) {
        CodeNames names = CodeNames.of(budget.facts());
        return balances.of(budget.id(), budget.moment()).stream()
                .filter(balance -> paid.containsKey(balance.line()))
                .map((Balance balance) ->
                        new PaidLine(new LedgerLine(balance, names), paid.getOrDefault(balance.line(), Amount.ZERO)))
                .toList();
    }

    private static Set<String> shown(Map<LineKey, Amount> paid) {
        return paid.keySet().stream().map(LineKey::value).collect(Collectors.toSet());
    }

    private List<Facts.CorrectionFact> corrections(OpenedBudget budget, YearMonth month, Set<String> shown) {
        return facts.history(budget.id(), budget.position(), FactKind.CORRECTION, Facts.CorrectionFact.class).stream()
                .filter(correction -> correction.month().equals(month) && shown.contains(correction.line()))
                .toList();
    }

    private static YearMonth parsed(String month, OpenedBudget budget) {
        try {
            YearMonth parsed = YearMonth.parse(month);
            if (parsed.getYear() == budget.id().year().value()) {
                return parsed;
            }
        } catch (DateTimeParseException e) {
            // no month
        }
        throw new PageNotFound();
    }
}
