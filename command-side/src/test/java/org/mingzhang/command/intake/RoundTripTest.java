package org.mingzhang.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mingzhang.command.InMemoryBudgetCommands;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.intake.file.WorkbookFile;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/** Whatever a budget says can be taken away as a workbook and brought back. */
class RoundTripTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);

    @Property(tries = 60)
    void brought_back_into_the_same_budget_it_changes_nothing(@ForAll("contents") List<BudgetCommand> content) {
        InMemoryBudgetCommands commands = opened();
        submit(commands, OFFICER, new BudgetCommand.Batch(BUDGET, content));

        Examination again = examined(commands, taken(commands));

        assertThat(again.problems()).isEmpty();
        assertThat(again.count(Verdict.ADDED) + again.count(Verdict.CHANGED) + again.missing())
                .isZero();
        assertThat(again.batch()).isEmpty();
    }

    @Property(tries = 60)
    void brought_into_an_empty_budget_it_says_the_same(@ForAll("contents") List<BudgetCommand> content) {
        InMemoryBudgetCommands commands = opened();
        submit(commands, OFFICER, new BudgetCommand.Batch(BUDGET, content));
        InMemoryBudgetCommands other = opened();

        Examination seen = examined(other, taken(commands));
        assertThat(seen.problems()).isEmpty();
        seen.batch().ifPresent(batch -> submit(other, OFFICER, batch));

        assertThat(other.current(BUDGET).budget().content())
                .isEqualTo(commands.current(BUDGET).budget().content());
    }

    @Provide
    Arbitrary<List<BudgetCommand>> contents() {
        Arbitrary<Integer> lines = Arbitraries.integers().between(0, 12);
        Arbitrary<Long> fen = Arbitraries.longs().between(1, 99_999_999_999L);
        return Combinators.combine(lines, fen.list().ofSize(12), texts().list().ofSize(24))
                .as(RoundTripTest::content);
    }

    /** Nothing that is blank at its ends: an import takes blanks around a text for an accident. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("三门峡=+-@\"',;、，。<>&%\t 0129.()（）\n#/Aa\u00e9")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(text -> text.replace('\t', ' ').strip())
                .filter(text -> !text.isEmpty() && !text.equals("无"));
    }

    private static List<BudgetCommand> content(int lines, List<Long> fen, List<String> texts) {
        List<BudgetCommand> content = new ArrayList<>();
        UnitCode unit = new UnitCode("103001");
        content.add(new OrganisationCommand.RegisterUnit(
                BUDGET, new BudgetUnit(unit, texts.get(0), texts.get(1), UnitNature.ADMINISTRATIVE)));
        for (int line = 0; line < lines; line++) {
            LineContent said = new LineContent(
                    new Classification.Expenditure(
                            unit,
                            new FunctionCode("2010301"),
                            ProjectCategory.PERSONNEL,
                            Optional.empty(),
                            new DeptEconomicCode("30101"),
                            new GovEconomicCode("50101"),
                            FundType.GENERAL_PUBLIC,
                            YearSource.CURRENT,
                            line % 2 == 0),
                    new Amount(fen.get(line)),
                    line % 3 == 0 ? "" : texts.get(2 + line),
                    "");
            content.add(new LineCommand.AllocateLine(BUDGET, new LineKey("L-" + (lines - line)), said));
        }
        content.add(new TargetCommand.SetOverallTargets(
                BUDGET,
                List.of(
                        new Indicator(IndicatorLevel.COST, "", "a" + texts.get(14), texts.get(15), ""),
                        new Indicator(IndicatorLevel.OUTPUT, "二", "b", texts.get(16), texts.get(17))),
                ""));
        content.add(new StatementCommand.MakeStatement(
                BUDGET, new Statement.Duties(List.of(texts.get(18), texts.get(19)))));
        content.add(new StatementCommand.MakeStatement(
                BUDGET,
                new Statement.Glossary(List.of(
                        new Statement.Term("甲" + texts.get(20), texts.get(21)),
                        new Statement.Term("乙", texts.get(22))))));
        content.add(new StatementCommand.MakeStatement(BUDGET, new Statement.SpecialTransfers(List.of())));
        content.add(new StatementCommand.MakeStatement(
                BUDGET, new Statement.ProcurementPlan(new Amount(fen.get(0)), Amount.ZERO, new Amount(fen.get(1)))));
        content.add(
                new StatementCommand.MakeStatement(BUDGET, new Statement.AssetsHeld(5, 0, 1, 0, texts.get(23), 2, 0)));
        return content;
    }

    private static RawBook taken(InMemoryBudgetCommands commands) {
        byte[] workbook =
                WorkbookFile.of(BUDGET, commands.current(BUDGET).budget().content());
        return new BookReader(Limits.usual()).read(List.of(new UploadedFile("budget.xlsx", workbook)), Progress.NONE);
    }

    private static Examination examined(InMemoryBudgetCommands commands, RawBook book) {
        Envelope<BudgetId> circumstances = new Envelope<>(new UUID(0, 1), OFFICER, LocalDate.of(2024, 10, 8), BUDGET);
        return new Intake(commands).examine(circumstances, book, new Choices(Map.of(), Map.of(), "导入"));
    }

    private static InMemoryBudgetCommands opened() {
        InMemoryBudgetCommands commands = new InMemoryBudgetCommands();
        submit(
                commands,
                OFFICE,
                new RoundCommand.OpenBudget(
                        BUDGET, "三门峡市", "办公室", "办公室", new FiscalYear(2025), Optional.empty(), List.of()));
        return commands;
    }

    private static void submit(InMemoryBudgetCommands commands, Actor actor, BudgetCommand command) {
        Envelope<BudgetCommand> envelope = new Envelope<>(UUID.randomUUID(), actor, LocalDate.of(2024, 10, 8), command);
        assertThat(commands.submit(BudgetCommands.Submission.of(envelope))).isInstanceOf(Outcome.Done.class);
    }
}
