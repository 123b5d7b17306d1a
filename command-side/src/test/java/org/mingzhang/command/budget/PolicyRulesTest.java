package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.OFFICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;

/** How the rules of a division change: by two people, from a day that is not past, and never against the law. */
class PolicyRulesTest {
    private static final DivisionCode DIVISION = new DivisionCode("411200");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 31);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);

    private static Envelope<PolicyCommand> by(Actor actor, PolicyCommand command) {
        return new Envelope<>(new UUID(1, 2), actor, TODAY, command);
    }

    private static AmendedTier tier(AdjustmentKind kind, long yuan, AdjustmentStation... stations) {
        return new AmendedTier(kind, Amount.ofYuan(yuan), true, List.of(stations), true, "三财〔2025〕9号", true);
    }

    private static AmendedLimit cutOff(LimitEffect effect) {
        return new AmendedLimit(
                "annual-cut-off",
                List.of(),
                Amount.ZERO,
                Measure.AFTER_DAY,
                "09-30",
                List.of(),
                effect,
                List.of(),
                "三财〔2025〕9号",
                true);
    }

    private static PolicyCommand propose(LocalDate from, List<AmendedTier> tiers, AmendedLimit... limits) {
        return new PolicyCommand.ProposeAmendment(DIVISION, from, Optional.empty(), tiers, List.of(limits), "市本级办法");
    }

    private static List<Refusal> refused(PolicyBook book, Actor actor, PolicyCommand command) {
        PolicyDecision decision = PolicyDecider.decide(by(actor, command), book);
        assertThat(decision).isInstanceOf(PolicyDecision.Refused.class);
        return ((PolicyDecision.Refused) decision)
                .objections().stream().map(Decision.Objection::refusal).toList();
    }

    private static PolicyBook then(PolicyBook book, Actor actor, PolicyCommand command) {
        PolicyDecision decision = PolicyDecider.decide(by(actor, command), book);
        assertThat(decision).isInstanceOf(PolicyDecision.Accepted.class);
        PolicyEvent event = ((PolicyDecision.Accepted) decision).event();
        return book.evolve(by(actor, command).with(event));
    }

    private static PolicyBook stopping() {
        PolicyBook proposed = then(PolicyBook.none(), DESK, propose(MAY, List.of(), cutOff(LimitEffect.STOP)));
        return then(proposed, OFFICE, new PolicyCommand.PutAmendmentInForce(DIVISION, 1, "同意"));
    }

    private static LimitEffect effectOn(PolicyBook book, LocalDate day) {
        return book.rules().on(day).limits().stream()
                .filter(limit -> limit.id().equals("annual-cut-off"))
                .map(Limit::effect)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_proposed_counts_only_once_another_person_puts_it_in_force_and_from_its_day() {
        PolicyBook proposed = then(PolicyBook.none(), DESK, propose(MAY, List.of(), cutOff(LimitEffect.STOP)));
        assertThat(effectOn(proposed, MAY)).isEqualTo(LimitEffect.WARN);

        PolicyBook decided = stopping();
        assertThat(effectOn(decided, MAY.minusDays(1))).isEqualTo(LimitEffect.WARN);
        assertThat(effectOn(decided, MAY)).isEqualTo(LimitEffect.STOP);
    }

    @Test
    void whoever_proposed_it_does_not_put_it_in_force_nor_through_a_delegate() {
        PolicyBook proposed = then(PolicyBook.none(), OFFICE, propose(MAY, List.of(), cutOff(LimitEffect.STOP)));
        PolicyCommand force = new PolicyCommand.PutAmendmentInForce(DIVISION, 1, "");

        assertThat(refused(proposed, OFFICE, force)).containsExactly(new Refusal.SamePerson(OFFICE.login()));
        Actor delegate = new Actor("qian", "钱代理", Role.BUDGET_OFFICE, Optional.of(OFFICE.login()));
        assertThat(refused(proposed, delegate, force)).containsExactly(new Refusal.SamePerson(OFFICE.login()));
    }

    @Test
    void only_the_finance_bureau_proposes_and_only_the_budget_office_decides() {
        assertThat(refused(PolicyBook.none(), DEPARTMENT, propose(MAY, List.of(), cutOff(LimitEffect.STOP))))
                .containsExactly(new Refusal.RoleNotAllowed(DEPARTMENT.role(), Roles.FINANCE_BUREAU));
        PolicyBook proposed = then(PolicyBook.none(), OFFICE, propose(MAY, List.of(), cutOff(LimitEffect.STOP)));
        assertThat(refused(proposed, DESK, new PolicyCommand.PutAmendmentInForce(DIVISION, 1, "")))
                .containsExactly(new Refusal.RoleNotAllowed(DESK.role(), Roles.BUDGET_OFFICE));
    }

    @Test
    void no_rule_counts_before_it_was_decided() {
        assertThat(refused(PolicyBook.none(), DESK, propose(TODAY.minusDays(1), List.of(), cutOff(LimitEffect.STOP))))
                .containsExactly(new Refusal.DayTooEarly(TODAY.minusDays(1), TODAY));
        PolicyBook proposed = then(PolicyBook.none(), DESK, propose(TODAY, List.of(), cutOff(LimitEffect.STOP)));
        Envelope<PolicyCommand> tomorrow = new Envelope<>(
                new UUID(1, 3), OFFICE, TODAY.plusDays(1), new PolicyCommand.PutAmendmentInForce(DIVISION, 1, ""));
        assertThat(PolicyDecider.decide(tomorrow, proposed))
                .isEqualTo(new PolicyDecision.Refused(
                        List.of(new Decision.Objection(0, "", new Refusal.DayTooEarly(TODAY, TODAY.plusDays(1))))));
    }

    @Test
    void an_amendment_is_decided_once() {
        PolicyBook decided = stopping();
        assertThat(refused(decided, OFFICE, new PolicyCommand.PutAmendmentInForce(DIVISION, 1, "")))
                .containsExactly(new Refusal.AmendmentDecided(1));
        assertThat(refused(decided, OFFICE, new PolicyCommand.DeclineAmendment(DIVISION, 2, "无")))
                .containsExactly(new Refusal.AmendmentUnknown(2));
    }

    @Test
    void whoever_declines_says_why_and_the_rules_stay() {
        PolicyBook proposed = then(PolicyBook.none(), DESK, propose(MAY, List.of(), cutOff(LimitEffect.STOP)));
        assertThat(refused(proposed, OFFICE, new PolicyCommand.DeclineAmendment(DIVISION, 1, " ")))
                .containsExactly(new Refusal.ReasonMissing());
        PolicyBook declined = then(proposed, OFFICE, new PolicyCommand.DeclineAmendment(DIVISION, 1, "暂不施行"));
        assertThat(declined.rules()).isEqualTo(AdjustmentRules.shipped());
    }

    @Test
    void the_law_is_never_weakened() {
        assertThat(refused(
                        PolicyBook.none(),
                        DESK,
                        propose(
                                MAY,
                                List.of(tier(
                                        AdjustmentKind.SUPPLEMENT_FROM_RESERVE, 0, AdjustmentStation.FINANCE_REVIEW)))))
                .containsExactly(new Refusal.LawWeakened(
                        AdjustmentKind.SUPPLEMENT_FROM_RESERVE, AdjustmentStation.GOVERNMENT_DECISION));
        assertThat(refused(
                        PolicyBook.none(),
                        DESK,
                        propose(
                                MAY,
                                List.of(tier(
                                        AdjustmentKind.SUPPLEMENT_BY_REVISION,
                                        0,
                                        AdjustmentStation.GOVERNMENT_DECISION)))))
                .containsExactly(new Refusal.LawWeakened(
                        AdjustmentKind.SUPPLEMENT_BY_REVISION, AdjustmentStation.STANDING_COMMITTEE));
    }

    @Test
    void the_tiers_of_a_kind_are_whole_and_do_not_overlap() {
        assertThat(refused(
                        PolicyBook.none(),
                        DESK,
                        propose(
                                MAY,
                                List.of(
                                        tier(AdjustmentKind.PROJECT_SHIFT, 1_000, AdjustmentStation.FINANCE_REVIEW),
                                        tier(AdjustmentKind.PROJECT_SHIFT, 1_000, AdjustmentStation.FINANCE_REVIEW)))))
                .containsExactly(
                        new Refusal.TierTwice(AdjustmentKind.PROJECT_SHIFT, Amount.ofYuan(1_000)),
                        new Refusal.FirstTierMissing(AdjustmentKind.PROJECT_SHIFT, Amount.ofYuan(1_000)));
        assertThat(refused(PolicyBook.none(), DESK, propose(MAY, List.of(tier(AdjustmentKind.PROJECT_SHIFT, 0)))))
                .containsExactly(new Refusal.NobodyDecides(AdjustmentKind.PROJECT_SHIFT, Amount.ZERO));
        assertThat(refused(PolicyBook.none(), DESK, propose(MAY, List.of())))
                .containsExactly(new Refusal.NothingAmended());
        assertThat(refused(
                        PolicyBook.none(),
                        DESK,
                        propose(MAY, List.of(), cutOff(LimitEffect.WARN), cutOff(LimitEffect.STOP))))
                .containsExactly(new Refusal.LimitTwice("annual-cut-off"));
    }

    @Test
    void a_version_that_a_document_names_is_found_again_with_its_rows() {
        PolicyBook decided = stopping();
        String before = decided.rules().on(MAY.minusDays(1)).digest();
        String after = decided.rules().on(MAY).digest();

        assertThat(decided.version(after).orElseThrow().rows())
                .isEqualTo(decided.rules().on(MAY));
        assertThat(decided.version(before).orElseThrow().rows())
                .isEqualTo(AdjustmentRules.shipped().on(TODAY));
        assertThat(decided.version("0000000000000000")).isEmpty();
    }

    @Test
    void an_amendment_from_today_on_leaves_what_counted_this_morning_to_be_found() {
        PolicyBook first = then(PolicyBook.none(), DESK, propose(TODAY, List.of(), cutOff(LimitEffect.STOP)));
        first = then(first, OFFICE, new PolicyCommand.PutAmendmentInForce(DIVISION, 1, ""));
        String morning = first.rules().on(TODAY).digest();
        PolicyBook second = then(first, DESK, propose(TODAY, List.of(), cutOff(LimitEffect.NONE)));
        second = then(second, OFFICE, new PolicyCommand.PutAmendmentInForce(DIVISION, 2, ""));

        assertThat(second.rules().on(TODAY).digest()).isNotEqualTo(morning);
        assertThat(second.version(morning)).isPresent();
    }
}
