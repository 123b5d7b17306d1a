package org.mingzhang.query.web;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.BudgetState;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out a budget for somebody who works on it: as it stands, with what a form has to send back. */
@Component
public class WorkDesk {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Set<String> DRAFTING_PHASES = Set.of("preparing", "first-down");
    private static final Set<String> ADJUSTING_PHASES = Set.of("approved", "distributed");
    private static final Set<Role> DRAFTING_ROLES = Set.of(Role.UNIT_OFFICER, Role.DEPARTMENT_FINANCE);

    private final BudgetShelf shelf;
    private final FactReader facts;
    private final EventLog log;
    private final FactFeed feed;
    private final CurrentVisitor visitors;
    private final AsOfBars bars;

    WorkDesk(BudgetShelf shelf, FactReader facts, EventLog log, FactFeed feed, CurrentVisitor visitors, AsOfBars bars) {
        this.bars = bars;
        this.shelf = shelf;
        this.facts = facts;
        this.log = log;
        this.feed = feed;
        this.visitors = visitors;
    }

    /**
     * The budget at the instant of either clock that the page is asked for, with its phase and version in the model.
     *
     * <p>The version is read before the facts: a form may then be refused as stale without need, but never be accepted
     * on top of something that its page did not show.
     */
    public OpenedBudget open(String id, Model model) {
        AsOf asOf = AsOf.ofRequest();
        long version = log.streamVersion(id);
        feed.awaitUnlessStopped(log.head(), LONGEST);
        OpenedBudget budget = shelf.openForWork(id, asOf);
        Optional<Facts.PhaseFact> phase = phase(budget);
        String stage = phase.map(Facts.PhaseFact::phase).orElse("preparing");
        model.addAttribute("budget", budget);
        model.addAttribute("phase", stage);
        model.addAttribute("state", BudgetState.of(facts, budget.id(), budget.moment(), stage));
        model.addAttribute("lastStep", phase);
        model.addAttribute("version", version);
        model.addAttribute("key", Identities.next().toString());
        model.addAttribute("nowOnly", null);
        model.addAttribute(
                "asOfBar",
                bars.of(budget, budget.only().map(Scope::of).orElse(Scope.DEPARTMENT), asOf, true)
                        .orElse(null));
        model.addAttribute("asOf", asOf);
        model.addAttribute(
                "drafting", asOf.now() && DRAFTING_PHASES.contains(stage) && DRAFTING_ROLES.contains(role()));
        boolean open = ADJUSTING_PHASES.contains(stage) && !closed(budget);
        model.addAttribute("open", open);
        model.addAttribute("adjusting", asOf.now() && open && DRAFTING_ROLES.contains(role()));
        return budget;
    }

    /** Whether a page that was opened here shows now, so that something can be done on it. */
    public static boolean isNow(Model model) {
        return model.getAttribute("asOf") instanceof AsOf asOf && asOf.now();
    }

    /** The role that the visitor acts in. */
    public Role role() {
        return visitors.visitor().map(Visitor::role).orElseThrow(PageNotFound::new);
    }

    /** Whether a budget that was opened here is approved and its year not closed, so that its money may move. */
    public static boolean isOpen(Model model) {
        return Boolean.TRUE.equals(model.getAttribute("open"));
    }

    private boolean closed(OpenedBudget budget) {
        return facts.rows(budget.id(), budget.position(), FactKind.CLOSING, Facts.ClosingFact.class).values().stream()
                .anyMatch(closing -> budget.moment().counts(closing.closedOn()));
    }

    private Optional<Facts.PhaseFact> phase(OpenedBudget budget) {
        return facts.held(budget.id(), budget.position(), FactKind.PHASE, Facts.PhaseFact.class).stream()
                .map(FactReader.Held::body)
                .filter(phase -> budget.moment().counts(phase.day()))
                .reduce((earlier, later) -> later);
    }
}
