package org.mingzhang.application.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** What counts as a read: whatever shows figures that are not public, wherever it stands; nothing else does. */
class ReadsOfSampleTest {
    private static final String PASSWORD = "a long password";
    private static final String BUDGET = "411200-103-2025";
    private static final String FUNDS = "411200-funds-2025";
    private static final BudgetId RELEASED = BudgetId.parse("411200-103-2026");

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static long beforeTheRelease;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        SampleBudget released = new SampleBudget(application.context().getBean(BudgetCommands.class), RELEASED)
                .prepared()
                .underCeiling()
                .approved();
        beforeTheRelease = released.position();
        released.published(application.context().getBean(RenderedTables.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Browsing person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    @Test
    void a_document_and_a_form_that_show_a_source_are_reads_of_the_funds() throws InterruptedException {
        Browsing reader = person("of.document", Role.DEPARTMENT_FINANCE, "411200-103");
        assertThat(reader.get("/execute/" + BUDGET + "/adjustments/1").statusCode())
                .isEqualTo(200);
        assertThat(reads("of.document")).containsExactly(BUDGET);
        assertThat(reader.get("/execute/" + BUDGET + "/adjustments/3").body()).contains("预备费");
        assertThat(reads("of.document")).containsExactlyInAnyOrder(BUDGET, FUNDS);
        Browsing drafting = person("of.form", Role.UNIT_OFFICER, "411200-103");
        assertThat(drafting.get("/execute/" + BUDGET + "/adjustments/new").body())
                .contains("余额");
        assertThat(reads("of.form")).containsExactlyInAnyOrder(BUDGET, FUNDS);
    }

    @Test
    void the_release_is_no_read_and_what_was_before_it_is_one() throws InterruptedException {
        Browsing reader = person("of.past", Role.DEPARTMENT_FINANCE, "411200-103");
        String table = "/budgets/" + RELEASED + "/tables/3";
        assertThat(reader.get(table).statusCode()).isEqualTo(200);
        assertThat(reads("of.past")).isEmpty();
        assertThat(reader.get(table + "?asOf=" + beforeTheRelease).statusCode()).isEqualTo(200);
        assertThat(reads("of.past")).containsExactly(RELEASED.toString());
        Browsing comparing = person("of.difference", Role.DEPARTMENT_FINANCE, "411200-103");
        assertThat(comparing
                        .get("/budgets/" + RELEASED + "/difference?from=" + beforeTheRelease)
                        .statusCode())
                .isEqualTo(200);
        assertThat(reads("of.difference")).containsExactly(RELEASED.toString());
    }

    @Test
    void samples_flags_and_evidence_packs_that_programs_take_are_reads() throws Exception {
        for (String path : List.of("sample?seed=a", "flags", "pack.zip?budget=" + BUDGET + "&number=1")) {
            String login = "takes." + path.substring(0, 4);
            person(login, Role.AUDITOR, "");
            assertThat(program(login, "/api/ledger/workbench/" + path)).isEqualTo(200);
            assertThat(reads(login)).as(path).containsExactly(path.startsWith("pack") ? BUDGET : "ledger");
        }
    }

    @Test
    void lists_without_figures_are_no_reads() throws InterruptedException {
        Browsing reader = person("of.lists", Role.DEPARTMENT_FINANCE, "411200-103");
        for (String page : List.of("/", "/workbench", "/units", "/units?format=csv", "/funds", "/policy", "/ledger")) {
            assertThat(reader.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(reads("of.lists")).isEmpty();
    }

    private static int program(String login, String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(application.address() + path))
                                    .header("Authorization", "Basic " + basic)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** What somebody is recorded to have read. */
    private static List<String> reads(String login) throws InterruptedException {
        ReadsRecorder recorder = application.context().getBean(ReadsRecorder.class);
        for (int at = 0; at < 500 && !recorder.settled(); at++) {
            Thread.sleep(20);
        }
        assertThat(recorder.settled()).isTrue();
        EventLog log = application.context().getBean(EventLog.class);
        return Stream.iterate(0L, from -> from < log.head(), from -> from + 1_000)
                .flatMap(from -> log.read(from, 1_000).stream())
                .filter(event -> event.envelope().actor().login().equals(login))
                .flatMap(event -> event.envelope().message() instanceof ReadingEvent.UndisclosedRead read
                        ? Stream.of(read.about())
                        : Stream.empty())
                .toList();
    }
}
