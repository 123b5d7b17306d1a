package org.mingzhang.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.command.InMemoryBudgetCommands;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.intake.file.WorkbookFile;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;

/** A month of execution as a workbook: 100 yuan of each of two lines may be spent before the approval. */
class ExecutionIntakeTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 5);
    private static final String HEADS = "月份,行号,支付金额,退回金额,在途金额,更正理由\n";

    private final InMemoryBudgetCommands commands = new InMemoryBudgetCommands();
    private final Intake intake = new Intake(commands);

    @BeforeEach
    void issued() {
        submit(
                OFFICE,
                new RoundCommand.OpenBudget(
                        BUDGET, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
        Examination lines = examined(
                OFFICER,
                Books.inYuan()
                        .unit()
                        .lines(Books.salary("1", "1000"), Books.salary("2", "1000"))
                        .read());
        submit(OFFICER, lines.batch().orElseThrow());
        submit(
                OFFICE,
                new ExecutionCommand.IssueProvisional(
                        BUDGET,
                        new Basis("三财预〔2025〕1号", "关于预拨的通知", "三门峡市财政局", DAY, true),
                        YearMonth.of(2025, 2),
                        List.of(entry("1"), entry("2"))));
    }

    private static ExecutionCommand.ProvisionalEntry entry(String line) {
        return new ExecutionCommand.ProvisionalEntry(
                new LineKey(line), ProvisionalGround.REFERENCE, Amount.ofYuan(100), Amount.ofYuan(120));
    }

    @Test
    void a_month_is_recorded_with_the_report_that_the_workbook_names() {
        Examination seen = imported("2025-01,1,60.5,,,", "2025年2月,1,20,-0.5,3,", "202502,2,7,,,");

        assertThat(seen.count(Verdict.ADDED)).isEqualTo(3);
        assertThat(executed("1")).isEqualTo(new Amount(8_000));
        assertThat(budget().execution()
                        .balances()
                        .get(new LineKey("1"))
                        .orElseThrow()
                        .of(Stage.COMMITTED))
                .isEqualTo(Amount.ofYuan(3));
        assertThat(executed("2")).isEqualTo(Amount.ofYuan(7));
        assertThat(commands.log().getLast().message().postings().getFirst().basis())
                .isEqualTo("国库〔2025〕2号");
    }

    @Test
    void the_same_workbook_again_changes_nothing() {
        imported("2025-01,1,60,,5,");

        Examination again = examined("2025-01,1,60,,,");

        assertThat(again.count(Verdict.UNCHANGED)).isEqualTo(1 + 6);
        assertThat(again.batch()).isEmpty();
        assertThat(again.fits()).isTrue();
    }

    @Test
    void a_figure_is_stated_anew_with_a_reason_and_the_difference_counts() {
        imported("2025-01,1,60,,,");

        Examination without = examined("2025-01,1,55,,,");
        assertThat(words(without)).singleElement().asString().contains("原因");
        assertThat(without.batch()).isEmpty();
        Examination with = imported("2025-01,1,55,,,重复入账");
        assertThat(with.count(Verdict.CHANGED)).isOne();
        assertThat(executed("1")).isEqualTo(Amount.ofYuan(55));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2025-01,1,100.01,,, | 100.01元 | 0.01元
        2025-01,9,1,,, | 9 | 行号
        2025-04,1,1,,, | 2025年4月 | 2025年3月
        2024-12,1,1,,, | 2024年12月 | 2025
        13月,1,1,,, | 13月 | 月份
        2025-13,1,1,,, | 2025-13 | 月份
        2025-01,1,abc,,, | abc | 金额
        2025-01,1,1,2,, | 退回 | 2.00元
        2025-01,1,0,-1,, | 0.00 | 1.00元
        2025-01,1,1,,-1, | 在途 | 1.00元
        2025-01,,1,,, | 必须 | 填写\
        """)
    void each_bad_row_is_named_with_its_numbers_and_nothing_is_recorded(String row, String one, String other) {
        long before = commands.current(BUDGET).version();
        Examination seen = examined("2025-01,2,1,,,", row);

        assertThat(words(seen))
                .anySatisfy(words -> assertThat(words).contains(one).contains(other));
        assertThat(seen.problems().map(problem -> problem.place().orElseThrow().row()))
                .containsOnly(3);
        assertThat(seen.batch()).isEmpty();
        assertThat(commands.current(BUDGET).version()).isEqualTo(before);
    }

    @Test
    void a_line_that_comes_twice_in_a_month_is_named() {
        Examination seen = examined("2025-01,1,1,,,", "2025-01,1,2,,,", "2025-02,1,2,,,");

        assertThat(words(seen)).singleElement().asString().contains("(2)");
        assertThat(seen.count(Verdict.ADDED)).isEqualTo(2);
    }

    @Test
    void several_rows_of_one_line_are_decided_one_after_the_other() {
        Examination seen = examined("2025-01,1,60,,,", "2025-02,1,41,,,");

        assertThat(seen.problems().map(problem -> problem.place().orElseThrow().row()))
                .containsExactly(3);
    }

    @Test
    void a_workbook_without_its_report_says_what_is_missing() {
        RawBook book = Books.inYuan().sheet("执行", HEADS + "2025-01,1,1,,,\n").read();

        assertThat(words(examined(DEPARTMENT, book))).hasSize(4);
    }

    @Test
    void a_role_that_may_not_record_is_told_once() {
        assertThat(words(examined(OFFICER, book("2025-01,1,1,,,", "2025-01,2,1,,,"))))
                .singleElement()
                .asString()
                .contains("单位经办");
    }

    @Test
    void the_workbook_of_a_month_brought_back_changes_nothing() {
        imported("2025-01,1,60,-2,5,");
        byte[] file = WorkbookFile.execution(BUDGET, YearMonth.of(2025, 1), budget(), Optional.empty());
        RawBook book =
                new BookReader(Limits.usual()).read(List.of(new UploadedFile("month.xlsx", file)), Progress.NONE);

        Examination again = examined(DEPARTMENT, book);

        ExaminedSheet sheet = again.sheets().stream()
                .filter(one -> one.kind() == SheetKind.EXECUTION)
                .findFirst()
                .orElseThrow();
        assertThat(sheet.rows()).hasSize(2);
        assertThat(again.batch()).isEmpty();
        assertThat(sheet.rows())
                .extracting(ExaminedRow::cells)
                .anySatisfy(cells -> assertThat(cells).containsEntry("paid", "60"));
    }

    private Examination imported(String... rows) {
        Examination seen = examined(rows);
        submit(DEPARTMENT, seen.batch().orElseThrow(() -> new AssertionError(words(seen))));
        return seen;
    }

    private Examination examined(String... rows) {
        return examined(DEPARTMENT, book(rows));
    }

    private static RawBook book(String... rows) {
        return new Books()
                .sheet("说明", """
                    项目,内容
                    预算编号,411200-103-2025
                    金额单位,元
                    来源文号,国库〔2025〕2号
                    来源名称,国库支付报表
                    来源单位,国库支付中心
                    来源日期,2025-03-01
                    """)
                .sheet("执行", HEADS + String.join("\n", rows) + "\n")
                .read();
    }

    private Examination examined(Actor actor, RawBook book) {
        return intake.examine(new Envelope<>(UUID.randomUUID(), actor, DAY, BUDGET), book, Choices.none("导入"));
    }

    private void submit(Actor actor, BudgetCommand command) {
        assertThat(commands.submit(
                        BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, DAY, command))))
                .isInstanceOf(Outcome.Done.class);
    }

    private Budget budget() {
        return commands.current(BUDGET).budget();
    }

    private Amount executed(String line) {
        return budget().execution()
                .balances()
                .get(new LineKey(line))
                .orElseThrow()
                .of(Stage.EXECUTED);
    }

    private static List<String> words(Examination seen) {
        RefusalWords words = RefusalWords.in(Locale.SIMPLIFIED_CHINESE);
        return seen.problems().map(problem -> problem.in(words)).toList();
    }
}
