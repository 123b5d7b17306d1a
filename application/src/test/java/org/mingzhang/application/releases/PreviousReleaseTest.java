package org.mingzhang.application.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.rebuild.Rebuilds;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;
import org.mingzhang.query.rebuild.FactRebuild;

/** The data folder and the database of the release of 2026-11-23 under this one. */
class PreviousReleaseTest {
    private static final Path LEFT = Path.of("src", "test", "resources", "releases", "2026-11-23");
    private static final int EVENTS = 108;

    /** Printed on the release when it was made. */
    private static final String PUBLISHED = "4fe6ffa47ad3f4970409c2d25a50dd6f544715bf87f317a4a241fc07425fe5d0";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void opens_says_what_it_said_and_goes_on(TestDatabase kind) throws Exception {
        String[] arguments = restored(kind).toArray(String[]::new);
        try (RunningApplication application = RunningApplication.start(data, true, arguments)) {
            EventLog log = application.context().getBean(EventLog.class);
            assertThat(log.head()).isEqualTo(EVENTS);
            assertThat(digest(application)).isEqualTo(PUBLISHED);
            fromTheEvents(application.context().getBean(FactRebuild.class));
            assertThat(digest(application)).as("from the events alone").isEqualTo(PUBLISHED);

            CheckpointKeeper keeper = application.context().getBean(CheckpointKeeper.class);
            String kept = Files.readString(data.resolve("ledger/checkpoints/000000000108.txt"));
            assertThat(keeper.broken()).isEmpty();
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2026"))
                    .opened();
            assertThat(log.head()).isGreaterThan(EVENTS);
            assertThat(keeper.against(kept)).isEmpty();
            assertThat(verified(application))
                    .startsWith("0 Everything holds")
                    .contains("begin with the 108 events of the older checkpoint");
        }
    }

    /** Compared on the way: were one row not equal, this would be refused. */
    private static void fromTheEvents(FactRebuild rebuild) throws Exception {
        int generation = rebuild.start("keeper");
        Rebuilds.finish(rebuild);
        rebuild.makeLive(generation, false);
        Rebuilds.finish(rebuild);
    }

    private static String digest(RunningApplication application) throws Exception {
        String tables = new Browsing(application.address())
                .program("/api/budgets/411200-103-2025/tables/canonical.json")
                .body();
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(tables.getBytes(StandardCharsets.UTF_8)));
    }

    private String verified(RunningApplication application) throws IOException {
        Path bundle = data.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            application.context().getBean(BundleExport.class).write(out);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path older = data.resolve("ledger/checkpoints/000000000108.txt");
        int status = VerifyLedger.run(List.of(bundle.toString(), older.toString()), print, print);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** Puts everything where it lay; answers how the application finds its database. */
    private List<String> restored(TestDatabase kind) throws IOException, SQLException {
        Path left = LEFT.resolve(kind == TestDatabase.H2 ? "h2" : "postgresql");
        copy(left.resolve("ledger"), data.resolve("ledger"));
        if (kind == TestDatabase.H2) {
            try (InputStream in = unpacked(left.resolve("mingzhang.mv.db.gz"))) {
                Files.copy(in, data.resolve("mingzhang.mv.db"));
            }
            return List.of();
        }
        String url = kind.empty();
        try (InputStream in = unpacked(left.resolve("dump.sql.gz"));
                Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private static InputStream unpacked(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(one -> {
                try {
                    Files.copy(one, to.resolve(from.relativize(one).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
