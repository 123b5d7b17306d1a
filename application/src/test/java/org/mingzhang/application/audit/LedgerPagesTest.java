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
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.verify.VerifyLedger;

/** A stranger keeps a checkpoint; later they, or an auditor with the whole log, see that nobody rewrote the past. */
class LedgerPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String WHOLE = "/api/ledger/bundle.zip";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false, "--mingzhang.recheck=PT0.2S");
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse("411200-103-2025"))
                .prepared()
                .underCeiling()
                .approved()
                .published(application.context().getBean(RenderedTables.class));
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
        accounts.create(new NewAccount("keeper", "管理", Set.of(Role.ADMINISTRATOR), ""), PASSWORD);
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
        awaitRechecked(kept);
        assertThat(compared(stranger, kept.replace("\n", "\r\n"))).contains("哈希与它一致", "一字未改");
        assertThat(compared(stranger, kept.replaceFirst("\n\\d+\n", "\n7\n"))).contains("不相符");
        assertThat(compared(stranger, "garbage")).contains("不相符");
        assertThat(compared(stranger, "x".repeat(5_000))).contains("不相符");
        assertThat(uploaded(stranger, kept)).contains("哈希与它一致");
        assertThat(uploaded(stranger, "\uFEFF" + kept.replace("\n", "\r\n"))).contains("哈希与它一致");
        assertThat(uploaded(stranger, kept.replaceFirst("\n\\d+\n", "\n7\n"))).contains("不相符");
        assertThat(uploaded(stranger, "x".repeat(3_000_000))).contains("不相符");
        assertThat(stranger.get("/ledger").body()).contains("已逐条复核至第");
    }

    @Test
    void a_release_is_printed_with_the_checkpoint_that_seals_it() {
        Browsing stranger = new Browsing(application.address());
        Checkpoint sealing = Checkpoint.read(
                SignedNote.read(stranger.get("/api/ledger/checkpoint").body()).text());
        assertThat(sealing.size()).isPositive();
        for (String page : List.of("/budgets/411200-103-2025", "/budgets/411200-103-2025/tables/3")) {
            assertThat(stranger.get(page).body())
                    .as(page)
                    .containsPattern("检查点 \\d+ 个事件，树根 [A-Za-z0-9+/]{43}=")
                    .contains("href=\"/ledger#compare\"");
        }
    }

    @Test
    void an_auditor_takes_the_whole_log_and_verifies_it_offline() throws Exception {
        Path older = Files.writeString(
                folder.resolve("older.txt"),
                new Browsing(application.address())
                        .get("/api/ledger/checkpoint")
                        .body());
        Path bundle = folder.resolve("bundle.zip");
        assertThat(download("auditor", WHOLE, bundle)).isEqualTo(200);

        assertThat(VerifyLedger.run(List.of(bundle.toString(), older.toString()), System.out, System.err))
                .isZero();
    }

    @Test
    void an_auditor_takes_one_budget_and_one_event_with_their_proofs() throws Exception {
        String kept = new Browsing(application.address())
                .get("/api/ledger/checkpoint")
                .body();
        long size = Checkpoint.read(SignedNote.read(kept).text()).size();
        Path older = Files.writeString(folder.resolve("kept.txt"), kept);
        Path budget = folder.resolve("budget.zip");
        assertThat(download("auditor", "/api/ledger/bundle.zip?budget=411200-103-2025&since=" + size, budget))
                .isEqualTo(200);
        assertThat(VerifyLedger.run(List.of(budget.toString(), older.toString()), System.out, System.err))
                .isZero();
        Path key = folder.resolve("key.txt");
        assertThat(download("auditor", "/api/ledger/key", key)).isEqualTo(200);
        Path proof = folder.resolve("position.tlog-proof");
        assertThat(download("auditor", "/api/ledger/proofs/inclusion?position=3", proof))
                .isEqualTo(200);
        assertThat(VerifyLedger.run(List.of(proof.toString(), "--key", key.toString()), System.out, System.err))
                .isZero();
        for (String wrong : List.of(
                "/api/ledger/proofs/inclusion?position=0",
                "/api/ledger/proofs/inclusion?position=999999",
                "/api/ledger/proofs/inclusion?position=x",
                "/api/ledger/bundle.zip?budget=411200-103-2025&since=999999",
                "/api/ledger/bundle.zip?budget=411200-103-2025&since=-1",
                "/api/ledger/bundle.zip?budget=nonsense")) {
            assertThat(download("auditor", wrong, folder.resolve("x")))
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(download("auditor", "/api/ledger/bundle.zip?budget=411200-999-2025&since=", folder.resolve("x")))
                .isEqualTo(404);
        assertThat(download("officer", "/api/ledger/proofs/inclusion?position=3", folder.resolve("x")))
                .isEqualTo(404);
        assertThat(new Browsing(application.address())
                        .as("auditor", PASSWORD)
                        .get("/ledger")
                        .body())
                .contains("<option value=\"411200-103-2025\"")
                .contains("/api/ledger/proofs/inclusion");
    }

    @Test
    void a_stranger_takes_the_proof_that_the_log_has_grown_and_the_verifier() throws Exception {
        Browsing stranger = new Browsing(application.address());
        String kept = stranger.get("/api/ledger/checkpoint").body();
        long size = Checkpoint.read(SignedNote.read(kept).text()).size();
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2028"))
                .opened();
        assertThat(compared(stranger, kept)).contains("/api/ledger/proofs/growth?from=" + size);
        Path growth = Files.writeString(
                folder.resolve("growth.txt"),
                stranger.get("/api/ledger/proofs/growth?from=" + size).body());
        Path older = Files.writeString(folder.resolve("kept.txt"), kept);
        String key = stranger.get("/api/ledger/key").body().strip();
        assertThat(VerifyLedger.run(List.of(growth.toString(), older.toString(), "--key", key), System.out, System.err))
                .isZero();
        assertThat(stranger.get("/api/ledger/proofs/growth?from=999999").statusCode())
                .isEqualTo(400);
        assertThat(stranger.get("/assets/mingzhang-verifier.jar").statusCode()).isEqualTo(200);
    }

    @Test
    void an_administrator_changes_the_key_and_old_checkpoints_still_hold() {
        Browsing stranger = new Browsing(application.address());
        String kept = stranger.get("/api/ledger/checkpoint").body();
        String key = stranger.get("/api/ledger/key").body();
        assertThat(new Browsing(application.address())
                        .as("auditor", PASSWORD)
                        .post("/ledger", "/ledger/key", Map.of("sure", "true"))
                        .statusCode())
                .isEqualTo(403);
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        keeper.post("/ledger", "/ledger/key", Map.of());
        assertThat(stranger.get("/api/ledger/key").body()).isEqualTo(key);
        assertThat(keeper.follow(keeper.post("/ledger", "/ledger/key", Map.of("sure", "true"))))
                .contains("已更换密钥");
        assertThat(stranger.get("/api/ledger/key").body()).isNotEqualTo(key);
        assertThat(compared(stranger, kept)).contains("哈希与它一致");
    }

    @Test
    void nobody_but_an_auditor_takes_the_whole_log() throws Exception {
        assertThat(download("officer", WHOLE, folder.resolve("x"))).isEqualTo(404);
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

    private static String uploaded(Browsing stranger, String note) {
        UploadedFile file = new UploadedFile("kept.txt", note.getBytes(StandardCharsets.UTF_8));
        return stranger.follow(stranger.upload("/ledger", Upload.of("file", List.of(file))));
    }

    private static void awaitRechecked(String note) {
        long size = Checkpoint.read(SignedNote.read(note).text()).size();
        Recheck recheck = application.context().getBean(Recheck.class);
        Instant end = Instant.now().plusSeconds(60);
        while (recheck.progress().filter(done -> done.events() >= size).isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String compared(Browsing stranger, String note) {
        return stranger.follow(stranger.post("/ledger", "/ledger", Map.of("older", note)));
    }

    private static int download(String login, String path, Path to) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofFile(to)).statusCode();
        }
    }
}
