package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;

/**
 * What would happen to a budget: the decider and the fold of every command, on states that are thrown away.
 *
 * <p>Whoever would decide and the document that would be registered are stand-ins; what they cannot change is what is
 * asked: whether it would pass, and what it would move.
 */
public final class DryRun {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String STAND_IN = "预演";

    private final LocalDate today;
    private final Function<Envelope<BudgetCommand>, Policy> rules;
    private final BudgetId home;
    private final List<Envelope<BudgetEvent>> events = new ArrayList<>();
    private final List<FundsEvent> funds = new ArrayList<>();
    private States states;

    /** @param rules that a command would be decided on */
    public DryRun(States states, LocalDate today, Function<Envelope<BudgetCommand>, Policy> rules) {
        this.states = states;
        this.home = states.id();
        this.today = today;
        this.rules = rules;
    }

    /** Decides as if it were handed in now; nothing of it stays when it is refused. */
    public Decision decide(Envelope<BudgetCommand> envelope) {
        States about = states.seenFrom(envelope.message().budget());
        Decision decision = BudgetDecider.decide(rules.apply(envelope), envelope, about);
        if (decision instanceof Decision.Accepted accepted) {
            for (LedgerEvent event : accepted.events()) {
                states = states.evolve(envelope.with(event));
                if (event instanceof BudgetEvent ofBudget) {
                    events.add(envelope.with(ofBudget));
                } else if (event instanceof FundsEvent source) {
                    funds.add(source);
                }
            }
        }
        return decision;
    }

    /**
     * Takes a document through every station that is left and into effect; answers what speaks against it. One that follows
     * another goes the way of that one.
     */
    public List<Decision.Objection> toEffect(int number) {
        States before = states;
        int known = events.size();
        int drawn = funds.size();
        List<Decision.Objection> against = passed(leader(new AdjustmentRef(home, number)));
        if (!against.isEmpty()) {
            states = before;
            events.subList(known, events.size()).clear();
            funds.subList(drawn, funds.size()).clear();
        }
        return against;
    }

    private Optional<FiledAdjustment> find(AdjustmentRef document) {
        return states.seenFrom(document.budget())
                .budget()
                .execution()
                .adjustments()
                .get(document.number());
    }

    private AdjustmentRef leader(AdjustmentRef document) {
        return find(document)
                .filter(FiledAdjustment::follows)
                .flatMap(FiledAdjustment::counterpart)
                .map(FiledAdjustment.Counterpart::document)
                .orElse(document);
    }

    private List<Decision.Objection> passed(AdjustmentRef document) {
        Optional<FiledAdjustment> found = find(document);
        LocalDate day = found.map(DryRun::effectiveOn).orElse(today);
        List<AdjustmentStation> left = found.map(
                        one -> one.stations().stream().skip(one.passed().size()).toList())
                .orElse(List.of());
        for (AdjustmentStation station : left) {
            Decision decision = decide(by(
                    Roles.at(station).iterator().next(),
                    day,
                    new AdjustmentCommand.ReviewAdjustment(
                            document.budget(), document.number(), station, Optional.of(paper(day)), "")));
            if (decision instanceof Decision.Refused refused) {
                return refused.objections();
            }
        }
        Role registering = found.map(StationGate::registering)
                .map(roles -> roles.iterator().next())
                .orElse(Role.BUDGET_OFFICE);
        Decision decision = decide(by(
                registering,
                day,
                new AdjustmentCommand.PutAdjustmentIntoEffect(
                        document.budget(), document.number(), Optional.of(paper(day)), day)));
        return decision instanceof Decision.Refused refused ? refused.objections() : List.of();
    }

    /** As it was asked for, or as soon after it as whoever decided allows. */
    private static LocalDate effectiveOn(FiledAdjustment document) {
        LocalDate asked = document.request().effectiveOn();
        return document.decidedOn().filter(asked::isBefore).orElse(asked);
    }

    /** Everything that would be recorded of the budget, in its order. */
    public List<Envelope<BudgetEvent>> events() {
        return events.stream()
                .filter(event -> event.message().budget().equals(home))
                .toList();
    }

    /** Everything that would be recorded of other budgets with it. */
    public List<Envelope<BudgetEvent>> elsewhere() {
        return events.stream()
                .filter(event -> !event.message().budget().equals(home))
                .toList();
    }

    /** Everything that would be recorded of the division's funds. */
    public List<FundsEvent> funds() {
        return List.copyOf(funds);
    }

    public Budget state() {
        return states.budget();
    }

    private Envelope<BudgetCommand> by(Role role, LocalDate day, AdjustmentCommand command) {
        LocalDate then = day.isAfter(today) ? day : today;
        return new Envelope<>(NOBODY, Actor.of(STAND_IN, STAND_IN, role), then, command);
    }

    /** Whether it is the one who decides in a dry run, with papers that there are not yet. */
    static boolean isRehearsing(Actor actor) {
        return actor.login().equals(STAND_IN);
    }

    private static Basis paper(LocalDate day) {
        return new Basis(STAND_IN, STAND_IN, STAND_IN, day, true);
    }
}
