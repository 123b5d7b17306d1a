package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.indicators;
import static org.mingzhang.command.budget.Scene.targets;
import static org.mingzhang.command.budget.Spec.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.PerformanceEffect;

/** Whoever moves the money of a project may revise its targets in the same document. */
class RevisedTargetsTest {
    private static final List<Indicator> NOW = indicators(IndicatorLevel.COST);
    private static final List<Indicator> REVISED = indicators(IndicatorLevel.COST, IndicatorLevel.OUTPUT);

    private static AdjustmentCommand shifting(List<Indicator> targets) {
        return submit(shift(entry("call", hotline(1), -5_000), entry("net", network(), 5_000))
                .saying(unaffected(HOTLINE), new PerformanceEffect(NETWORK, Optional.of(targets))));
    }

    private static Spec then(Spec spec, Actor actor, AdjustmentCommand command) {
        return spec.and(actor, spec.when(actor, command).events().toArray(LedgerEvent[]::new));
    }

    private static Spec inEffect(Spec submitted, int number) {
        Spec reviewed = then(
                then(submitted, HEAD, review(number, AdjustmentStation.DEPARTMENT_REVIEW)),
                DESK,
                review(number, AdjustmentStation.FINANCE_REVIEW));
        return then(reviewed, OFFICE, effect(number));
    }

    @Test
    void they_are_what_they_were_until_the_document_takes_effect() {
        Spec submitted = then(given(executing(targets(NETWORK, IndicatorLevel.COST))), OFFICER, shifting(REVISED));

        assertThat(submitted.budget().content().targetsOf(NETWORK)).isEqualTo(NOW);
        assertThat(inEffect(submitted, 1).budget().content().targetsOf(NETWORK)).isEqualTo(REVISED);
    }

    @Test
    void its_reverse_brings_them_back_with_the_money() {
        Spec effective =
                inEffect(then(given(executing(targets(NETWORK, IndicatorLevel.COST))), OFFICER, shifting(REVISED)), 1);
        Spec reversed =
                inEffect(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "记错项目", DAY)), 2);

        assertThat(reversed.budget().content().targetsOf(NETWORK)).isEqualTo(NOW);
    }

    @Test
    void a_reverse_may_bring_back_that_there_were_none() {
        Spec effective = inEffect(then(given(executing()), OFFICER, shifting(REVISED)), 1);
        Spec reversed =
                inEffect(then(effective, OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "记错项目", DAY)), 2);

        assertThat(reversed.budget().content().targetsOf(NETWORK)).isEmpty();
    }

    @Test
    void targets_that_stay_are_not_called_revised() {
        given(executing(targets(NETWORK, IndicatorLevel.COST)))
                .when(OFFICER, shifting(NOW))
                .refusedAt("performance", new Refusal.TargetsUnchanged(NETWORK, "电子政务网络"));
    }

    @Test
    void a_project_does_not_lose_all_its_targets() {
        given(executing(targets(NETWORK, IndicatorLevel.COST)))
                .when(OFFICER, shifting(List.of()))
                .refusedAt("performance", new Refusal.TargetsEmptied(NETWORK, "电子政务网络", 1));
    }

    @Test
    void two_documents_do_not_revise_the_same_targets_at_once() {
        Spec submitted = then(given(executing(targets(NETWORK, IndicatorLevel.COST))), OFFICER, shifting(REVISED));

        submitted
                .when(OFFICER, shifting(indicators(IndicatorLevel.BENEFIT)))
                .refusedAt("performance", new Refusal.TargetsOnTheirWay(NETWORK, 1));
        then(inEffect(submitted, 1), OFFICER, shifting(indicators(IndicatorLevel.BENEFIT)));
    }
}
