package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The queue of those who decide: adjustments of their budgets that wait for their role, the longest waiting first. */
@Controller
class ApprovalsPage {
    private static final int ON_ONE_PAGE = 100;
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetShelf budgets;
    private final OpenDocuments documents;
    private final WorkDesk desk;
    private final Clock clock;

    ApprovalsPage(BudgetShelf budgets, OpenDocuments documents, WorkDesk desk, Clock clock) {
        this.budgets = budgets;
        this.documents = documents;
        this.desk = desk;
        this.clock = clock;
    }

    /** A document that waits, with its budget and for how many days. */
    public record Waiting(Listed listed, AdjustmentDocument document, long days) {}

    @GetMapping("/approvals")
    String approvals(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("waiting", Slice.of(waiting(), page, ON_ONE_PAGE));
        return "execute/approvals";
    }

    @GetMapping(path = "/approvals", params = "format")
    View file(@RequestParam GridFormat format) {
        return AdjustmentGrid.QUEUE.file(
                LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS).toString(), waiting(), format);
    }

    private List<Waiting> waiting() {
        Role role = desk.role();
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        Set<BudgetId> open = documents.onTheirWay();
        return budgets.mine().stream()
                .filter(listed -> open.contains(listed.header().id()))
                .flatMap(listed -> documents.of(listed.header().id()).stream()
                        .filter(document -> document.waitsFor(role))
                        .map(document -> new Waiting(listed, document, document.waitingDays(today))))
                .sorted(Comparator.comparing((Waiting one) -> one.document().since()))
                .toList();
    }
}
