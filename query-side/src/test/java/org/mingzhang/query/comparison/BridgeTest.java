package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.comparison.Bridge.Document;
import org.mingzhang.query.comparison.Bridge.Known.Lines;
import org.mingzhang.query.comparison.Bridge.Known.Printed;
import org.mingzhang.query.comparison.Bridge.Known.Unpublished;
import org.mingzhang.query.comparison.Bridge.Step;

/** How one budget becomes another, with nothing left over. */
class BridgeTest {
    private static final FiscalYear Y2025 = new FiscalYear(2025);
    private static final FiscalYear Y2026 = new FiscalYear(2026);
    private static final String ONE = "411200250000000000001";
    private static final String TWO = "411200250000000000002";
    private static final String THREE = "411200250000000000003";

    private static LineIdentity identity(Crosswalk crosswalk) {
        return new LineIdentity(crosswalk, Y2025, Y2026, unit -> unit.startsWith("103"));
    }

    private static LineIdentity unchanged() {
        return identity(Crosswalk.none());
    }

    private static Bridge between(LineIdentity identity, List<Movement> before, List<Movement> after) {
        return Bridge.between(new Lines(before), List.of(), new Lines(after), identity, List.of());
    }

    private static String told(Bridge bridge) {
        return String.join(
                " ",
                bridge.steps().stream()
                        .map(step -> step.reason() + (step.key().isEmpty() ? "" : ":" + shortly(step.key())) + "="
                                + step.amount().fen())
                        .toList());
    }

    private static String shortly(String key) {
        return key.length() > 6 ? key.substring(key.length() - 1) : key;
    }

    @Test
    void between_two_years_projects_begin_end_and_go_on_and_basic_expenditure_goes_by_its_kind() {
        List<Movement> before = List.of(
                Postings.personnel(2025, 700),
                Postings.operating(2025, 200),
                Postings.project(2025, ONE, 50),
                Postings.project(2025, TWO, 30));
        List<Movement> after = List.of(
                Postings.personnel(2026, 710),
                Postings.operating(2026, 190),
                Postings.project(2026, TWO, 45),
                Postings.project(2026, THREE, 80));
        Bridge bridge = between(unchanged(), before, after);
        assertThat(bridge.start()).contains(new Amount(980));
        assertThat(bridge.end()).contains(new Amount(1025));
        assertThat(told(bridge))
                .isEqualTo("NEW_PROJECT:3=80 ENDED_PROJECT:1=-50 CONTINUED_PROJECT:2=15 PERSONNEL=10 OPERATING=-10");
        Step goesOn = bridge.steps(BridgeReason.CONTINUED_PROJECT, TWO).getFirst();
        assertThat(goesOn.before()).contains(new Amount(30));
        assertThat(goesOn.after()).contains(new Amount(45));
        assertThat(goesOn.movements()).hasSize(2);
    }

    @Test
    void what_goes_on_unchanged_is_told_with_nothing_and_what_was_taken_back_is_not_told() {
        List<Movement> before = List.of(Postings.project(2025, ONE, 50));
        List<Movement> after = List.of(
                Postings.project(2026, ONE, 50), Postings.project(2026, TWO, 5), Postings.project(2026, TWO, -5));
        assertThat(told(between(unchanged(), before, after))).isEqualTo("CONTINUED_PROJECT:1=0");
    }

    @Test
    void money_left_over_from_last_year_is_a_reason_of_its_own() {
        Movement left = Postings.movement(
                2026, "103001", ProjectCategory.SPECIFIC_PURPOSE, Optional.of(ONE), YearSource.CARRY_OVER, 9);
        assertThat(told(between(unchanged(), List.of(Postings.project(2025, ONE, 50)), List.of(left))))
                .isEqualTo("ENDED_PROJECT:1=-50 CARRIED_OVER=9");
    }

    @Test
    void a_project_that_is_continued_under_another_code_goes_on() {
        LineIdentity identity = identity(Postings.crosswalk(
                Postings.goesOn(SuccessionKind.PROJECT, ONE, 2026, new Successor(TWO, Successor.WHOLE))));
        assertThat(told(between(
                        identity, List.of(Postings.project(2025, ONE, 50)), List.of(Postings.project(2026, TWO, 60)))))
                .isEqualTo("CONTINUED_PROJECT:2=10");
    }

    @Test
    void a_unit_that_came_brings_its_money_as_a_step_and_the_rest_is_compared_like_for_like() {
        LineIdentity identity = identity(Postings.crosswalk(
                Postings.goesOn(SuccessionKind.UNIT, "104001", 2026, new Successor("103006", Successor.WHOLE))));
        assertThat(identity.beside()).containsExactly("104001");
        Movement theirs = Postings.of("104001", ProjectCategory.PERSONNEL, 2025, 40);
        Bridge bridge = Bridge.between(
                new Lines(List.of(Postings.personnel(2025, 100))),
                List.of(theirs),
                new Lines(List.of(
                        Postings.personnel(2026, 101), Postings.of("103006", ProjectCategory.PERSONNEL, 2026, 45))),
                identity,
                List.of());
        assertThat(told(bridge)).isEqualTo("REORGANISATION:104001=40 PERSONNEL=6");
    }

    @Test
    void a_unit_that_went_takes_its_money_along() {
        LineIdentity identity = identity(Postings.crosswalk(Postings.goesOn(
                SuccessionKind.UNIT, "103005", 2026, new Successor("104009", 6_000), new Successor("103001", 4_000))));
        assertThat(told(between(
                        identity,
                        List.of(
                                Postings.of("103005", ProjectCategory.OPERATING, 2025, 100),
                                Postings.operating(2025, 10)),
                        List.of(Postings.operating(2026, 55)))))
                .isEqualTo("REORGANISATION:103005=-60 OPERATING=5");
    }

    @Test
    void within_a_year_each_document_is_a_step_and_a_shift_is_one_of_nothing_with_what_it_shifts() {
        List<Document> documents = List.of(
                new Document(1, BridgeReason.TASK, List.of(Postings.adjusted(ONE, -30), Postings.adjusted(TWO, 30))),
                new Document(2, BridgeReason.POLICY, List.of(Postings.adjusted(ONE, 12))),
                new Document(3, BridgeReason.TASK, List.of(Postings.adjusted(TWO, -7))));
        Bridge bridge = Bridge.within(new Lines(List.of(Postings.project(2025, ONE, 100))), documents);
        assertThat(told(bridge)).isEqualTo("POLICY:2=12 TASK:1=0 TASK:3=-7");
        assertThat(bridge.end()).contains(new Amount(105));
        Step shift = bridge.steps(BridgeReason.TASK, "1").getFirst();
        assertThat(shift.changes()).isFalse();
        assertThat(shift.gross()).isEqualTo(new Amount(30));
        assertThat(bridge.steps(BridgeReason.TASK, "")).hasSize(2);
    }

    @Test
    void documents_stand_in_the_order_of_their_numbers() {
        List<Document> documents = new ArrayList<>();
        for (int number : new int[] {10, 9, 2}) {
            documents.add(new Document(number, BridgeReason.OTHER, List.of(Postings.adjusted(ONE, number))));
        }
        assertThat(told(Bridge.within(new Lines(List.of()), documents))).isEqualTo("OTHER:2=2 OTHER:9=9 OTHER:10=10");
    }

    @Test
    void where_only_printed_figures_are_known_one_step_is_unexplained_and_documents_are_still_told() {
        Bridge bridge = Bridge.between(
                new Printed(new Amount(90)),
                List.of(),
                new Lines(List.of(Postings.personnel(2026, 100))),
                unchanged(),
                List.of(new Document(1, BridgeReason.PRICE, List.of(Postings.adjusted(ONE, 5)))));
        assertThat(told(bridge)).isEqualTo("PRICE:1=5 UNEXPLAINED=10");
        assertThat(bridge.steps(BridgeReason.UNEXPLAINED, "").getFirst().movements())
                .isEmpty();
        assertThat(bridge.end()).contains(new Amount(105));
    }

    @Test
    void what_is_not_published_is_no_end_of_a_bridge() {
        Lines lines = new Lines(List.of(Postings.personnel(2026, 100)));
        Bridge noStart = Bridge.between(new Unpublished(), List.of(), lines, unchanged(), List.of());
        assertThat(noStart.known()).isFalse();
        assertThat(noStart.steps()).isEmpty();
        assertThat(noStart.start()).isEmpty();
        assertThat(noStart.end()).contains(new Amount(100));
        Bridge noEnd = Bridge.between(lines, List.of(), new Unpublished(), unchanged(), List.of());
        assertThat(noEnd.steps()).isEmpty();
        assertThat(noEnd.difference()).isEmpty();
    }

    @Test
    void steps_that_do_not_add_up_are_no_bridge() {
        Step step = Step.of(
                BridgeReason.PERSONNEL, "", Optional.empty(), Optional.empty(), List.of(Postings.personnel(2026, 4)));
        assertThatThrownBy(() -> new Bridge(Optional.of(Amount.ZERO), List.of(step), Optional.of(new Amount(5))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Random lines, units that come, go and split, projects under other codes, documents: nothing is left over. */
    @Property(tries = 400)
    void steps_add_up_to_the_fen_and_none_is_what_the_others_leave(@ForAll long seed) {
        Random random = new Random(seed);
        RandomYears years = RandomYears.of(random);
        Bridge bridge = years.bridge();
        long sum = 0;
        for (Step step : bridge.steps()) {
            sum += step.amount().fen();
            assertThat(step.movements().stream().mapToLong(Movement::fen).sum())
                    .as(step.reason() + " " + step.key())
                    .isEqualTo(step.amount().fen());
        }
        long start = years.before().stream().mapToLong(Movement::fen).sum();
        long end = years.after().stream().mapToLong(Movement::fen).sum()
                + years.documents().stream()
                        .flatMap(document -> document.movements().stream())
                        .mapToLong(Movement::fen)
                        .sum();
        assertThat(bridge.start()).contains(new Amount(start));
        assertThat(bridge.end()).contains(new Amount(end));
        assertThat(sum).isEqualTo(end - start);
        if (!years.after().isEmpty()) {
            Movement left = years.after().get(random.nextInt(years.after().size()));
            onlyItsOwnStepDiffers(bridge, years.without(left).bridge(), left);
        }
    }

    /** A remainder would take up whatever is missing elsewhere. */
    private static void onlyItsOwnStepDiffers(Bridge whole, Bridge less, Movement left) {
        Map<String, Long> differing = new HashMap<>();
        whole.steps().forEach(step -> differing.merge(place(step), step.amount().fen(), Long::sum));
        less.steps().forEach(step -> differing.merge(place(step), -step.amount().fen(), Long::sum));
        differing.values().removeIf(fen -> fen == 0);
        LineIdentity.Slot slot = LineIdentity.slot(
                left.money(), left.money().project().map(Object::toString).orElse(""));
        String place = slot.reason().ofProjects() ? slot.key() : slot.reason().name();
        assertThat(differing).isEqualTo(left.fen() == 0 ? Map.of() : Map.of(place, left.fen()));
    }

    private static String place(Step step) {
        return step.reason().ofProjects()
                ? step.key()
                : step.reason().name() + (step.reason().ofDocuments() ? step.key() : "");
    }
}
