package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.applied;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.RulesOfDay;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.SupplementSource;

/** What holds of every way under the rules that come with the program. */
class PathPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    /** Every sort of document about the budget of the scene, by an amount. */
    enum Sort {
        TO_NETWORK,
        TO_WAGES,
        WITHIN_BASIC,
        SUPPLEMENT,
        REDUCTION;

        AdjustmentScene.Request of(long yuan, SupplementSource source) {
            return switch (this) {
                case TO_NETWORK ->
                    shift(entry("call", hotline(1), -yuan), entry("net", network(), yuan))
                            .saying(unaffected(HOTLINE), unaffected(AdjustmentScene.NETWORK));
                case TO_WAGES ->
                    shift(entry("call", hotline(1), -yuan), entry("wage", wages(1), yuan))
                            .saying(unaffected(HOTLINE));
                case WITHIN_BASIC -> shift(entry("office", office(), -yuan), entry("wage", wages(1), yuan));
                case SUPPLEMENT ->
                    source == SupplementSource.CARRY_OVER
                            ? supplement(source, entry("old", AdjustmentScene.carriedOver(), yuan))
                            : supplement(source, entry("wage", wages(1), yuan));
                case REDUCTION -> reduction(entry("wage", wages(1), -yuan));
            };
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 20_000).map(FIRST::plusDays);
    }

    @Property(tries = 300)
    void every_kind_and_amount_has_exactly_one_row_on_every_day(
            @ForAll AdjustmentKind kind,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long fen,
            @ForAll("days") LocalDate day) {
        RulesOfDay rules = AdjustmentRules.shipped().on(day);

        AdjustmentRule row = rules.path(kind, new Amount(fen)).orElseThrow();
        assertThat(rules.paths().stream()
                        .filter(other -> other.kind() == kind && other.least().equals(row.least())))
                .containsExactly(row);
    }

    @Property(tries = 200)
    void a_larger_amount_never_needs_fewer_stations(
            @ForAll Sort sort,
            @ForAll SupplementSource source,
            @ForAll @LongRange(min = 1, max = 90_000) long one,
            @ForAll @LongRange(min = 1, max = 90_000) long other) {
        Spec spec = given(executing());

        AdjustmentPath small = path(spec, sort.of(Math.min(one, other), source));
        AdjustmentPath large = path(spec, sort.of(Math.max(one, other), source));
        assertThat(large.kind()).isEqualTo(small.kind());
        assertThat(large.stations()).containsAll(small.stations());
        assertThat(large.approvalDemanded() || !small.approvalDemanded()).isTrue();
    }

    @Property(tries = 200)
    void what_is_foreseen_is_what_submission_does(
            @ForAll Sort sort, @ForAll SupplementSource source, @ForAll @LongRange(min = 1, max = 50_000) long yuan) {
        Spec spec = given(executing());
        AdjustmentScene.Request request = sort.of(yuan, source);

        AdjustmentPath path = path(spec, request);
        var events = spec.when(OFFICER, submit(request)).events();
        AdjustmentEvent.AdjustmentSubmitted submitted = (AdjustmentEvent.AdjustmentSubmitted) events.getFirst();
        AdjustmentEvent.AdjustmentRulesApplied applied = applied(events);
        assertThat(submitted.kind()).isEqualTo(path.kind());
        assertThat(submitted.stations()).isEqualTo(path.stations());
        assertThat(submitted.approvalDemanded()).isEqualTo(path.approvalDemanded());
        assertThat(submitted.policy()).isEqualTo(path.policy());
        assertThat(applied.rules()).isEqualTo(path.because());
        assertThat(applied.limits()).isEqualTo(path.warnings());
    }

    private static AdjustmentPath path(Spec spec, AdjustmentScene.Request request) {
        return PathRules.of(spec.policy(), LocalDate.of(2025, 3, 31), spec.budget(), request.made(), false)
                .orElseThrow();
    }
}
