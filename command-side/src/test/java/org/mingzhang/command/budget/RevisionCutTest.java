package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.hotlineOf;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.SupplementSource;

/** A cut of total or key expenditure stands beside the reason, and is for the congress (预算法 art. 67 (1) and (3), 69). */
class RevisionCutTest {
    @ParameterizedTest
    @EnumSource(ReasonClass.class)
    void key_expenditure_that_is_cut_is_for_the_congress_whatever_the_reason(ReasonClass reason) {
        AdjustmentEvent.AdjustmentSubmitted submitted =
                submitted(toNetwork(1_000).of(reason).cutting(RevisionCut.KEY));

        assertThat(submitted.request().reasonClass()).isEqualTo(reason);
        assertThat(submitted.stations()).endsWith(AdjustmentStation.STANDING_COMMITTEE);
        assertThat(given(executing())
                        .when(OFFICER, submit(toNetwork(1_000).of(reason).cutting(RevisionCut.KEY)))
                        .events())
                .filteredOn(AdjustmentEvent.AdjustmentRulesApplied.class::isInstance)
                .map(AdjustmentEvent.AdjustmentRulesApplied.class::cast)
                .singleElement()
                .satisfies(applied -> assertThat(applied.rules())
                        .anySatisfy(rule -> assertThat(rule.rule()).isEqualTo("budget-law-67")));
    }

    @Test
    void without_the_mark_it_goes_its_ordinary_way() {
        assertThat(submitted(toNetwork(1_000)).stations()).doesNotContain(AdjustmentStation.STANDING_COMMITTEE);
        assertThat(submitted(reduction(entry("wage", wages(1), -1_000))).stations())
                .doesNotContain(AdjustmentStation.STANDING_COMMITTEE);
    }

    @Test
    void a_reason_of_before_the_mark_still_says_the_same() {
        assertThat(submitted(toNetwork(1_000).of(ReasonClass.REVISION_CUT)).stations())
                .endsWith(AdjustmentStation.STANDING_COMMITTEE);
        assertThat(ReasonClass.offered())
                .doesNotContain(ReasonClass.REVISION_CUT)
                .contains(ReasonClass.OTHER);
    }

    @Test
    void a_shift_does_not_lower_the_total() {
        refused(toNetwork(1_000).cutting(RevisionCut.TOTAL), RevisionCut.TOTAL, submitted(toNetwork(1_000)));
        refused(
                toNetwork(1_000).cutting(RevisionCut.TOTAL_AND_KEY),
                RevisionCut.TOTAL_AND_KEY,
                submitted(toNetwork(1_000)));
    }

    @Test
    void money_that_stays_within_a_project_and_its_function_cuts_nothing_that_the_congress_set_apart() {
        var inside = shift(entry("call", hotline(1), -1_000), entry("post", hotlineOf("30207"), 1_000))
                .saying(unaffected(HOTLINE));
        AdjustmentEvent.AdjustmentSubmitted plain = submitted(inside);
        assertThat(plain.kind()).isIn(AdjustmentKind.ECON_ITEM_SHIFT, AdjustmentKind.GOV_ECON_SHIFT);

        refused(inside.cutting(RevisionCut.KEY), RevisionCut.KEY, plain);
    }

    @Test
    void a_supplement_cuts_nothing() {
        var more = supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000));
        AdjustmentEvent.AdjustmentSubmitted plain = submitted(more);

        refused(more.cutting(RevisionCut.KEY), RevisionCut.KEY, plain);
    }

    @Test
    void a_reverse_goes_the_way_of_what_it_takes_back_and_is_not_marked() {
        Spec effective = effective(
                then(given(executing()), OFFICER, submit(toNetwork(1_000).cutting(RevisionCut.KEY))), 1);
        AdjustmentEvent.AdjustmentSubmitted back = (AdjustmentEvent.AdjustmentSubmitted) effective
                .when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY))
                .events()
                .getFirst();

        assertThat(back.request().revisionCut()).isEmpty();
        assertThat(back.stations()).endsWith(AdjustmentStation.STANDING_COMMITTEE);
    }

    @Test
    void the_congress_decides_with_its_resolution() {
        Spec open = then(given(executing()), OFFICER, submit(toNetwork(1_000).cutting(RevisionCut.KEY)));
        open = then(open, HEAD, review(1, AdjustmentStation.DEPARTMENT_REVIEW));
        open = then(open, DESK, review(1, AdjustmentStation.FINANCE_REVIEW));

        open.when(
                        OFFICE,
                        new AdjustmentCommand.ReviewAdjustment(
                                BUDGET, 1, AdjustmentStation.STANDING_COMMITTEE, Optional.empty(), ""))
                .refusedAt("documentNumber", new Refusal.DecisionDocumentMissing(AdjustmentStation.STANDING_COMMITTEE));
    }

    @Test
    void what_lowers_the_total_does_not_come_back_to_be_given_to_somebody_else() {
        Spec cut = effective(
                then(
                        given(executing()),
                        OFFICER,
                        submit(reduction(entry("wage", wages(1), -8_000)).cutting(RevisionCut.TOTAL))),
                1);

        assertThat(cut.funds().recovered().size()).isZero();
        Spec back = effective(then(cut, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "有误", DAY)), 2);
        assertThat(back.budget()
                        .execution()
                        .available(key("wage"), back.budget().content()))
                .isEqualTo(Amount.ofYuan(100_000));

        Spec key = effective(
                then(
                        given(executing()),
                        OFFICER,
                        submit(reduction(entry("wage", wages(1), -8_000)).cutting(RevisionCut.KEY))),
                1);
        assertThat(key.funds().recovered().size()).isEqualTo(1);
    }

    private static void refused(
            AdjustmentScene.Request request, RevisionCut cut, AdjustmentEvent.AdjustmentSubmitted plain) {
        given(executing())
                .when(OFFICER, submit(request))
                .refusedAt("revisionCut", new Refusal.NoSuchCut(cut, plain.kind()));
    }

    private static AdjustmentEvent.AdjustmentSubmitted submitted(AdjustmentScene.Request request) {
        return (AdjustmentEvent.AdjustmentSubmitted)
                given(executing()).when(OFFICER, submit(request)).events().getFirst();
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    /** Past every station and into effect. */
    private static Spec effective(Spec spec, int number) {
        Spec now = spec;
        for (var station : spec.budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow()
                .stations()) {
            now = switch (station) {
                case DEPARTMENT_REVIEW -> then(now, HEAD, review(number, station));
                case FINANCE_REVIEW -> then(now, DESK, review(number, station));
                case GOVERNMENT_DECISION, STANDING_COMMITTEE ->
                    then(
                            now,
                            OFFICE,
                            new AdjustmentCommand.ReviewAdjustment(
                                    BUDGET, number, station, Optional.of(approval()), ""));
            };
        }
        return then(now, OFFICE, effect(number));
    }
}
