package org.mingzhang.application.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.SheetColumn;
import org.mingzhang.command.intake.SheetKind;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.feed.FactFeed;

/** Imports a month of execution of many lines into a large approved budget, and reads the lines afterwards. */
final class ExecutionInLittleMemory {
    private static final Actor OFFICER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final LocalDate DAY = LocalDate.of(2025, 5, 8);

    private ExecutionInLittleMemory() {}

    public static void main(String[] arguments) {
        BudgetFacts facts = BenchFacts.of(Integer.parseInt(arguments[0]), 40, 30, 60);
        try (RunningApplication application = RunningApplication.start(ImportBenchmark.folder(), false)) {
            EventLog log = application.context().getBean(EventLog.class);
            ApprovedDepartment.record(log, facts);
            if (!(imported(application, facts) instanceof Outcome.Done)) {
                throw new IllegalStateException("the month was not recorded");
            }
            if (!application.context().getBean(FactFeed.class).await(log.head(), Duration.ofMinutes(5))) {
                throw new IllegalStateException("the facts do not follow");
            }
            long spent = application
                    .context()
                    .getBean(LineBalances.class)
                    .of(facts.header().id(), log.head())
                    .stream()
                    .filter(line -> !line.of(Stage.EXECUTED).isZero())
                    .count();
            System.out.println("lines with payments: " + spent);
            if (spent != facts.expenditure().size()) {
                throw new IllegalStateException("not every line was paid from");
            }
        }
        System.exit(0);
    }

    private static Outcome imported(RunningApplication application, BudgetFacts facts) {
        BudgetId budget = facts.header().id();
        Envelope<BudgetId> circumstances = new Envelope<>(UUID.randomUUID(), OFFICER, DAY, budget);
        Examination examination = application
                .context()
                .getBean(Intake.class)
                .examine(
                        circumstances,
                        new BookReader(Limits.usual())
                                .read(List.of(new UploadedFile("执行.xlsx", workbook(facts))), Progress.NONE),
                        Choices.none("导入"));
        BudgetCommand batch = examination
                .batch()
                .orElseThrow(() -> new IllegalStateException(
                        examination.problems().limit(3).toList().toString()));
        return application
                .context()
                .getBean(BudgetCommands.class)
                .submit(BudgetCommands.Submission.of(circumstances.with(batch)));
    }

    /** One yuan, or the fen that there are, from each line. */
    private static byte[] workbook(BudgetFacts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Mingzhang", "1.0")) {
            Worksheet about = workbook.newWorksheet(SheetKind.ABOUT.label());
            row(about, 0, heads(SheetKind.ABOUT));
            row(about, 1, "金额单位", "元");
            about.finish();
            Worksheet sheet = workbook.newWorksheet(SheetKind.EXECUTION.label());
            row(sheet, 0, heads(SheetKind.EXECUTION));
            int at = 1;
            for (LineFact line : facts.expenditure()) {
                row(
                        sheet,
                        at++,
                        "2025-04",
                        line.key().value(),
                        "0.01",
                        "",
                        "",
                        "",
                        "国库〔2025〕4号",
                        "支付报表",
                        "国库",
                        "2025-05-06");
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String[] heads(SheetKind kind) {
        return kind.columns().stream().map(SheetColumn::head).toArray(String[]::new);
    }

    private static void row(Worksheet sheet, int row, String... texts) {
        for (int at = 0; at < texts.length; at++) {
            if (!texts[at].isEmpty()) {
                sheet.value(row, at, texts[at]);
            }
        }
    }
}
