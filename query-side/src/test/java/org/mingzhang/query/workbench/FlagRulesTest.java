package org.mingzhang.query.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;

/** Each flag: what it says, where it just begins, and what it leaves alone. */
class FlagRulesTest {
    private static final Thresholds THRESHOLDS = Thresholds.shipped();
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 3);
    private static final AdjustmentKind TIERED = AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED;

    private final SplitRule split = new SplitRule(THRESHOLDS, AdjustmentRules.shipped()::on);
    private final BackRule back = new BackRule(THRESHOLDS);
    private final YearEndRule yearEnd = new YearEndRule(THRESHOLDS, 2025);
    private final ReasonRule reason = new ReasonRule(THRESHOLDS);
    private final PairRule pair = new PairRule(THRESHOLDS);

    @Test
    void two_supplements_that_stay_below_fifty_thousand_and_reach_it_together_are_flagged() {
        List<Flagged> flags = split.flags(List.of(gain(1, MARCH, 30_000), gain(2, MARCH.plusDays(30), 20_000)));

        assertThat(flags).singleElement().satisfies(flag -> {
            assertThat(flag.documents()).containsExactly(1, 2);
            assertThat(flag.arguments())
                    .containsExactly(
                            "2",
                            "trail.choice.AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED",
                            "8",
                            "30,000.00",
                            "50,000.00",
                            "50,000.00",
                            "2025-03-03",
                            "2025-04-02");
        });
    }

    @Test
    void a_day_later_a_yuan_less_or_one_of_them_at_the_limit_is_no_splitting() {
        assertThat(split.flags(List.of(gain(1, MARCH, 30_000), gain(2, MARCH.plusDays(31), 20_000))))
                .isEmpty();
        assertThat(split.flags(List.of(gain(1, MARCH, 30_000), gain(2, MARCH.plusDays(30), 19_999))))
                .isEmpty();
        assertThat(split.flags(List.of(gain(1, MARCH, 50_000), gain(2, MARCH, 30_000))))
                .isEmpty();
        assertThat(split.flags(List.of(gain(1, MARCH, 30_000), other(gain(2, MARCH, 30_000)))))
                .as("about another line")
                .isEmpty();
        assertThat(split.flags(List.of(gain(1, MARCH, 30_000), ended(gain(2, MARCH, 30_000)))))
                .as("returned, so that another takes it up")
                .isEmpty();
        assertThat(split.flags(List.of(shift(1, MARCH, "7", "8", 30_000), shift(2, MARCH, "7", "8", 30_000))))
                .as("a kind of which one path decides, whatever the amount")
                .isEmpty();
    }

    @Test
    void of_three_windows_each_is_told_once() {
        List<FlagCase> cases = List.of(
                gain(1, MARCH, 40_000),
                gain(2, MARCH.plusDays(3), 40_000),
                gain(3, MARCH.plusDays(100), 40_000),
                gain(4, MARCH.plusDays(120), 40_000));

        assertThat(split.flags(cases)).extracting(Flagged::documents).containsExactly(List.of(1, 2), List.of(3, 4));
    }

    @Test
    void money_that_goes_and_comes_back_by_half_within_a_year_is_flagged() {
        List<Flagged> flags =
                back.flags(List.of(shift(1, MARCH, "7", "8", 10_000), shift(2, MARCH.plusDays(365), "8", "7", 5_000)));

        assertThat(flags)
                .singleElement()
                .satisfies(flag -> assertThat(flag.arguments())
                        .containsExactly("1", "2025-03-03", "7", "8", "10,000.00", "2", "365", "5,000.00", "50"));
    }

    @Test
    void less_than_half_a_day_too_late_an_open_reversal_or_the_same_way_again_is_no_going_back() {
        FlagCase first = shift(1, MARCH, "7", "8", 10_000);
        assertThat(back.flags(List.of(first, shift(2, MARCH, "8", "7", 4_999)))).isEmpty();
        assertThat(back.flags(List.of(first, shift(2, MARCH.plusDays(366), "8", "7", 10_000))))
                .isEmpty();
        assertThat(back.flags(List.of(first, reversal(shift(2, MARCH, "8", "7", 10_000)))))
                .isEmpty();
        assertThat(back.flags(List.of(first, shift(2, MARCH, "7", "8", 10_000))))
                .isEmpty();
        assertThat(back.flags(List.of(first, ended(shift(2, MARCH, "8", "7", 10_000)))))
                .isEmpty();
        assertThat(back.flags(List.of(first, shift(2, MARCH, "8", "9", 10_000))))
                .as("on to a third line")
                .isEmpty();
    }

    @Test
    void three_documents_of_december_with_a_third_of_the_money_are_flagged() {
        LocalDate december = LocalDate.of(2025, 12, 1);
        List<FlagCase> cases = List.of(
                gain(1, MARCH, 7_000), gain(2, december, 1_000), gain(3, december, 1_000), gain(4, december, 1_000));

        assertThat(yearEnd.flags(cases)).singleElement().satisfies(flag -> {
            assertThat(flag.documents()).containsExactly(2, 3, 4);
            assertThat(flag.arguments()).containsExactly("3", "4", "2025-12-01", "3,000.00", "10,000.00", "30");
        });
        assertThat(yearEnd.flags(List.of(
                        gain(1, MARCH, 7_001),
                        gain(2, december, 1_000),
                        gain(3, december, 1_000),
                        gain(4, december, 1_000))))
                .as("29.9 per cent")
                .isEmpty();
        assertThat(yearEnd.flags(List.of(gain(2, december, 1_000), gain(3, december, 1_000))))
                .as("two")
                .isEmpty();
        assertThat(yearEnd.flags(List.of(
                        gain(2, december.minusDays(1), 1_000), gain(3, december, 1_000), gain(4, december, 1_000))))
                .as("one of them in November")
                .isEmpty();
        assertThat(yearEnd.flags(List.of())).isEmpty();
    }

    @Test
    void the_same_reason_three_times_in_ninety_days_is_flagged_whatever_its_marks() {
        List<FlagCase> cases = List.of(
                because(1, MARCH, "差旅任务增加"),
                because(2, MARCH.plusDays(45), "差旅任务增加。"),
                because(3, MARCH.plusDays(90), "差旅 任务增加"));

        assertThat(reason.flags(cases))
                .singleElement()
                .satisfies(flag ->
                        assertThat(flag.arguments()).containsExactly("3", "差旅任务增加", "2025-03-03", "2025-06-01"));
        assertThat(reason.flags(cases.subList(0, 2))).isEmpty();
        assertThat(reason.flags(List.of(cases.get(0), cases.get(1), because(3, MARCH.plusDays(91), "差旅任务增加"))))
                .isEmpty();
        assertThat(reason.flags(List.of(cases.get(0), cases.get(1), because(3, MARCH, "会务任务增加"))))
                .isEmpty();
        assertThat(reason.flags(List.of(because(1, MARCH, ""), because(2, MARCH, " "), because(3, MARCH, "。"))))
                .as("no reason is no reason that repeats")
                .isEmpty();
    }

    @Test
    void five_documents_that_one_person_makes_and_one_other_checks_are_flagged() {
        List<FlagCase> five = new ArrayList<>(IntStream.rangeClosed(1, 5)
                .mapToObj(at -> checked(at, "王敏", "赵立"))
                .toList());

        assertThat(pair.flags(five))
                .singleElement()
                .satisfies(flag -> assertThat(flag.arguments()).containsExactly("王敏", "5", "赵立"));
        assertThat(pair.flags(five.subList(0, 4))).isEmpty();
        five.add(checked(6, "王敏", "孙丽"));
        assertThat(pair.flags(five)).as("once somebody else").isEmpty();
        five.set(5, checked(6, "李强", "赵立"));
        assertThat(pair.flags(five)).as("another maker too").hasSize(1);
    }

    @Test
    void a_file_of_thresholds_that_is_not_as_it_should_be_is_refused() {
        String file = "flag\tthreshold\tvalue\tmeaning\n";
        assertThatThrownBy(() -> Thresholds.read(file)).hasMessageContaining("and it takes");
        assertThatThrownBy(() -> Thresholds.read(file + "split\tweeks\t3\tx\n")).hasMessageContaining("split weeks");
        assertThatThrownBy(() -> Thresholds.read(file + "split\tdays\tfew\tx\n"))
                .hasMessageContaining("few");
        assertThatThrownBy(() -> Thresholds.read(file + "split\tdays\n")).hasMessageContaining("2 cells");
        assertThatThrownBy(() -> Thresholds.read("a\tb\n")).hasMessageContaining("does not begin");
    }

    private static FlagCase gain(int number, LocalDate day, long yuan) {
        return one(number, TIERED, day, yuan, List.of(new FlagCase.Move("8", Amount.ofYuan(yuan))));
    }

    private static FlagCase shift(int number, LocalDate day, String from, String to, long yuan) {
        return one(
                number,
                AdjustmentKind.ECON_ITEM_SHIFT,
                day,
                yuan,
                List.of(
                        new FlagCase.Move(from, Amount.ofYuan(yuan).negated()),
                        new FlagCase.Move(to, Amount.ofYuan(yuan))));
    }

    private static FlagCase one(int number, AdjustmentKind kind, LocalDate day, long yuan, List<FlagCase.Move> moves) {
        return new FlagCase(
                number, kind, Amount.ofYuan(yuan), day, "王敏", List.of(), "理由 " + number, true, true, false, moves);
    }

    private static FlagCase other(FlagCase of) {
        return new FlagCase(
                of.number(),
                of.kind(),
                of.amount(),
                of.day(),
                of.maker(),
                of.checkers(),
                of.reason(),
                true,
                true,
                false,
                List.of(new FlagCase.Move("99", of.amount())));
    }

    private static FlagCase ended(FlagCase of) {
        return new FlagCase(
                of.number(),
                of.kind(),
                of.amount(),
                of.day(),
                of.maker(),
                of.checkers(),
                of.reason(),
                false,
                false,
                false,
                of.moves());
    }

    private static FlagCase reversal(FlagCase of) {
        return new FlagCase(
                of.number(),
                of.kind(),
                of.amount(),
                of.day(),
                of.maker(),
                of.checkers(),
                of.reason(),
                true,
                true,
                true,
                of.moves());
    }

    private static FlagCase because(int number, LocalDate day, String reason) {
        return new FlagCase(
                number, TIERED, Amount.ofYuan(1), day, "王敏", List.of(), reason, true, true, false, List.of());
    }

    private static FlagCase checked(int number, String maker, String checker) {
        return new FlagCase(
                number,
                TIERED,
                Amount.ofYuan(1),
                MARCH,
                maker,
                List.of(checker, "刘洋"),
                "理由",
                true,
                true,
                false,
                List.of());
    }
}
