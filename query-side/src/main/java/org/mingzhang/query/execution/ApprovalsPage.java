package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.ListsThen;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.Shown;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.Visitor;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/**
 * The queue of those who decide: adjustments of their budgets that wait for their role, the longest waiting first; some of
 * them can be looked at together before they are decided on.
 */
@Controller
class ApprovalsPage {
    private static final int ON_ONE_PAGE = 200;

    private final BudgetShelf budgets;
    private final ListsThen lists;
    private final ListInstant instant;
    private final OpenDocuments documents;
    private final LineBalances balances;
    private final WorkDesk desk;
    private final CurrentVisitor visitors;
    private final WhatIf whatIf;
    private final Foresight foresight;

    ApprovalsPage(
            BudgetShelf budgets,
            ListsThen lists,
            ListInstant instant,
            OpenDocuments documents,
            LineBalances balances,
            WorkDesk desk,
            CurrentVisitor visitors,
            WhatIf whatIf,
            Foresight foresight) {
        this.budgets = budgets;
        this.lists = lists;
        this.instant = instant;
        this.documents = documents;
        this.balances = balances;
        this.desk = desk;
        this.visitors = visitors;
        this.whatIf = whatIf;
        this.foresight = foresight;
    }

    /**
     * A document that waits, with its budget and for how many days.
     *
     * @param pick names it with what its decider sees as the next step, so that a page that has grown old decides nothing
     * @param flags keys of words that tell what to look at
     */
    public record Waiting(Listed listed, AdjustmentDocument document, long days, String pick, List<String> flags) {}

    /** Documents of one budget taken together. */
    public record Together(OpenedBudget budget, Foreseen foreseen, List<Integer> numbers) {}

    @GetMapping("/approvals")
    String approvals(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") List<String> pick,
            Locale locale,
            Model model) {
        List<Waiting> waiting = waiting();
        model.addAttribute("waiting", Slice.of(waiting, page, ON_ONE_PAGE));
        model.addAttribute("picked", picked(pick, model));
        model.addAttribute("deciding", instant.isNow());
        model.addAttribute("together", instant.isNow() ? together(waiting, pick, locale) : List.of());
        instant.lookBack(model);
        model.addAttribute("key", Identities.next().toString());
        return "execute/approvals";
    }

    /** Those that were picked for the preview, or that could not be decided a moment ago. */
    private static Set<String> picked(List<String> asked, Model model) {
        Set<String> picked = new HashSet<>(asked);
        if (model.getAttribute("failed") instanceof Collection<?> failed) {
            failed.forEach(one -> picked.add(String.valueOf(one)));
        }
        return picked;
    }

    @GetMapping(path = "/approvals", params = "format")
    View file(@RequestParam GridFormat format) {
        return AdjustmentGrid.QUEUE.file(instant.day().toString(), waiting(), format);
    }

    /**
     * The queue for a program.
     *
     * @param moved in whole fen
     * @param next the station that comes next; empty when only the approval is still to be registered
     * @param days for how many it has waited
     */
    record Queued(
            String budget,
            int number,
            String kind,
            long moved,
            String reason,
            String maker,
            String next,
            LocalDate since,
            long days,
            List<String> flags) {
        static Queued of(Waiting waiting) {
            AdjustmentDocument document = waiting.document();
            return new Queued(
                    waiting.listed().header().id().toString(),
                    document.number(),
                    document.fact().kind().name(),
                    AdjustmentDocument.moved(document.fact().request()).fen(),
                    document.fact().request().reason(),
                    document.fact().makerName(),
                    document.next().map(Enum::name).orElse(""),
                    document.since(),
                    waiting.days(),
                    waiting.flags().stream()
                            .map(flag -> flag.substring("flag.".length()))
                            .toList());
        }
    }

    @ResponseBody
    @GetMapping("/api/approvals")
    List<Queued> queue() {
        return waiting().stream().map(Queued::of).toList();
    }

    private List<Waiting> waiting() {
        Predicate<AdjustmentDocument> theirs = theirs();
        Moment moment = instant.moment();
        LocalDate today = instant.day();
        Set<BudgetId> open = instant.isNow() ? documents.onTheirWay() : documents.everOnTheirWay(moment);
        List<Waiting> waiting = new ArrayList<>();
        for (Listed listed : lists.mine()) {
            BudgetId budget = listed.header().id();
            if (open.contains(budget)) {
                waiting.addAll(of(listed, theirs, moment, today));
            }
        }
        waiting.sort(Comparator.comparing((Waiting one) -> one.document().since()));
        Shown.budgets(waiting.stream()
                .map(one -> one.listed().header().id().toString())
                .distinct()
                .toList());
        return waiting;
    }

    /** What waits for their role; nobody decides on what is their own. */
    private Predicate<AdjustmentDocument> theirs() {
        Role role = desk.role();
        String login = visitors.visitor().map(Visitor::login).orElse("");
        return document -> document.waitsFor(role) && !document.fact().maker().equals(login);
    }

    private List<Waiting> of(Listed listed, Predicate<AdjustmentDocument> waits, Moment moment, LocalDate today) {
        BudgetId budget = listed.header().id();
        List<AdjustmentDocument> theirs =
                documents.of(budget, moment).stream().filter(waits).toList();
        List<Balance> lines = theirs.isEmpty() ? List.of() : balances.of(budget, moment);
        Map<String, Facts.AdjustmentReasons> reasons = theirs.isEmpty() ? Map.of() : documents.reasons(budget, moment);
        return theirs.stream()
                .map(document -> new Waiting(
                        listed,
                        document,
                        document.waitingDays(today),
                        pick(budget, document),
                        DocumentFlags.of(document, lines, reached(reasons, document))))
                .toList();
    }

    private static List<ReachedLimit> reached(
            Map<String, Facts.AdjustmentReasons> reasons, AdjustmentDocument document) {
        return Optional.ofNullable(reasons.get(Integer.toString(document.number())))
                .map(Facts.AdjustmentReasons::limits)
                .orElse(List.of());
    }

    private static String pick(BudgetId budget, AdjustmentDocument document) {
        String next = document.next()
                .map(Enum::name)
                .orElseGet(() -> document.effectiveOn().toString());
        return budget + "/" + document.number() + "/" + next;
    }

    /** What was picked and still waits, by budget and in the order of the queue. */
    private List<Together> together(List<Waiting> waiting, List<String> picks, Locale locale) {
        Map<BudgetId, List<Integer>> numbers = new LinkedHashMap<>();
        waiting.stream()
                .filter(one -> picks.contains(one.pick()))
                .forEach(one -> numbers.computeIfAbsent(one.listed().header().id(), budget -> new ArrayList<>())
                        .add(one.document().number()));
        List<Together> together = new ArrayList<>();
        numbers.forEach((id, some) -> {
            OpenedBudget budget = budgets.openForWork(id.toString());
            together.add(new Together(budget, foresight.of(budget, whatIf.decided(id, some, locale)), some));
        });
        return together;
    }
}
