package org.mingzhang.application.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.RawBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A workbook of 20,000 lines on its way into a budget, beside the bare reader that looks at every cell once. */
final class ImportBenchmark implements Benchmark {
    private static final int LINES = 20_000;
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);

    private final AtomicInteger year = new AtomicInteger(2026);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        byte[] any = LargeWorkbook.of(LINES);
        told.accept(figure("read", 3, 9, () -> read(any), any));
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    RunningApplication application = started(database)) {
                told.accept(
                        figure("read, examined and recorded in " + kind, 1, 5, () -> imported(application, any), any));
            }
        }
        told.accept(heap());
    }

    private static BenchFigure figure(String what, int discarded, int counted, Supplier<?> product, byte[] workbook) {
        return Rounds.measure(
                        String.format("%,d rows %s", LINES, what),
                        "printed",
                        discarded,
                        counted,
                        product,
                        () -> bare(workbook))
                .perSecond(LINES, "rows/s");
    }

    /** The product's reader: guarded, with every row kept. */
    private static RawBook read(byte[] workbook) {
        return new BookReader(Limits.usual()).read(List.of(new UploadedFile("large.xlsx", workbook)), Progress.NONE);
    }

    /** Nothing but the library. */
    private static long bare(byte[] workbook) {
        long seen = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    seen += rows.mapToLong(row -> row.stream()
                                    .filter(cell -> cell != null)
                                    .mapToLong(ImportBenchmark::length)
                                    .sum())
                            .sum();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }

    private static long length(Cell cell) {
        return Optional.ofNullable(cell.getRawValue()).map(String::length).orElse(0);
    }

    /** Into a year of its own each time. */
    private Outcome imported(RunningApplication application, byte[] workbook) {
        return imported(application, BudgetId.parse("411200-103-" + year.getAndIncrement()), workbook);
    }

    static Outcome imported(RunningApplication application, BudgetId budget, byte[] workbook) {
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, budget).opened();
        Envelope<BudgetId> circumstances =
                new Envelope<>(UUID.randomUUID(), OFFICER, LocalDate.of(2026, 10, 8), budget);
        Examination examination =
                application.context().getBean(Intake.class).examine(circumstances, read(workbook), Choices.none("导入"));
        BudgetCommand batch = examination
                .batch()
                .orElseThrow(() -> new IllegalStateException(
                        examination.problems().limit(3).toList().toString()));
        return commands.submit(BudgetCommands.Submission.of(circumstances.with(batch)));
    }

    static RunningApplication started(OpenDatabase database) {
        boolean h2 = database.kind() == TestDatabase.H2;
        return RunningApplication.start(
                folder(),
                false,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (h2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (h2 ? "" : "postgres"));
    }

    /** The whole application, the workbook and its import in a JVM that has 512 MB of heap. */
    private static BenchFigure heap() {
        try {
            Path out = Files.createTempFile("mingzhang-heap", ".txt");
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ImportInLittleMemory.class.getName(),
                            Integer.toString(LINES))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start()
                    .waitFor();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IllegalStateException(said);
            }
            double peak = Double.parseDouble(
                    said.substring(said.lastIndexOf("peak ") + 5).strip());
            return new BenchFigure(
                    String.format("%,d rows imported with -Xmx512m: heap after collection", LINES),
                    "MB",
                    peak,
                    Optional.empty(),
                    "at most 512 MB",
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("mingzhang-import");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
