package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The queue of those who decide: adjustments of their budgets that wait for their role, the longest waiting first. */
@Controller
class ApprovalsPage {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;
    private final FactReader facts;
    private final WorkDesk desk;
    private final Clock clock;

    ApprovalsPage(BudgetShelf budgets, AdjustmentShelf shelf, FactReader facts, WorkDesk desk, Clock clock) {
        this.budgets = budgets;
        this.shelf = shelf;
        this.facts = facts;
        this.desk = desk;
        this.clock = clock;
    }

    /** A document that waits, with its budget and for how many days. */
    public record Waiting(Listed listed, AdjustmentDocument document, long days) {}

    @GetMapping("/approvals")
    String approvals(Model model) {
        Role role = desk.role();
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        long position = facts.position();
        List<Waiting> waiting = budgets.mine().stream()
                .flatMap(listed -> shelf.of(listed.header().id(), position).stream()
                        .filter(document -> document.waitsFor(role))
                        .map(document -> new Waiting(listed, document, document.waitingDays(today))))
                .sorted(Comparator.comparing((Waiting one) -> one.document().since()))
                .toList();
        model.addAttribute("waiting", waiting);
        return "execute/approvals";
    }
}
