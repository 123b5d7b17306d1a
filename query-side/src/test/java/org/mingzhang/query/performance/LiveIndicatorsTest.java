package org.mingzhang.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.policy.IndicatorFormula;
import org.mingzhang.kernel.policy.IndicatorRules;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.performance.LiveIndicator.Verdict;

class LiveIndicatorsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 31);
    private static final BudgetFacts SEED = SampleFacts.load();
    private static final Amount INITIAL = Figures.sum(SEED.expenditure());

    @Test
    void what_is_executed_is_divided_by_the_budget_as_it_stands_and_rounded_once() {
        LiveIndicator rate = of(IndicatorFormula.BUDGET_EXECUTION, figures(Amount.ofYuan(38_375_369), false));

        assertThat(rate.printed()).isEqualTo("90.00%");
        assertThat(rate.numerator().amount()).contains(Amount.ofYuan(38_375_369));
        assertThat(rate.denominator().amount()).contains(Amount.ofYuan(42_639_299));
        assertThat(rate.verdict()).as("89.99999…% is compared exactly").isEqualTo(Verdict.UNDERWAY);
    }

    @Test
    void short_of_what_is_demanded_is_under_way_while_the_year_is_open_and_missed_when_it_is_closed() {
        assertThat(of(IndicatorFormula.BUDGET_EXECUTION, figures(Amount.ofYuan(1), false))
                        .verdict())
                .isEqualTo(Verdict.UNDERWAY);
        assertThat(of(IndicatorFormula.BUDGET_EXECUTION, figures(Amount.ofYuan(1), true))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void what_the_department_set_itself_stands_in_the_place_of_the_common_demand() {
        LiveIndicator publics = of(IndicatorFormula.THREE_PUBLICS, figures(Amount.ZERO, false));
        assertThat(publics.threshold().text()).isEqualTo("≤90%");
        assertThat(publics.threshold().own()).isTrue();

        LiveIndicator without =
                of(IndicatorFormula.THREE_PUBLICS, figures(Amount.ZERO, false).after(targeted(List.of()), List.of()));
        assertThat(without.threshold().text()).isEqualTo("≤100%");
        assertThat(without.threshold().own()).isFalse();
    }

    @Test
    void a_target_without_an_operator_is_read_the_way_of_its_rule() {
        BudgetFacts own = targeted(List.of(new Indicator(IndicatorLevel.INPUT_MANAGEMENT, "", "预算调整率", "10%", "")));
        LiveIndicator rate = of(
                IndicatorFormula.BUDGET_ADJUSTMENT, figures(Amount.ZERO, false).after(own, List.of()));
        assertThat(rate.printed()).isEqualTo("0.00%");
        assertThat(rate.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void nothing_to_divide_by_is_said_and_is_no_value() {
        Figures nothing = new Figures(
                Amount.ZERO,
                SEED,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                false,
                List.of(),
                Map.of(),
                Map.of(),
                Watched.NOTHING);
        LiveIndicator publics = of(IndicatorFormula.THREE_PUBLICS, nothing);
        assertThat(publics.percent()).isEmpty();
        assertThat(publics.unknown()).isEqualTo("live.unknown.nothing");
        assertThat(publics.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void what_is_carried_over_is_known_only_when_the_year_is_closed() {
        assertThat(of(IndicatorFormula.CARRY_OVER, figures(Amount.ZERO, false)).unknown())
                .isEqualTo("live.unknown.open");
        assertThat(of(IndicatorFormula.CARRY_OVER, figures(Amount.ZERO, true)).printed())
                .isEqualTo("0.00%");
    }

    @Test
    void all_thirteen_projects_have_targets_of_all_four_groups() {
        LiveIndicator set = of(IndicatorFormula.TARGETS_SET, figures(Amount.ZERO, false));
        assertThat(set.numerator().count()).isEqualTo(13);
        assertThat(set.denominator().count()).isEqualTo(13);
        assertThat(set.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void what_policy_demands_and_what_comes_from_above_is_listed_and_not_counted() {
        List<Facts.AdjustmentFact> documents = List.of(
                document(1, AdjustmentKind.ECON_ITEM_SHIFT, ReasonClass.TASK, shift(100), Optional.empty()),
                document(2, AdjustmentKind.ECON_ITEM_SHIFT, ReasonClass.POLICY, shift(200), Optional.empty()),
                document(3, AdjustmentKind.SUPPLEMENT_FROM_TRANSFER, ReasonClass.TASK, shift(400), Optional.empty()));
        LiveIndicator rate = of(
                IndicatorFormula.BUDGET_ADJUSTMENT, figures(Amount.ZERO, false).after(SEED, documents));
        assertThat(rate.numerator().amount()).contains(Amount.ofYuan(100));
        assertThat(rate.documents().stream().map(document -> document.leftOut().orElse("")))
                .containsExactly("", "live.left-out.reason", "live.left-out.kind");
    }

    /** Whatever documents there are: half of everything that moves, and nothing of what was taken back. */
    @Test
    void each_shift_is_counted_once_whatever_was_moved_and_taken_back() {
        Random random = new Random(103);
        for (int run = 0; run < 500; run++) {
            List<Facts.AdjustmentFact> documents = new ArrayList<>();
            Map<Integer, Long> twice = new HashMap<>();
            Map<Integer, Integer> takenBack = new HashMap<>();
            Set<Integer> standing = new HashSet<>();
            int count = random.nextInt(12);
            for (int number = 1; number <= count; number++) {
                int earlier = 1 + random.nextInt(number);
                boolean takesBack = standing.contains(earlier) && random.nextInt(3) == 0;
                List<AdjustmentEntry> entries = shift(random);
                documents.add(document(
                        number,
                        AdjustmentKind.PROJECT_SHIFT,
                        ReasonClass.TASK,
                        entries,
                        takesBack ? Optional.of(earlier) : Optional.empty()));
                twice.put(number, doubled(entries));
                standing.add(number);
                if (takesBack) {
                    takenBack.put(number, earlier);
                    turn(earlier, standing, takenBack);
                }
            }
            takenBack.keySet().forEach(twice::remove);
            twice.keySet().retainAll(standing);
            long expected = twice.values().stream().mapToLong(Long::longValue).sum() / 2;
            LiveIndicator rate = of(
                    IndicatorFormula.BUDGET_ADJUSTMENT,
                    figures(Amount.ZERO, false).after(SEED, documents));
            assertThat(rate.numerator().amount()).contains(new Amount(expected));
            assertThat(rate.percent())
                    .contains(BigDecimal.valueOf(expected)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(INITIAL.fen()), 2, RoundingMode.HALF_UP));
        }
    }

    /** What stood stands no more and the other way round; with what takes back, what was taken back. */
    private static void turn(int number, Set<Integer> standing, Map<Integer, Integer> takenBack) {
        if (!standing.remove(number)) {
            standing.add(number);
        }
        Integer earlier = takenBack.get(number);
        if (earlier != null) {
            turn(earlier, standing, takenBack);
        }
    }

    private static long doubled(List<AdjustmentEntry> entries) {
        return entries.stream()
                .mapToLong(entry -> Math.abs(entry.change().fen()))
                .sum();
    }

    private static Figures figures(Amount executed, boolean closed) {
        return new Figures(
                INITIAL,
                SEED,
                executed,
                Amount.ofYuan(115_000),
                Amount.ofYuan(57_500),
                Amount.ZERO,
                closed,
                List.of(),
                Map.of(),
                Map.of(),
                Watched.NOTHING);
    }

    private static BudgetFacts targeted(List<Indicator> overall) {
        return new BudgetFacts(
                SEED.header(),
                SEED.position(),
                SEED.basis(),
                SEED.units(),
                SEED.expenditure(),
                SEED.revenue(),
                SEED.projects(),
                SEED.projectTargets(),
                overall,
                SEED.statements());
    }

    private static LiveIndicator of(IndicatorFormula formula, Figures figures) {
        assertThat(IndicatorRules.inForceOn(DAY)).isNotEmpty();
        return LiveIndicators.of(figures, DAY).stream()
                .filter(indicator -> indicator.formula() == formula)
                .findFirst()
                .orElseThrow();
    }

    private static List<AdjustmentEntry> shift(long yuan) {
        return List.of(entry(0, -yuan * 100), entry(1, yuan * 100));
    }

    /** From one line to several, to the fen. */
    private static List<AdjustmentEntry> shift(Random random) {
        List<AdjustmentEntry> entries = new ArrayList<>();
        long sum = 0;
        for (int to = 1; to <= 1 + random.nextInt(4); to++) {
            long fen = 1L + random.nextInt(1_000_000);
            entries.add(entry(to, fen));
            sum += fen;
        }
        entries.add(entry(0, -sum));
        return entries;
    }

    private static AdjustmentEntry entry(int line, long fen) {
        LineFact fact = SEED.expenditure().get(line);
        return new AdjustmentEntry(fact.key(), (Classification.Expenditure) fact.classification(), new Amount(fen));
    }

    private static Facts.AdjustmentFact document(
            int number,
            AdjustmentKind kind,
            ReasonClass reason,
            List<AdjustmentEntry> entries,
            Optional<Integer> reverses) {
        return new Facts.AdjustmentFact(
                number,
                kind,
                new AdjustmentRequest(
                        AdjustmentDirection.SHIFT,
                        reason,
                        "任务变化",
                        DAY,
                        entries,
                        List.of(),
                        "",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        reverses,
                        Optional.empty()),
                List.of(),
                false,
                "",
                "caiwu",
                "王敏",
                DAY);
    }
}
