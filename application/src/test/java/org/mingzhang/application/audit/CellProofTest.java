package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipFile;
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
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.verify.VerifyLedger;

/** An auditor takes all events behind a cell with their proofs, and verifies them far from here. */
class CellProofTest {
    private static final String PASSWORD = "a long password";
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final String CELL = "/budgets/" + BUDGET + "/tables/3/cells/103~2010301/%E5%90%88%E8%AE%A1";
    private static final String PROOF = "/api" + CELL + "/proof.zip";

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static String older = "";

    @BeforeAll
    static void start() {
        application = RunningApplication.start(folder.resolve("data"), false);
        SampleBudget budget = new SampleBudget(application.context().getBean(BudgetCommands.class), BUDGET).prepared();
        older = application.context().getBean(CheckpointKeeper.class).cut();
        budget.underCeiling().approved();
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), "411200-103"), PASSWORD);
        accounts.create(new NewAccount("elsewhere", "审计", Set.of(Role.AUDITOR), "411300"), PASSWORD);
        accounts.create(new NewAccount("head", "负责人", Set.of(Role.DEPARTMENT_HEAD), "411200-103"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void all_events_of_a_cell_verify_offline_and_against_a_checkpoint_that_was_kept_before() throws Exception {
        long size = Checkpoint.read(SignedNote.read(older).text()).size();
        Path kept = Files.writeString(folder.resolve("kept.txt"), older);
        Path zip = Files.write(
                folder.resolve("cell.zip"),
                taken("auditor", PROOF + "?since=" + size).body());
        String key =
                application.context().getBean(CheckpointKeeper.class).verifier().toString();

        assertThat(verified(zip.toString(), kept.toString(), "--key", key))
                .startsWith("0 Everything holds: ")
                .contains("The log begins with the " + size + " events of the older checkpoint.");
        try (ZipFile files = new ZipFile(zip.toFile())) {
            String explanation = text(files, "explanation-0001.json");
            assertThat(explanation).contains("\"table\":3", "\"key\":\"103/2010301\"", "\"approvals\":[");
            assertThat(text(files, "events.tsv").lines().count()).isGreaterThan(5);
        }
        Path plain =
                Files.write(folder.resolve("plain.zip"), taken("auditor", PROOF).body());
        assertThat(verified(plain.toString())).startsWith("0 ");
        assertThat(verified(plain.toString(), kept.toString())).startsWith("1 ").contains("under since");
    }

    @Test
    void it_is_for_auditors_of_the_budget_and_offered_to_nobody_else() throws Exception {
        assertThat(taken("head", PROOF).statusCode()).isIn(403, 404);
        assertThat(taken("elsewhere", PROOF).statusCode()).isEqualTo(404);
        assertThat(taken("auditor", PROOF + "?since=99999999").statusCode()).isEqualTo(400);
        assertThat(taken("auditor", PROOF + "?since=x").statusCode()).isEqualTo(400);
        assertThat(taken("auditor", PROOF.replace("2010301", "9999999")).statusCode())
                .isEqualTo(404);
        assertThat(page("auditor")).contains("/proof.zip", "下载全部证明（ZIP）");
        assertThat(page("head")).doesNotContain("proof.zip");
    }

    private static String page(String login) {
        return new Browsing(application.address()).as(login, PASSWORD).get(CELL).body();
    }

    private static String text(ZipFile files, String name) throws IOException {
        return new String(
                files.getInputStream(Objects.requireNonNull(files.getEntry(name), name))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static String verified(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(arguments), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> taken(String login, String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
