package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a document goes the way it goes, and what it makes of projects, as JSON. */
@RestController
class ReasonsApi {
    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;

    ReasonsApi(BudgetShelf budgets, AdjustmentShelf shelf) {
        this.budgets = budgets;
        this.shelf = shelf;
    }

    /** @param policy names exactly the rules that were used */
    record Reasons(int number, String kind, String policy, List<Rule> rules, List<Reached> limits) {}

    record Rule(
            String rule,
            LocalDate from,
            Optional<LocalDate> to,
            List<String> stations,
            boolean approvalDemanded,
            String basis,
            boolean confirmed,
            int amendment) {
        static Rule of(AppliedRule rule) {
            return new Rule(
                    rule.rule(),
                    rule.from(),
                    rule.to(),
                    rule.stations().stream().map(Enum::name).toList(),
                    rule.approvalDemanded(),
                    rule.basis(),
                    rule.confirmed(),
                    rule.amendment());
        }
    }

    /** @param acknowledged what the submitter said to it; empty when nothing was asked */
    record Reached(
            String rule,
            String effect,
            String measure,
            String subject,
            long amount,
            String found,
            String bound,
            String basis,
            boolean confirmed,
            int amendment,
            String acknowledged) {
        static Reached of(ReachedLimit limit, Facts.AdjustmentReasons reasons) {
            return new Reached(
                    limit.rule(),
                    limit.effect().name(),
                    limit.measure().name(),
                    limit.subject(),
                    limit.amount().fen(),
                    limit.found(),
                    limit.bound(),
                    limit.basis(),
                    limit.confirmed(),
                    limit.amendment(),
                    reasons.said(limit.rule()));
        }
    }

    @GetMapping("/api/execution/{id}/adjustments/{number}/reasons")
    Reasons reasons(@PathVariable String id, @PathVariable int number) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        Facts.AdjustmentReasons reasons = shelf.reasons(budget.id(), budget.position(), number)
                .orElseGet(() -> new Facts.AdjustmentReasons(number, List.of(), List.of(), List.of()));
        return new Reasons(
                number,
                document.fact().kind().name(),
                document.fact().policy(),
                reasons.rules().stream().map(Rule::of).toList(),
                reasons.limits().stream()
                        .map(limit -> Reached.of(limit, reasons))
                        .toList());
    }

    @GetMapping("/api/execution/{id}/adjustments/{number}/changes")
    ChangesOfProjects changes(@PathVariable String id, @PathVariable int number) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        return shelf.changes(budget.id(), budget.position(), document, AdjustmentPages.projectNames(budget));
    }
}
