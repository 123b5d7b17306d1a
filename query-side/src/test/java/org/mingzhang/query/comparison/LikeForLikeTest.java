package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.query.comparison.ClassifiedSums.Money;
import org.mingzhang.query.comparison.ClassifiedSums.Sum;
import org.mingzhang.query.facts.Moment;

/** Earlier years under the units and codes of the last one. */
class LikeForLikeTest {
    private static final DivisionCode DIVISION = new DivisionCode("411200");
    private static final FiscalYear Y2025 = new FiscalYear(2025);
    private static final Basis BASIS = new Basis("三编〔2025〕3号", "机构调整", "编办", LocalDate.of(2025, 9, 1), true);

    private static Crosswalk crosswalk(Succession... all) {
        Crosswalk crosswalk = Crosswalk.none();
        Actor actor = Actor.of("a", "a", Role.BUDGET_OFFICE);
        for (Succession one : all) {
            crosswalk =
                    crosswalk.evolve(new Envelope<>(new UUID(0, 1), actor, LocalDate.of(2025, 12, 1), (CrosswalkEvent)
                            new CrosswalkEvent.UnitMerged(DIVISION, crosswalk.nextNumber(), one)));
        }
        return crosswalk;
    }

    private static Succession goesOn(SuccessionKind kind, String before, int from, Successor... after) {
        return new Succession(kind, before, List.of(after), new FiscalYear(from), BASIS);
    }

    private static Successor all(String code) {
        return new Successor(code, Successor.WHOLE);
    }

    private static LikeForLike like(String subject, String by, Crosswalk crosswalk) {
        return like(subject, Map.of("years", "2025,2026", "by", by, "basis", "like"), crosswalk, 2025, 2026);
    }

    /** @param read years in which the visitor reads the subject */
    private static LikeForLike like(String subject, Map<String, String> said, Crosswalk crosswalk, int... read) {
        String department = subject.contains("-") ? subject : subject + "-103";
        Map<BudgetId, Moment> kept = new TreeMap<>();
        for (int year : read) {
            kept.put(BudgetId.parse(department + "-" + year), Moment.at(9));
        }
        return new LikeForLike(
                Map.of(DIVISION, crosswalk),
                ComparisonQuestion.read(subject, said),
                new KnownYears(kept, Map.of()),
                Map.of(new Department(department), Set.of(department.substring(7) + "001")));
    }

    private static Sum sum(int year, String unit, String code, long fen) {
        return new Sum(
                new FiscalYear(year),
                "411200-" + unit,
                code,
                new Money(true, false, new DeptEconomicCode("30201"), fen));
    }

    private static Map<String, Long> restated(LikeForLike like, Sum... sums) {
        Map<String, Long> found = new TreeMap<>();
        for (Sum sum : sums) {
            like.restate(sum, (code, money) -> found.merge(code, money.fen(), Long::sum));
        }
        return found;
    }

    @Test
    void a_unit_that_came_from_another_department_brings_its_money_of_earlier_years() {
        LikeForLike like =
                like("411200-103", "unit", crosswalk(goesOn(SuccessionKind.UNIT, "104001", 2026, all("103006"))));
        assertThat(like.budgetsBeside(Y2025))
                .isEqualTo(Map.of(BudgetId.parse("411200-104-2025"), Set.of(new Department("411200-103"))));
        assertThat(restated(
                        like,
                        sum(2025, "103001", "103001", 100),
                        sum(2025, "104001", "104001", 40),
                        sum(2025, "104002", "104002", 7),
                        sum(2026, "103006", "103006", 45)))
                .isEqualTo(Map.of("103001", 100L, "103006", 85L));
        assertThat(like.notes()).extracting(LikeForLike.Note::number).containsExactly(1);
    }

    @Test
    void a_unit_that_went_to_another_department_takes_its_money_along() {
        LikeForLike like =
                like("411200-103", "unit", crosswalk(goesOn(SuccessionKind.UNIT, "103005", 2026, all("104009"))));
        assertThat(like.budgetsBeside(Y2025)).isEmpty();
        assertThat(restated(like, sum(2025, "103001", "103001", 100), sum(2025, "103005", "103005", 40)))
                .isEqualTo(Map.of("103001", 100L));
    }

    @Test
    void the_last_year_is_the_last_that_is_read_so_that_nothing_of_a_year_being_drafted_is_told() {
        Crosswalk crosswalk = crosswalk(goesOn(SuccessionKind.UNIT, "103005", 2026, all("103001")));
        Map<String, String> asked = Map.of("years", "2025,2099", "by", "unit", "basis", "like");
        LikeForLike like = like("411200-103", asked, crosswalk, 2025);
        assertThat(restated(like, sum(2025, "103005", "103005", 40))).isEqualTo(Map.of("103005", 40L));
        assertThat(like.notes()).isEmpty();
        LikeForLike drafting = like("411200-103", asked, crosswalk, 2025, 2099);
        assertThat(restated(drafting, sum(2025, "103005", "103005", 40))).isEqualTo(Map.of("103001", 40L));
    }

    @Test
    void of_one_unit_the_other_units_of_its_department_are_read_apart() {
        LikeForLike like = like(
                "411200-103",
                Map.of("years", "2025,2026", "by", "unit", "basis", "like", "scope", "103001"),
                crosswalk(goesOn(SuccessionKind.UNIT, "103005", 2026, all("103001"))),
                2025,
                2026);
        assertThat(like.budgetsBeside(Y2025)).containsOnlyKeys(BudgetId.parse("411200-103-2025"));
        Map<String, Long> found = new TreeMap<>();
        for (String unit : List.of("103001", "103002", "103005")) {
            like.restateBeside(sum(2025, unit, unit, 40), (code, money) -> found.merge(code, money.fen(), Long::sum));
        }
        assertThat(found).as("its own is not counted again").isEqualTo(Map.of("103001", 40L));
    }

    @Test
    void a_year_before_a_department_is_told_only_where_all_its_units_were_elsewhere() {
        Map<String, String> asked = Map.of("years", "2024,2026", "by", "unit", "basis", "like");
        Crosswalk all = crosswalk(goesOn(SuccessionKind.UNIT, "104001", 2026, all("105001")));
        assertThat(like("411200-105", asked, all, 2026).budgetsBeside(new FiscalYear(2024)))
                .containsOnlyKeys(BudgetId.parse("411200-104-2024"));
        Crosswalk some = crosswalk(goesOn(SuccessionKind.UNIT, "104001", 2026, all("103006")));
        assertThat(like("411200-103", asked, some, 2026).budgetsBeside(new FiscalYear(2024)))
                .as("103001 was there before, and nothing is known of it")
                .isEmpty();
    }

    /** A unit of which a part was taken away: 60 % stay under its code, the rest is told under the new one. */
    @Test
    void a_unit_that_was_split_and_kept_its_code_is_told_under_both() {
        Crosswalk split = crosswalk(goesOn(
                SuccessionKind.UNIT, "103001", 2026, new Successor("103001", 6_000), new Successor("103007", 4_000)));
        LikeForLike like = like("411200-103", "unit", split);
        assertThat(restated(like, sum(2025, "103001", "103001", 101), sum(2026, "103001", "103001", 70)))
                .isEqualTo(Map.of("103001", 130L, "103007", 41L));
        assertThat(like.notes()).extracting(LikeForLike.Note::number).containsExactly(1);
        LikeForLike part = like(
                "411200-103",
                Map.of("years", "2025,2026", "by", "unit", "basis", "like", "scope", "103007"),
                split,
                2025,
                2026);
        assertThat(part.budgetsBeside(Y2025)).containsOnlyKeys(BudgetId.parse("411200-103-2025"));
        Map<String, Long> found = new TreeMap<>();
        part.restateBeside(
                sum(2025, "103001", "103001", 101), (code, money) -> found.merge(code, money.fen(), Long::sum));
        assertThat(found).isEqualTo(Map.of("103007", 41L));
    }

    @Test
    void a_unit_that_kept_its_code_does_not_come_from_elsewhere() {
        Crosswalk split = crosswalk(
                goesOn(
                        SuccessionKind.UNIT,
                        "103001",
                        2026,
                        new Successor("103001", 6_000),
                        new Successor("103007", 4_000)),
                goesOn(SuccessionKind.UNIT, "104001", 2026, all("103007")));
        assertThat(like("411200-103", Map.of("years", "2024,2026", "by", "unit", "basis", "like"), split, 2026)
                        .budgetsBeside(new FiscalYear(2024)))
                .as("103001 was there in 2024, and nothing is known of it")
                .isEmpty();
    }

    @Test
    void three_units_that_went_into_one_that_was_there_are_told_under_it() {
        Crosswalk merged = crosswalk(
                goesOn(SuccessionKind.UNIT, "103002", 2026, all("103001")),
                goesOn(SuccessionKind.UNIT, "103003", 2026, all("103001")),
                goesOn(SuccessionKind.UNIT, "104001", 2026, all("103001")));
        LikeForLike like = like("411200-103", "unit", merged);
        assertThat(like.budgetsBeside(Y2025)).containsOnlyKeys(BudgetId.parse("411200-104-2025"));
        assertThat(restated(
                        like,
                        sum(2025, "103001", "103001", 1),
                        sum(2025, "103002", "103002", 20),
                        sum(2025, "103003", "103003", -3),
                        sum(2025, "104001", "104001", 400),
                        sum(2026, "103001", "103001", 5_000)))
                .isEqualTo(Map.of("103001", 5_418L));
        assertThat(like.notes()).extracting(LikeForLike.Note::number).containsExactly(1, 2, 3);
    }

    /** 2024 by both, 2025 by the second alone; the part that is taken away in 2026 comes out of what was merged in 2025. */
    @Test
    void a_chain_over_three_years_takes_each_year_by_what_happened_after_it() {
        Crosswalk chain = crosswalk(
                goesOn(
                        SuccessionKind.UNIT,
                        "103001",
                        2026,
                        new Successor("103001", 5_000),
                        new Successor("103007", 5_000)),
                goesOn(SuccessionKind.UNIT, "103002", 2025, all("103001")));
        LikeForLike like = like(
                "411200-103",
                Map.of("years", "2024,2025,2026", "by", "unit", "basis", "like"),
                chain,
                2024,
                2025,
                2026);
        assertThat(restated(like, sum(2024, "103001", "103001", 10), sum(2024, "103002", "103002", 30)))
                .isEqualTo(Map.of("103001", 20L, "103007", 20L));
        assertThat(restated(like, sum(2025, "103001", "103001", 50))).isEqualTo(Map.of("103001", 25L, "103007", 25L));
        assertThat(restated(like, sum(2026, "103001", "103001", 7), sum(2026, "103007", "103007", 8)))
                .isEqualTo(Map.of("103001", 7L, "103007", 8L));
        assertThat(like.notes()).extracting(LikeForLike.Note::number).containsExactly(1, 2);
    }

    @Test
    void a_code_that_was_replaced_twice_and_a_project_that_went_on_as_two_are_told_under_the_last() {
        Crosswalk twice = crosswalk(
                goesOn(SuccessionKind.FUNCTION, "2010350", 2026, all("2010399")),
                goesOn(SuccessionKind.FUNCTION, "2010302", 2025, all("2010350")));
        LikeForLike codes = like(
                "411200-103",
                Map.of("years", "2024,2025,2026", "by", "function", "basis", "like"),
                twice,
                2024,
                2025,
                2026);
        assertThat(restated(codes, sum(2024, "103001", "2010302", 9), sum(2025, "103001", "2010350", 4)))
                .isEqualTo(Map.of("2010399", 13L));
        String project = "411200240000000000001";
        Crosswalk two = crosswalk(goesOn(
                SuccessionKind.PROJECT,
                project,
                2026,
                new Successor("411200260000000000001", 2_500),
                new Successor("411200260000000000002", 7_500)));
        assertThat(restated(like("411200-103", "project", two), sum(2025, "103001", project, 1_001)))
                .isEqualTo(Map.of("411200260000000000001", 250L, "411200260000000000002", 751L));
    }

    @Test
    void what_goes_on_nowhere_in_the_subject_restates_nothing_of_it() {
        LikeForLike like =
                like("411200-103", "unit", crosswalk(goesOn(SuccessionKind.UNIT, "104001", 2026, all("104002"))));
        like.restateBeside(sum(2025, "104001", "104001", 40), (code, money) -> {
            throw new AssertionError(code);
        });
        assertThat(like.notes()).isEmpty();
    }

    @Test
    void a_code_that_was_split_is_told_in_its_parts_and_the_last_takes_what_rounding_leaves() {
        LikeForLike like = like(
                "411200-103",
                "function",
                crosswalk(goesOn(
                        SuccessionKind.FUNCTION,
                        "2010302",
                        2026,
                        new Successor("2010399", 3_333),
                        new Successor("2010308", 6_667))));
        assertThat(restated(like, sum(2025, "103001", "2010302", 100), sum(2025, "103001", "2010301", 1)))
                .isEqualTo(Map.of("2010399", 33L, "2010308", 67L, "2010301", 1L));
    }

    @Test
    void a_succession_counts_from_its_year_and_not_before_or_after_the_years_compared() {
        Crosswalk crosswalk = crosswalk(
                goesOn(SuccessionKind.PROJECT, "411200240000000000001", 2027, all("411200240000000000002")),
                goesOn(SuccessionKind.PROJECT, "411200240000000000003", 2025, all("411200240000000000004")));
        LikeForLike like = like("411200-103", "project", crosswalk);
        assertThat(restated(
                        like,
                        sum(2025, "103001", "411200240000000000001", 5),
                        sum(2025, "103001", "411200240000000000003", 6),
                        sum(2025, "103001", "-", 7)))
                .isEqualTo(Map.of("411200240000000000001", 5L, "411200240000000000003", 6L, "-", 7L));
        assertThat(like.notes()).isEmpty();
    }

    /** Chains, splits and merges: of a whole division nothing is gained or lost, to the fen, negative amounts too. */
    @Property(tries = 300)
    void of_a_whole_division_every_fen_is_kept(@ForAll long seed) {
        Random random = new Random(seed);
        List<Succession> all = new ArrayList<>();
        for (int unit = 0; unit < 12; unit++) {
            if (random.nextBoolean()) {
                // only to higher numbers, so that nothing loops
                int first = 1 + random.nextInt(9_998);
                all.add(goesOn(
                        SuccessionKind.UNIT,
                        "1030%02d".formatted(unit),
                        2026,
                        new Successor("1030%02d".formatted(unit + 1 + random.nextInt(5)), first),
                        new Successor("1040%02d".formatted(unit + 1 + random.nextInt(5)), Successor.WHOLE - first)));
            }
        }
        LikeForLike like = like("411200", "unit", crosswalk(all.toArray(Succession[]::new)));
        Sum[] sums = random.ints(20)
                .mapToObj(fen -> {
                    String unit = "1030%02d".formatted(random.nextInt(14));
                    return sum(2025, unit, unit, fen);
                })
                .toArray(Sum[]::new);
        long before = 0;
        for (Sum sum : sums) {
            before += sum.money().fen();
        }
        assertThat(restated(like, sums).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(before);
    }
}
