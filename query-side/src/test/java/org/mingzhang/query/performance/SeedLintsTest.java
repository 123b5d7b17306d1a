package org.mingzhang.query.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.kernel.value.TargetValue.Quantity;
import org.mingzhang.kernel.value.TargetValue.Words;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.performance.TargetFinding.Kind;

/** Every indicator of the published disclosure is read, and every inconsistency of it that a rule can find is found. */
class SeedLintsTest {
    private static final BudgetFacts SEED = SampleFacts.load();

    @Test
    void all_138_indicators_are_read_as_the_grammar_says_and_keep_their_text() {
        List<Indicator> all = Stream.concat(
                        SEED.projectTargets().values().stream().flatMap(List::stream), SEED.overallTargets().stream())
                .toList();
        Map<String, Integer> kinds = new TreeMap<>();
        for (Indicator indicator : all) {
            TargetValue value = TargetValue.parse(indicator.target());
            assertThat(value.rawText()).isEqualTo(indicator.target());
            kinds.merge(kind(value), 1, Integer::sum);
            if (value instanceof Quantity quantity) {
                assertThat(quantity.printed()).as("nothing of the text is lost").isEqualTo(indicator.target());
            }
        }
        assertThat(all).hasSize(138);
        assertThat(SEED.overallTargets()).hasSize(24);
        assertThat(kinds).isEqualTo(Map.of("AT_LEAST", 51, "AT_MOST", 19, "UNWRITTEN", 26, "words", 42));
    }

    private static String kind(TargetValue value) {
        return switch (value) {
            case Quantity quantity -> quantity.operator().name();
            case Words ignored -> "words";
            case TargetValue.Range ignored -> "range";
            case TargetValue.Deadline ignored -> "deadline";
        };
    }

    /** S7 and two parts of S8 are mended in the transcription; here they stand as they are printed (tables.md §3). */
    @Test
    void the_contradictions_s2_s3_and_s5_to_s8_of_the_printed_table_are_found_in_their_places() {
        assertThat(warnings(asPrinted()))
                .containsExactlyInAnyOrder(
                        "8240 COST_AT_LEAST 办公设备购置成本 ≥24万",
                        "8240 COST_OVER_AMOUNT 办公设备购置成本 ≥24万 [24.00, 18.00, 6.00]",
                        "8240 SATISFACTION_UNNAMED 办公室在职人员 ≥95%",
                        "8295 UNIT_MISSING 维护维修面积 44318",
                        "44003 COST_MISPLACED 对工作效率、管理和决策支持的改善或提升程 明显",
                        "44003 NAME_CUT_OFF 对工作效率、管理和决策支持的改善或提升程 明显 [20]",
                        "44003 COST_MISPLACED 对保障机构稳定运作、发挥职能的改善或提升 明显",
                        "44003 NAME_CUT_OFF 对保障机构稳定运作、发挥职能的改善或提升 明显 [20]",
                        "44401 COST_OVER_AMOUNT 项目成本 ≤40万 [40.00, 35.00, 5.00]",
                        "44401 RATE_NOT_PERCENT 担保公司、小额贷款公司、典当行年审完成率 ≥10次 [次]",
                        "44401 SATISFACTION_ELSEWHERE 上市后备企业满意度 ≥95% [效益指标]",
                        "411200240000000191203 VALUE_IN_NAME 企业培训、调研 ≥ 5 次 空调、电子设备 ≥36台");
    }

    @Test
    void itemised_costs_that_add_up_to_the_amount_are_left_alone() {
        assertThat(of("411200240000000191203")).noneMatch(finding -> finding.kind() == Kind.COSTS_NOT_AMOUNT);
        List<TargetFinding> found = TargetLints.of(
                "x", targets(new ProjectCode("411200240000000191203")), Optional.of(Amount.ofYuan(600_000)));
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.COSTS_NOT_AMOUNT)
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("7", "57.80", "60.00", "−2.20"));
    }

    @Test
    void each_of_the_26_values_without_an_operator_is_to_be_confirmed_and_none_of_them_is_a_warning() {
        List<TargetFinding> unwritten = Stream.concat(
                        SEED.projects().stream()
                                .flatMap(project -> of(project.code().value()).stream()),
                        TargetLints.of("", SEED.overallTargets(), Optional.empty()).stream())
                .filter(finding -> finding.kind() == Kind.OPERATOR_UNWRITTEN)
                .toList();
        assertThat(unwritten).hasSize(26).allMatch(finding -> !finding.kind().isWarning());
        assertThat(unwritten)
                .filteredOn(finding -> finding.name().equals("停水停电故障率"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("≤"));
    }

    @Test
    void the_targets_of_the_department_as_a_whole_have_nothing_wrong_with_them() {
        assertThat(TargetLints.of("", SEED.overallTargets(), Optional.empty()))
                .allMatch(finding -> finding.kind() == Kind.OPERATOR_UNWRITTEN);
    }

    private static List<TargetFinding> of(String project) {
        ProjectCode code = new ProjectCode(project);
        return TargetLints.of(project, targets(code), amount(SEED, code));
    }

    private static List<Indicator> targets(ProjectCode project) {
        return SEED.projectTargets().getOrDefault(project, List.of());
    }

    private static Optional<Amount> amount(BudgetFacts facts, ProjectCode code) {
        return Optional.of(Figures.sum(facts.expenditure().stream()
                .filter(line -> Figures.money(line).project().equals(Optional.of(code)))
                .toList()));
    }

    private static List<String> warnings(Map<ProjectCode, List<Indicator>> targets) {
        return targets.entrySet().stream()
                .flatMap(project ->
                        TargetLints.of(project.getKey().value(), project.getValue(), amount(SEED, project.getKey()))
                                .stream())
                .filter(finding -> finding.kind().isWarning())
                .map(SeedLintsTest::told)
                .toList();
    }

    private static String told(TargetFinding finding) {
        String code = finding.project().replaceAll("^.*?0+([1-9]\\d{3,4})$", "$1");
        return code + " " + finding.kind() + " " + finding.name() + " " + finding.target()
                + (finding.arguments().isEmpty() ? "" : " " + finding.arguments());
    }

    private static Map<ProjectCode, List<Indicator>> asPrinted() {
        return SEED.projectTargets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, project -> asPrinted(project.getValue())));
    }

    private static List<Indicator> asPrinted(List<Indicator> transcribed) {
        List<Indicator> printed = new ArrayList<>();
        for (Indicator indicator : transcribed) {
            IndicatorLevel level = indicator.name().equals("上市后备企业满意度") ? IndicatorLevel.BENEFIT : indicator.level1();
            String name = indicator.name().equals("空调、电子设备") ? "企业培训、调研 ≥ 5 次 空调、电子设备" : indicator.name();
            printed.add(new Indicator(level, indicator.level2(), name, indicator.target(), indicator.note()));
        }
        return printed;
    }
}
