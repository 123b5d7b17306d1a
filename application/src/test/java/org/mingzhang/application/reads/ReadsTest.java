package org.mingzhang.application.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Who reads what is not public is in the log, once a day for each stage, and nobody else is. */
class ReadsTest {
    private static final String PASSWORD = "a long password";
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BUDGET).prepared();
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        for (String login : List.of("one", "two", "three")) {
            accounts.create(new NewAccount(login, "王敏", Set.of(Role.DEPARTMENT_FINANCE), "411200-103"), PASSWORD);
        }
        accounts.create(new NewAccount("elsewhere", "李强", Set.of(Role.DEPARTMENT_FINANCE), "411200-104"), PASSWORD);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_person_who_looks_often_is_recorded_once_with_role_stage_and_address() throws InterruptedException {
        Browsing one = new Browsing(application.address()).as("one", PASSWORD);
        for (String page : List.of("/prepare/" + BUDGET, "/execute/" + BUDGET, "/prepare/" + BUDGET)) {
            assertThat(one.get(page).statusCode()).isEqualTo(200);
        }
        RecordedEvent read = reads("one").getFirst();
        assertThat(reads("one")).hasSize(1);
        assertThat(read.stream()).isEqualTo(BUDGET + "-reads");
        assertThat(read.envelope().actor()).isEqualTo(Actor.of("one", "王敏", Role.DEPARTMENT_FINANCE));
        ReadingEvent.UndisclosedRead said =
                (ReadingEvent.UndisclosedRead) read.envelope().message();
        assertThat(said.about()).isEqualTo(BUDGET.toString());
        assertThat(said.path()).isEqualTo("/prepare/" + BUDGET);
        assertThat(said.phase()).isNotBlank();
        assertThat(said.origin()).isEqualTo(new Origin(Origin.Channel.PAGE, "127.0.0.1"));
        assertThat(said.position()).isPositive();
    }

    @Test
    void tables_that_are_not_released_and_what_is_found_by_searching_are_reads_too() throws InterruptedException {
        new Browsing(application.address()).as("two", PASSWORD).get("/budgets/" + BUDGET + "/tables/3");
        assertThat(reads("two")).hasSize(1);
        Browsing three = new Browsing(application.address()).as("three", PASSWORD);
        for (int at = 0; at < 100 && reads("three").isEmpty(); at++) {
            three.get("/search?q=%E5%85%AC%E8%BD%A6");
            Thread.sleep(100);
        }
        assertThat(reads("three")).hasSize(1);
    }

    @Test
    void the_public_and_those_who_are_shown_nothing_are_not_recorded() throws InterruptedException {
        int before = all().size();
        new Browsing(application.address()).get("/budgets/" + BUDGET);
        Browsing elsewhere = new Browsing(application.address()).as("elsewhere", PASSWORD);
        assertThat(elsewhere.get("/prepare/" + BUDGET).statusCode()).isNotEqualTo(200);
        elsewhere.get("/budgets/" + BUDGET);
        elsewhere.get("/glossary");
        assertThat(reads("elsewhere")).isEmpty();
        assertThat(all())
                .allSatisfy(read -> assertThat(read.envelope().actor().login()).isNotEqualTo("elsewhere"));
        assertThat(all().size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void an_auditor_who_reads_the_trail_is_in_it() throws InterruptedException {
        Browsing auditor = new Browsing(application.address()).as("auditor", PASSWORD);
        assertThat(auditor.get("/ledger/trail").statusCode()).isEqualTo(200);
        assertThat(reads("auditor")).hasSize(1);
        String page = auditor.get("/ledger/trail?kind=reading&person=auditor").body();
        assertThat(page).contains("查阅了 总账 的未公开数据").doesNotContain("??");
    }

    private static List<RecordedEvent> reads(String login) throws InterruptedException {
        ReadsRecorder recorder = application.context().getBean(ReadsRecorder.class);
        for (int at = 0; at < 500 && !recorder.settled(); at++) {
            Thread.sleep(20);
        }
        assertThat(recorder.settled()).isTrue();
        return all().stream()
                .filter(event -> event.envelope().actor().login().equals(login))
                .toList();
    }

    private static List<RecordedEvent> all() {
        EventLog log = application.context().getBean(EventLog.class);
        return Optional.of(log.read(0, 10_000)).stream()
                .flatMap(List::stream)
                .filter(event -> event.envelope().message() instanceof ReadingEvent)
                .toList();
    }
}
