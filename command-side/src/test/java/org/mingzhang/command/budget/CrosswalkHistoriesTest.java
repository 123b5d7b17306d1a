package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.basisOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

/** Whatever successions are accepted one after the other: money is followed to an end, and none is gained or lost. */
class CrosswalkHistoriesTest {
    private static final DivisionCode DIVISION = new DivisionCode("411200");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
    private static final int FIRST = 2024;
    private static final int LAST = 2029;

    @Property(tries = 400)
    void accepted_successions_lose_nothing_and_end_at_codes_that_have_not_ended(@ForAll long seed) {
        Random random = new Random(seed);
        Crosswalk crosswalk = Crosswalk.none();
        for (int i = 0; i < 25; i++) {
            crosswalk = tried(crosswalk, succession(random));
        }
        for (int unit = 0; unit < 8; unit++) {
            for (int earlier = FIRST; earlier < LAST; earlier++) {
                followed(crosswalk, code(unit), random.nextInt(), new FiscalYear(earlier));
            }
        }
    }

    @Property(tries = 400)
    void following_in_two_steps_comes_to_the_same_codes_as_following_at_once(@ForAll long seed) {
        Random random = new Random(seed);
        Crosswalk crosswalk = Crosswalk.none();
        for (int i = 0; i < 25; i++) {
            crosswalk = tried(crosswalk, succession(random));
        }
        FiscalYear first = new FiscalYear(FIRST);
        FiscalYear middle = new FiscalYear(FIRST + 1 + random.nextInt(LAST - FIRST - 1));
        FiscalYear last = new FiscalYear(LAST);
        for (int unit = 0; unit < 8; unit++) {
            Set<String> stepwise = new HashSet<>();
            for (Portion half : crosswalk.restated(SuccessionKind.UNIT, code(unit), 1_000_000, first, middle)) {
                codes(crosswalk.restated(SuccessionKind.UNIT, half.code(), half.fen(), middle, last), stepwise);
            }
            Set<String> atOnce = new HashSet<>();
            codes(crosswalk.restated(SuccessionKind.UNIT, code(unit), 1_000_000, first, last), atOnce);
            assertThat(atOnce).isEqualTo(stepwise);
        }
    }

    private static void codes(List<Portion> portions, Set<String> into) {
        portions.forEach(portion -> into.add(portion.code()));
    }

    private static void followed(Crosswalk crosswalk, String code, long fen, FiscalYear earlier) {
        FiscalYear last = new FiscalYear(LAST);
        List<Portion> portions = crosswalk.restated(SuccessionKind.UNIT, code, fen, earlier, last);
        assertThat(portions.stream().mapToLong(Portion::fen).sum()).isEqualTo(fen);
        for (Portion portion : portions) {
            assertThat(crosswalk.between(SuccessionKind.UNIT, earlier, last).stream()
                            .map(Crosswalk.Entry::succession)
                            .filter(step -> step.before().equals(portion.code()) && !step.keepsCode()))
                    .as("%s of %s comes to %s, which has ended", code, earlier, portion)
                    .isEmpty();
        }
    }

    private static Crosswalk tried(Crosswalk crosswalk, Succession succession) {
        CrosswalkCommand command = new CrosswalkCommand.RecordSuccession(DIVISION, succession, true);
        Envelope<CrosswalkCommand> envelope = new Envelope<>(new UUID(1, 2), OFFICE, TODAY, command);
        return CrosswalkDecider.decide(envelope, crosswalk, Set.of()) instanceof Decision.Accepted accepted
                ? crosswalk.evolve(
                        envelope.with((CrosswalkEvent) accepted.events().getFirst()))
                : crosswalk;
    }

    /** Often one that keeps its code; few units and years, so that they meet. */
    private static Succession succession(Random random) {
        String before = code(random.nextInt(8));
        List<Successor> after = new ArrayList<>();
        int left = Successor.WHOLE;
        if (random.nextBoolean()) {
            int part = 1 + random.nextInt(Successor.WHOLE - 1);
            after.add(new Successor(random.nextBoolean() ? before : code(random.nextInt(8)), part));
            left -= part;
        }
        after.add(new Successor(code(random.nextInt(8)), left));
        return new Succession(
                SuccessionKind.UNIT,
                before,
                after,
                new FiscalYear(FIRST + 1 + random.nextInt(LAST - FIRST)),
                basisOf(LocalDate.of(2025, 9, 1)));
    }

    private static String code(int unit) {
        return "10300" + (unit + 1);
    }
}
