package org.mingzhang.application.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;

/** What the README tells operators to do, done: back up, lose the machine, restore, verify against what others kept. */
class RestoreDrillTest {
    private static final String TABLES = "/api/budgets/411200-103-2025/tables/canonical.json";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_backed_up_opens_elsewhere_and_nothing_is_missing(TestDatabase kind) throws Exception {
        drill(Backup.of(kind, folder));
    }

    /**
     * With the very commands of the README. They are of one version with their server, so that the machine has to have
     * both; where it has not, the rows were dumped without them above, and whoever demands more says so.
     */
    @Test
    void what_pg_dump_has_dumped_opens_elsewhere_and_nothing_is_missing() throws Exception {
        Optional<Path> programs = InstalledPostgres.programs();
        if (programs.isEmpty()) {
            assertThat(System.getenv("MINGZHANG_WANTS_PG_DUMP"))
                    .as("the programs of PostgreSQL are not installed")
                    .isNull();
            return;
        }
        try (InstalledPostgres server = InstalledPostgres.started(programs.get())) {
            drill(Backup.dumped(server, folder));
        }
    }

    private void drill(Backup backup) throws Exception {
        Path data = folder.resolve("data");
        String published;
        String kept;
        long head;
        try (RunningApplication application = start(data, backup.original())) {
            publish(application);
            published = tables(application);
            kept = application.context().getBean(CheckpointKeeper.class).cut();
            head = application.context().getBean(EventLog.class).head();
            // in this order: a checkpoint that is younger than the dump would look like a missing end
            copy(data.resolve("ledger"), folder.resolve("kept"));
            backup.take(application);
        }
        Path elsewhere = folder.resolve("elsewhere");
        List<String> restored = backup.restore(elsewhere);
        copy(folder.resolve("kept"), elsewhere.resolve("ledger"));
        try (RunningApplication application = start(elsewhere, restored)) {
            CheckpointKeeper keeper = application.context().getBean(CheckpointKeeper.class);
            assertThat(application.context().getBean(EventLog.class).head()).isEqualTo(head);
            assertThat(tables(application)).isEqualTo(published);
            assertThat(keeper.broken()).isEmpty();
            assertThat(keeper.keyMadeAt()).isZero();
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                    .opened();
            assertThat(verified(application, kept))
                    .startsWith("0 ")
                    .contains("begin with the " + head + " events of the older checkpoint");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_backup_that_is_older_than_a_checkpoint_is_told_as_a_missing_end(TestDatabase kind) throws Exception {
        Backup backup = Backup.of(kind, folder);
        Path data = folder.resolve("data");
        String kept;
        try (RunningApplication application = start(data, backup.original())) {
            publish(application);
            backup.take(application);
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                    .opened();
            kept = application.context().getBean(CheckpointKeeper.class).cut();
        }
        Path elsewhere = folder.resolve("elsewhere");
        List<String> restored = backup.restore(elsewhere);
        copy(data.resolve("ledger"), elsewhere.resolve("ledger"));
        try (RunningApplication application = start(elsewhere, restored)) {
            assertThat(application.context().getBean(CheckpointKeeper.class).broken())
                    .get()
                    .asString()
                    .contains("events, the log has");
            assertThat(new Browsing(application.address())
                            .get("/actuator/health")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(new Browsing(application.address()).get("/ledger").body())
                    .contains("账本与数据库之外保存的检查点不符");
            assertThat(verified(application, kept)).startsWith("1 ").contains("the end is missing");
        }
    }

    private static RunningApplication start(Path data, List<String> arguments) {
        return RunningApplication.start(data, false, arguments.toArray(String[]::new));
    }

    private static void publish(RunningApplication application) {
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2025"))
                .prepared()
                .underCeiling()
                .approved()
                .published(application.context().getBean(RenderedTables.class));
    }

    private static String tables(RunningApplication application) {
        return new Browsing(application.address()).program(TABLES).body();
    }

    private String verified(RunningApplication application, String kept) throws IOException {
        Path bundle = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            application.context().getBean(BundleExport.class).write(out);
        }
        Path older = Files.writeString(folder.resolve("older.txt"), kept);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(bundle.toString(), older.toString()), print, print);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
