package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.verify.VerifyLedger;

/** A stranger keeps a checkpoint; later they, or an auditor with the whole log, see that nobody rewrote the past. */
class LedgerPagesTest {
    private static final String PASSWORD = "a long password";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse("411200-103-2025"))
                .prepared()
                .underCeiling()
                .approved()
                .published(application.context().getBean(RenderedTables.class));
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), "411200"), PASSWORD);
        accounts.create(new NewAccount("officer", "经办", Set.of(Role.UNIT_OFFICER), "411200-103"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_stranger_compares_the_log_with_a_checkpoint_that_they_kept() {
        Browsing stranger = new Browsing(application.address());
        String kept = stranger.get("/api/ledger/checkpoint").body();
        assertThat(kept).contains("\n\n\u2014 ");
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                .opened();

        assertThat(stranger.get("/ledger").body()).contains("账本核验");
        assertThat(compared(stranger, kept.replace("\n", "\r\n"))).contains("一字未改");
        assertThat(compared(stranger, kept.replaceFirst("\n\\d+\n", "\n7\n"))).contains("不相符");
        assertThat(compared(stranger, "garbage")).contains("不相符");
        assertThat(compared(stranger, "x".repeat(5_000))).contains("不相符");
    }

    @Test
    void an_auditor_takes_the_whole_log_and_verifies_it_offline() throws Exception {
        Path older = Files.writeString(
                folder.resolve("older.txt"),
                new Browsing(application.address())
                        .get("/api/ledger/checkpoint")
                        .body());
        Path bundle = folder.resolve("bundle.zip");
        assertThat(download("auditor", bundle)).isEqualTo(200);

        assertThat(VerifyLedger.run(List.of(bundle.toString(), older.toString()), System.out, System.err))
                .isZero();
    }

    @Test
    void nobody_but_an_auditor_takes_the_whole_log() throws Exception {
        assertThat(download("officer", folder.resolve("x"))).isEqualTo(404);
        assertThat(new Browsing(application.address())
                        .program("/api/ledger/bundle.zip")
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void official_acts_leave_a_checkpoint_outside_the_database() throws IOException {
        try (var files = Files.list(data.resolve("ledger").resolve("checkpoints"))) {
            assertThat(files.toList()).isNotEmpty();
        }
    }

    private static String compared(Browsing stranger, String note) {
        return stranger.follow(stranger.post("/ledger", "/ledger", Map.of("older", note)));
    }

    private static int download(String login, Path to) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + "/api/ledger/bundle.zip"))
                .header("Authorization", "Basic " + basic)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofFile(to)).statusCode();
        }
    }
}
