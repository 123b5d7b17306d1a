package org.mingzhang.application.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.mingzhang.query.rebuild.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data folders and databases of earlier releases under this one. */
class PreviousReleaseTest {
    private static final Path LEFT = Path.of("src", "test", "resources", "releases");
    private static final List<Release> RELEASES = List.of(
            new Release("2026-11-23", 108, 108, "4fe6ffa47ad3f4970409c2d25a50dd6f544715bf87f317a4a241fc07425fe5d0"),
            new Release("2026-11-26", 740, 208, "4fe6ffa47ad3f4970409c2d25a50dd6f544715bf87f317a4a241fc07425fe5d0"));

    /**
     * One of them, as it was left.
     *
     * @param events in its log
     * @param counted by its last checkpoint
     * @param published digest of the published tables, as the release itself answered them
     */
    record Release(String day, int events, int counted, String published) {}

    static Stream<Arguments> everyRelease() {
        return RELEASES.stream()
                .flatMap(release -> Stream.of(TestDatabase.values()).map(kind -> Arguments.of(release, kind)));
    }

    @TempDir
    Path data;

    @ParameterizedTest
    @MethodSource("everyRelease")
    void opens_says_what_it_said_and_goes_on(Release release, TestDatabase kind) throws Exception {
        String[] arguments = restored(release, kind).toArray(String[]::new);
        try (RunningApplication application = RunningApplication.start(data, true, arguments)) {
            EventLog log = application.context().getBean(EventLog.class);
            assertThat(log.head()).isEqualTo(release.events());
            assertThat(digest(application)).isEqualTo(release.published());
            madeAgain(application);
            fromTheEvents(application.context().getBean("factRebuild", Rebuild.class));
            assertThat(digest(application)).as("from the events alone").isEqualTo(release.published());

            CheckpointKeeper keeper = application.context().getBean(CheckpointKeeper.class);
            Path older = newest(data.resolve("ledger/checkpoints"));
            String kept = Files.readString(older);
            assertThat(keeper.broken()).isEmpty();
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2029"))
                    .opened();
            assertThat(log.head()).isGreaterThan(release.events());
            assertThat(keeper.against(kept)).isEmpty();
            assertThat(verified(application, older))
                    .startsWith("0 Everything holds")
                    .contains("begin with the " + release.counted() + " events of the older checkpoint");
        }
    }

    /** What an earlier release folded is replaced by what this one makes of the same events, without anybody asking. */
    private static void madeAgain(RunningApplication application) {
        JdbcClient jdbc = application.context().getBean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(jdbc.sql("select generation from projection where name = 'facts'")
                                .query(Integer.class)
                                .single())
                        .isGreaterThan(1));
    }

    /** Compared on the way: were one row not equal, this would be refused. */
    private static void fromTheEvents(Rebuild rebuild) throws Exception {
        Rebuilds.finish(rebuild);
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

    private String verified(RunningApplication application, Path older) throws IOException {
        Path bundle = data.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            application.context().getBean(BundleExport.class).write(out);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(bundle.toString(), older.toString()), print, print);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** Puts everything where it lay; answers how the application finds its database. */
    private List<String> restored(Release release, TestDatabase kind) throws IOException, SQLException {
        Path left = LEFT.resolve(release.day()).resolve(kind == TestDatabase.H2 ? "h2" : "postgresql");
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

    /** The checkpoint of the largest size, whatever folder it is in. */
    private static Path newest(Path checkpoints) throws IOException {
        try (Stream<Path> all = Files.walk(checkpoints)) {
            return all.filter(file -> file.toString().endsWith(".txt"))
                    .max(Comparator.comparing(file -> String.valueOf(file.getFileName())))
                    .orElseThrow();
        }
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
