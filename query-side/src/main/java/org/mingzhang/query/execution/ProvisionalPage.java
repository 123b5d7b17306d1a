package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Spending before the approval (批复前预拨): what was issued of which line, and a grid to issue more. */
@Controller
class ProvisionalPage {
    private static final int ON_ONE_PAGE = 100;

    private final WorkDesk desk;
    private final LineBalances balances;
    private final FactReader facts;

    ProvisionalPage(WorkDesk desk, LineBalances balances, FactReader facts) {
        this.desk = desk;
        this.balances = balances;
        this.facts = facts;
    }

    /** Something that was issued. */
    public record Issued(Facts.ProvisionalFact fact) {
        public String amount() {
            return AmountUnit.YUAN.print(fact.amount());
        }

        public String reference() {
            return AmountUnit.YUAN.print(fact.reference());
        }
    }

    /** A line as it may be issued of. */
    public record Drafted(LedgerLine line, String provisional, String used) {
        static Drafted of(Balance balance, CodeNames names) {
            return new Drafted(
                    new LedgerLine(balance, names),
                    AmountUnit.YUAN.print(balance.of(Stage.PROVISIONAL)),
                    AmountUnit.YUAN.print(balance.of(Stage.EXECUTED).plus(balance.of(Stage.COMMITTED))));
        }
    }

    @GetMapping("/execute/{id}/provisional")
    String provisional(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<Balance> lines = balances.of(budget.id(), budget.moment());
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, lines.size());
        int to = Math.min(lines.size(), from + ON_ONE_PAGE);
        CodeNames names = CodeNames.of(budget.facts());
        model.addAttribute(
                "lines",
                lines.subList(from, to).stream()
                        .map(balance -> Drafted.of(balance, names))
                        .toList());
        model.addAttribute("nextPage", to < lines.size() ? Optional.of(page + 1) : Optional.empty());
        model.addAttribute("page", page);
        model.addAttribute(
                "issued",
                issued(budget, lines).stream()
                        .limit(ON_ONE_PAGE)
                        .map(Issued::new)
                        .toList());
        model.addAttribute("grounds", Choice.of(ProvisionalGround.values(), ProvisionalGround::label));
        model.addAttribute("approved", Submitting.executing(model));
        model.addAttribute(
                "mayIssue", WorkDesk.isNow(model) && !Submitting.executing(model) && desk.role() == Role.BUDGET_OFFICE);
        return "execute/provisional";
    }

    @GetMapping(path = "/execute/{id}/provisional", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(defaultValue = "lines") String of,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        String subject = budget.id().toString();
        List<Balance> lines = balances.of(budget.id(), budget.moment());
        CodeNames names = CodeNames.of(budget.facts());
        return of.equals("issued")
                ? ProvisionalGrid.ISSUED.file(subject, issued(budget, lines), format)
                : ProvisionalGrid.LINES.file(
                        subject,
                        lines.stream()
                                .map(balance -> new LedgerLine(balance, names))
                                .toList(),
                        format);
    }

    /** Of the lines that the visitor may see, the latest first. */
    private List<Facts.ProvisionalFact> issued(OpenedBudget budget, List<Balance> lines) {
        Set<String> shown =
                lines.stream().map(balance -> balance.line().value()).collect(Collectors.toSet());
        return facts
                .history(budget.id(), budget.position(), FactKind.PROVISIONAL, Facts.ProvisionalFact.class)
                .reversed()
                .stream()
                .filter(issued -> shown.contains(issued.line()))
                .filter(issued -> budget.moment().counts(issued.day()))
                .toList();
    }
}
