package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.source;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;

/** What holds of the sources after any sequence of documents, decisions and corrections, sensible or not. */
class FundsPropertiesTest {
    private static final int STEPS = 800;
    private static final FundsId FUNDS = FundsId.of(BUDGET);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_source_gives_more_than_it_has_and_what_is_drawn_is_what_the_lines_have_got(long seed) {
        Random random = new Random(seed);
        Spec spec = given(executing());
        List<LedgerEvent> happened = new ArrayList<>();
        Set<Class<?>> kinds = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            Step next = any(random, spec);
            Decision decision = switch (next.command) {
                case BudgetCommand command -> spec.when(next.actor, command).decision();
                case FundsCommand command -> spec.when(next.actor, command).decision();
            };
            if (decision instanceof Decision.Accepted accepted) {
                happened.addAll(accepted.events());
                accepted.events().forEach(event -> kinds.add(event.getClass()));
                spec = spec.and(next.actor, accepted.events().toArray(LedgerEvent[]::new));
            }
            holds(spec, happened);
        }
        assertThat(kinds).as("the sequence has led everywhere").contains(FundsEvent.class.getPermittedSubclasses());
    }

    private record Step(Actor actor, LedgerCommand command) {}

    private static void holds(Spec spec, List<LedgerEvent> happened) {
        spec.funds().sources().values().forEach(source -> {
            assertThat(source.left().isNegative()).isFalse();
            assertThat(source.reserved()).isEqualTo(claims(spec, source.number(), true));
            assertThat(source.drawn()).isEqualTo(claims(spec, source.number(), false));
        });
        assertThat(Amount.sum(
                        spec.funds().sources().values().map(FundsBalance::drawn).toList()))
                .isEqualTo(adjustedBySources(spec, happened));
    }

    private static Amount claims(Spec spec, int source, boolean reserved) {
        return Amount.sum(spec.funds()
                .claims()
                .values()
                .flatMap(List::stream)
                .filter(claim -> claim.source() == source)
                .map(claim -> reserved ? claim.reserved() : claim.drawn())
                .toList());
    }

    /** What the lines have got by documents that have to do with a source, as the postings in the budget say. */
    private static Amount adjustedBySources(Spec spec, List<LedgerEvent> happened) {
        return Amount.sum(happened.stream()
                .filter(AdjustmentEvent.AdjustmentTookEffect.class::isInstance)
                .map(AdjustmentEvent.AdjustmentTookEffect.class::cast)
                .filter(effect -> !spec.funds()
                        .claimsOf(new AdjustmentRef(BUDGET, effect.number()))
                        .isEmpty())
                .flatMap(effect -> effect.postings().stream())
                .filter(posting -> posting.stage() == Stage.ADJUSTED)
                .map(posting -> posting.delta())
                .toList());
    }

    private static Step any(Random random, Spec spec) {
        int number = one(random, spec, AdjustmentStatus.IN_REVIEW);
        int source = 1 + random.nextInt(spec.funds().sources().size() + 1);
        long yuan = random.nextLong(1, 400_000);
        return switch (random.nextInt(24)) {
            case 0, 1 ->
                drafted(submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), yuan))
                        .from(source)));
            case 2 -> drafted(submit(reduction(entry("wage", wages(1), -random.nextLong(1, 40_000)))));
            case 3 ->
                drafted(new AdjustmentCommand.ReverseAdjustment(
                        BUDGET, one(random, spec, AdjustmentStatus.EFFECTIVE), "冲销", AdjustmentScene.DAY));
            case 4 -> drafted(new AdjustmentCommand.WithdrawAdjustment(BUDGET, number, "撤回"));
            case 5 -> new Step(HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, number, "退回"));
            case 6 ->
                new Step(OFFICE, new FundsCommand.IncreaseSource(FUNDS, source, Amount.ofYuan(yuan), approval(), ""));
            case 7 ->
                new Step(
                        OFFICE,
                        new FundsCommand.CorrectSource(
                                FUNDS, source, "更正" + yuan, "", Amount.ofYuan(yuan * 3), approval(), "更正"));
            case 8 ->
                new Step(
                        OFFICE,
                        new FundsCommand.RegisterSource(
                                FUNDS, source(SupplementSource.UNALLOCATED, "来源" + yuan), Amount.ofYuan(yuan)));
            default -> advanced(spec, oldest(spec));
        };
    }

    /** So that documents get through, however many are handed in. */
    private static int oldest(Spec spec) {
        return spec.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .map(FiledAdjustment::number)
                .findFirst()
                .orElse(1);
    }

    /** Any document that stands so; the first when none does. */
    private static int one(Random random, Spec spec, AdjustmentStatus status) {
        List<Integer> numbers = spec.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == status)
                .map(FiledAdjustment::number)
                .toList();
        return numbers.isEmpty() ? 1 : numbers.get(random.nextInt(numbers.size()));
    }

    private static Step drafted(AdjustmentCommand command) {
        return new Step(OFFICER, command);
    }

    /** Past the next station, or into effect after the last. */
    private static Step advanced(Spec spec, int number) {
        Optional<AdjustmentStation> next =
                spec.budget().execution().adjustments().get(number).flatMap(FiledAdjustment::next);
        return next.map(station -> new Step(
                        station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE,
                        new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.of(approval()), "")))
                .orElseGet(() -> new Step(OFFICE, effect(number)));
    }
}
