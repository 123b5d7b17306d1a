package org.mingzhang.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.command.InMemoryBudgetCommands;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;

class IntakeTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);

    private final InMemoryBudgetCommands commands = new InMemoryBudgetCommands();
    private final Intake intake = new Intake(commands);

    @BeforeEach
    void opened() {
        submit(
                OFFICE,
                new RoundCommand.OpenBudget(
                        BUDGET, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
    }

    @Test
    void what_is_new_is_added_in_the_order_of_the_file() {
        Examination seen = imported(Books.inYuan().unit().lines(Books.salary("2", "10"), Books.salary("1", "20.5")));

        assertThat(seen.count(Verdict.ADDED)).isEqualTo(3);
        assertThat(content().units().has(new UnitCode("103001"))).isTrue();
        assertThat(content().lines().entries())
                .extracting(entry -> entry.key().value())
                .containsExactly("2", "1");
        assertThat(line("1").amount()).isEqualTo(new Amount(2050));
        assertThat(line("1").classification().govEconomic().value()).isEqualTo("50101");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        Books book = Books.inYuan().unit().lines(Books.salary("1", "10"));
        imported(book);

        Examination again = examined(book);

        assertThat(again.fits()).isTrue();
        assertThat(again.count(Verdict.UNCHANGED)).isEqualTo(2 + 2);
        assertThat(again.batch()).isEmpty();
    }

    @Test
    void what_the_file_lacks_is_listed_and_stays() {
        imported(Books.inYuan().unit().lines(Books.salary("1", "10"), Books.salary("2", "20")));

        Examination seen = imported(Books.inYuan().lines(Books.salary("1", "11")));

        assertThat(sheet(seen, SheetKind.EXPENDITURE).missing()).containsExactly("2");
        assertThat(seen.count(Verdict.CHANGED)).isOne();
        assertThat(line("2").amount()).isEqualTo(Amount.ofYuan(20));
        assertThat(line("1").amount()).isEqualTo(Amount.ofYuan(11));
    }

    @Test
    void amounts_are_in_the_unit_that_the_workbook_states() {
        imported(new Books().sheet("说明", "项目,内容\n金额单位,万元\n").unit().lines(Books.salary("1", "\"1,234.567891\"")));

        assertThat(line("1").amount()).isEqualTo(new Amount(1_234_567_891));
    }

    @Test
    void a_workbook_that_does_not_state_its_unit_is_not_guessed_at() {
        Books book = new Books().unit().lines(Books.salary("1", "10"));

        Examination seen = examined(book);

        assertThat(words(seen)).singleElement().asString().contains("金额单位");
        assertThat(seen.batch()).isEmpty();
        Choices chosen = new Choices(Map.of(), Map.of(About.UNIT_PLACE, "万元"), "");
        assertThat(examined(book, chosen).batch()).isPresent();
    }

    @Test
    void every_bad_cell_is_named_with_its_row_and_column() {
        Examination seen = examined(Books.inYuan()
                .unit()
                .lines(
                        Books.salary("1", "十元"),
                        Books.salary("2", "1.001"),
                        Books.salary("3", "-5"),
                        "4,103009,2010399x,人员类,,30101,,一般公共预算,本年,也许,1,,",
                        Books.salary("1", "3")));

        assertThat(seen.count(Verdict.UNFIT)).isEqualTo(5);
        assertThat(problemsIn(seen, 2)).containsExactly("amount");
        assertThat(problemsIn(seen, 3)).containsExactly("amount");
        assertThat(problemsIn(seen, 4)).containsExactly("amount");
        assertThat(problemsIn(seen, 5)).containsExactly("unit", "function", "appropriated");
        assertThat(problemsIn(seen, 6)).containsExactly("line");
        assertThat(seen.batch()).isEmpty();
    }

    @Test
    void a_cell_mended_in_the_preview_is_read_instead_of_the_files() {
        Books book = Books.inYuan().unit().lines(Books.salary("1", "十元"));
        Place place = new Place(SheetKind.EXPENDITURE, 2, "amount");

        Examination seen = examined(book, new Choices(Map.of(), Map.of(place, "10"), ""));

        assertThat(words(seen)).isEmpty();
        assertThat(seen.batch()).isPresent();
    }

    @Test
    void a_foreign_head_can_be_read_as_a_column_or_left_out() {
        Books book = Books.inYuan().sheet("单位", "代码,单位名称,单位性质,电话\n103001,办公室,行政单位,1234\n");

        assertThat(words(examined(book))).hasSize(3);
        Choices chosen = new Choices(
                Map.of(
                        new Choices.Head(SheetKind.UNITS, "代码"),
                        "code",
                        new Choices.Head(SheetKind.UNITS, "电话"),
                        Choices.IGNORED),
                Map.of(),
                "");
        Examination seen = examined(book, chosen);
        assertThat(words(seen)).isEmpty();
        assertThat(seen.count(Verdict.ADDED)).isOne();
    }

    /** Each is the second line of a sheet whose first is right; the column is the one that has to be mended. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,103001,2010398,人员类,,30101,,一般公共预算,本年,是,1,, | function | 没有 2010398 这个编码",
                "2,103001,20103,人员类,,30101,,一般公共预算,本年,是,1,, | function | 不是末级",
                "2,103001,2010308,人员类,,30101,,一般公共预算,本年,是,1,, | function | 在 2025 年不能使用",
                ",103001,2010301,人员类,,30101,,一般公共预算,本年,是,1,, | line | 此项必须填写",
                "#2,103001,2010301,人员类,,30101,,一般公共预算,本年,是,1,, | line | 不是行号",
                "2,103001,2010301,人员类,,30299,,一般公共预算,本年,是,1,, | deptEconomic | 人员类只能用",
                "2,103001,2010301,特定目标类,411200250000000000009,30299,,一般公共预算,本年,是,1,, | project | 不在项目库中",
                "2,103001,2010301,特定目标类,,30299,,一般公共预算,本年,是,1,, | project | 请填写项目编码",
                "2,103001,2010301,人员类,,30101,50201,一般公共预算,本年,是,1,, | govEconomic | 对应政府经济科目 50101",
                "2,103001,2010301,人员类,,30101,,政府性基金预算,本年,是,1,, | appropriated | 财政拨款",
                "2,103001,2010301,人员类,,30101,,一般公共,本年,是,1,, | fund | 不是资金性质",
                "2,103001,2010301,人员类,,30101,,一般公共预算,本年,是,0,, | amount | 必须大于零",
                "2,103001,2010301,人员类,,30101,,一般公共预算,本年,是,99999999999999999,, | amount | 超出了可以记录的金额范围",
            })
    void a_bad_cell_is_named_by_row_and_column_and_nothing_is_offered(String row, String field, String words) {
        Examination seen = examined(Books.inYuan().unit().lines(Books.salary("1", "10"), row));

        assertThat(problemsIn(seen, 3)).containsExactly(field);
        assertThat(words(seen)).singleElement().asString().contains(words);
        assertThat(seen.batch()).isEmpty();
    }

    @Test
    void lines_over_the_ceiling_are_named_with_the_ceiling() {
        imported(Books.inYuan().unit().lines(Books.salary("1", "100")));
        ceiling(150);

        Examination seen = examined(Books.inYuan().lines(Books.salary("1", "100"), Books.salary("2", "60")));

        assertThat(problemsIn(seen, 3)).containsExactly("amount");
        assertThat(words(seen)).singleElement().asString().contains("超出");
    }

    @Test
    void money_moves_between_lines_inside_the_ceiling_in_whatever_order_they_stand() {
        imported(Books.inYuan().unit().lines(Books.salary("1", "100"), Books.salary("2", "50")));
        ceiling(150);

        imported(Books.inYuan().lines(Books.salary("2", "149"), Books.salary("1", "1")));

        assertThat(line("2").amount()).isEqualTo(Amount.ofYuan(149));
    }

    private void ceiling(long yuan) {
        submit(DEPARTMENT, new RoundCommand.SubmitFirstProposal(BUDGET, ""));
        Map<FundType, Amount> funds = Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(yuan));
        submit(
                OFFICE,
                new RoundCommand.IssueCeiling(
                        BUDGET,
                        new Ceiling(funds, Amount.ZERO, Amount.ZERO, Amount.ZERO),
                        new Basis("三财预〔2024〕1号", "控制数", "财政局", LocalDate.of(2024, 10, 8), true)));
    }

    @Test
    void a_unit_of_money_that_is_none_is_refused_where_it_stands() {
        Examination seen =
                examined(new Books().sheet("说明", "项目,内容\n金额单位,千元\n").unit().lines(Books.salary("1", "10")));

        assertThat(words(seen)).singleElement().asString().contains("千元");
        assertThat(seen.batch()).isEmpty();
    }

    @Test
    void rows_under_heads_that_are_not_clear_are_not_taken_for_unchanged() {
        Examination seen = examined(Books.inYuan().sheet("单位", "代码,单位名称,单位性质\n103001,办公室,行政单位\n"));

        assertThat(sheet(seen, SheetKind.UNITS).count(Verdict.UNFIT)).isOne();
    }

    @Test
    void titles_may_stand_above_the_heads_and_a_sheet_is_known_by_its_heads() {
        Examination seen = imported(Books.inYuan().sheet("Sheet1", "2025年单位一览,,\n单位编码,单位名称,单位性质\n103001,办公室,行政单位\n"));

        assertThat(seen.unread()).isEmpty();
        assertThat(content().units().size()).isOne();
    }

    @Test
    void what_the_phase_forbids_is_said_once_and_not_with_every_row() {
        InMemoryBudgetCommands empty = new InMemoryBudgetCommands();

        Examination seen = new Intake(empty)
                .examine(
                        circumstances(),
                        Books.inYuan()
                                .unit()
                                .lines(Books.salary("1", "1"), Books.salary("2", "1"))
                                .read(),
                        Choices.none(""));

        assertThat(seen.general()).hasSize(1);
        assertThat(seen.count(Verdict.UNFIT)).isZero();
        assertThat(seen.batch()).isEmpty();
    }

    @Test
    void a_workbook_for_another_budget_is_refused() {
        Examination seen = examined(
                new Books().sheet("说明", "项目,内容\n预算编号,411200-104-2025\n金额单位,元\n").unit());

        assertThat(words(seen)).singleElement().asString().contains("411200-104-2025");
    }

    @Test
    void items_keep_what_the_file_does_not_number() {
        imported(Books.inYuan().sheet("事项", "事项,序号,名称,内容\n主要职责,1,,甲\n主要职责,2,,乙\n主要职责,3,,丙\n"));

        imported(Books.inYuan().sheet("事项", "事项,序号,名称,内容\n主要职责,2,,乙二\n专项转移支付,1,,无\n政府采购,1,货物,3\n"));

        assertThat(content().statements().get("duties")).contains(new Statement.Duties(List.of("甲", "乙二", "丙")));
        assertThat(content().statements().get("special-transfers")).contains(new Statement.SpecialTransfers(List.of()));
        assertThat(content().statements().get("procurement"))
                .contains(new Statement.ProcurementPlan(Amount.ofYuan(3), Amount.ZERO, Amount.ZERO));
    }

    @Test
    void targets_come_in_the_order_of_the_file_and_those_it_lacks_stay_behind_them() {
        String heads = "一级指标,二级指标,三级指标,指标值,指标值说明\n";
        imported(Books.inYuan().sheet("整体绩效", heads + "成本指标,,甲,1,\n产出指标,,乙,2,\n产出指标,,丙,3,\n"));

        Examination seen = imported(Books.inYuan().sheet("整体绩效", heads + "产出指标,,丙,4,\n成本指标,,甲,1,\n效益指标,,丁,5,\n"));

        assertThat(sheet(seen, SheetKind.OVERALL_TARGETS).missing()).containsExactly("乙");
        assertThat(content().overallTargets())
                .extracting(one -> one.name() + one.target())
                .containsExactly("丙4", "甲1", "丁5", "乙2");
    }

    private Examination imported(Books book) {
        Examination seen = examined(book);
        assertThat(words(seen)).isEmpty();
        submit(OFFICER, seen.batch().orElseThrow());
        return seen;
    }

    private Examination examined(Books book) {
        return examined(book, Choices.none("导入：测试"));
    }

    private Examination examined(Books book, Choices choices) {
        return intake.examine(circumstances(), book.read(), choices);
    }

    private static Envelope<BudgetId> circumstances() {
        return new Envelope<>(new UUID(0, 1), OFFICER, LocalDate.of(2024, 10, 8), BUDGET);
    }

    private void submit(Actor actor, BudgetCommand command) {
        Envelope<BudgetCommand> envelope = new Envelope<>(UUID.randomUUID(), actor, LocalDate.of(2024, 10, 8), command);
        assertThat(commands.submit(BudgetCommands.Submission.of(envelope))).isInstanceOf(Outcome.Done.class);
    }

    private Content content() {
        return commands.current(BUDGET).budget().content();
    }

    private LineContent line(String key) {
        return content().lines().get(new LineKey(key)).orElseThrow();
    }

    private static ExaminedSheet sheet(Examination seen, SheetKind kind) {
        return seen.sheets().stream()
                .filter(sheet -> sheet.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Examination seen) {
        RefusalWords words = RefusalWords.in(Locale.SIMPLIFIED_CHINESE);
        return seen.problems().map(problem -> problem.in(words)).toList();
    }

    private static List<String> problemsIn(Examination seen, int row) {
        return sheet(seen, SheetKind.EXPENDITURE).rows().stream()
                .filter(examined -> examined.number() == row)
                .flatMap(examined -> examined.problems().stream())
                .map(problem -> problem.place().orElseThrow().field())
                .toList();
    }
}
