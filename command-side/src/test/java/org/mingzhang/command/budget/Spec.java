package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;

/** {@code given(events).when(actor, command).then(events)} or {@code .refused(...)}: rules as sentences. */
final class Spec {
    private static final UUID ACT = new UUID(1, 2);

    private final Budget budget;
    private final LocalDate today;

    private final AdjustmentRules rules;

    private Spec(Budget budget, LocalDate today, AdjustmentRules rules) {
        this.budget = budget;
        this.today = today;
        this.rules = rules;
    }

    static Spec given(BudgetEvent... events) {
        return given(Budget.none()).and(Scene.DEPARTMENT, events);
    }

    static Spec given(Budget budget) {
        return new Spec(budget, LocalDate.of(2025, 3, 31), AdjustmentRules.shipped());
    }

    /** With more events, done by that person. */
    Spec and(Actor actor, BudgetEvent... events) {
        Budget after = budget;
        for (BudgetEvent event : events) {
            after = after.evolve(new Envelope<>(ACT, actor, today, event));
        }
        return new Spec(after, today, rules);
    }

    Spec on(LocalDate day) {
        return new Spec(budget, day, rules);
    }

    /** Where the rules of the division are these. */
    Spec under(AdjustmentRules ofDivision) {
        return new Spec(budget, today, ofDivision);
    }

    Policy policy() {
        return Policy.inForceOn(today, rules);
    }

    Budget budget() {
        return budget;
    }

    Answer when(Actor actor, BudgetCommand command) {
        return new Answer(BudgetDecider.decide(policy(), new Envelope<>(ACT, actor, today, command), budget));
    }

    /** What the decider answered. */
    record Answer(Decision decision) {
        List<BudgetEvent> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted) decision).events();
        }

        void then(BudgetEvent... events) {
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
