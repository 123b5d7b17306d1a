package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/** {@code given(events).when(actor, command).then(events)} or {@code .refused(...)}: rules as sentences. */
final class Spec {
    private static final UUID ACT = new UUID(1, 2);

    private final States states;
    private final LocalDate today;

    private final AdjustmentRules rules;

    private Spec(States states, LocalDate today, AdjustmentRules rules) {
        this.states = states;
        this.today = today;
        this.rules = rules;
    }

    static Spec given(LedgerEvent... events) {
        return given(Budget.none()).and(Scene.DEPARTMENT, events);
    }

    static Spec given(Budget budget) {
        return new Spec(States.of(Scene.BUDGET, budget), LocalDate.of(2025, 3, 31), AdjustmentRules.shipped());
    }

    /** With more events, done by that person. */
    Spec and(Actor actor, LedgerEvent... events) {
        States after = states;
        for (LedgerEvent event : events) {
            States about = event instanceof BudgetEvent own ? about(own.budget(), after) : after;
            after = about.evolve(new Envelope<>(ACT, actor, today, event));
        }
        return new Spec(after, today, rules);
    }

    Spec on(LocalDate day) {
        return new Spec(states, day, rules);
    }

    /** Where the rules of the division are these. */
    Spec under(AdjustmentRules ofDivision) {
        return new Spec(states, today, ofDivision);
    }

    Policy policy() {
        return Policy.inForceOn(today, rules);
    }

    Budget budget() {
        return states.budget();
    }

    Funds funds() {
        return states.funds();
    }

    States states() {
        return states;
    }

    /** The same, told of another of the budgets. */
    Spec seenFrom(BudgetId id) {
        return new Spec(states.seenFrom(id), today, rules);
    }

    Budget other(BudgetId id) {
        return states.other(id);
    }

    Answer when(Actor actor, BudgetCommand command) {
        return new Answer(BudgetDecider.decide(
                policy(), new Envelope<>(ACT, actor, today, command), about(command.budget(), states)));
    }

    /** The budget of these sentences; as long as nothing is given of one, whichever is spoken of. */
    private static States about(BudgetId id, States now) {
        return now.budget().opening().isPresent() ? now : new States(id, now.budget(), now.funds(), now.others());
    }

    Answer when(Actor actor, FundsCommand command) {
        return new Answer(FundsDecider.decide(new Envelope<>(ACT, actor, today, command), states.funds()));
    }

    /** What the decider answered. */
    record Answer(Decision decision) {
        List<LedgerEvent> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted) decision).events();
        }

        void then(LedgerEvent... events) {
            assertThat(decision).isEqualTo(new Decision.Accepted(List.of(events)));
        }

        void nothingChanges() {
            then();
        }

        void refused(Refusal... refusals) {
            assertThat(objections()).extracting(Decision.Objection::refusal).containsExactly(refusals);
        }

        void refusedAt(String field, Refusal refusal) {
            assertThat(objections()).containsExactly(new Decision.Objection(0, field, refusal));
        }

        List<Decision.Objection> objections() {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            return ((Decision.Refused) decision).objections();
        }
    }
}
