package org.mingzhang.application.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;

/** What an auditor sees of the controls, before and after somebody wrote into the log beneath the program. */
class ControlsPageTest {
    private static final String PASSWORD = "a long password";
    private static final String PAGE = "/ledger/controls";
    private static final BudgetId ID = BudgetId.parse("411200-103-2025");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), ID).prepared();
        account("auditor", "");
        account("elsewhere", "990000");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_auditor_lets_the_controls_be_proved_reads_what_does_not_hold_and_takes_it_as_a_file() {
        Browsing auditor = as("auditor");
        assertThat(auditor.get(PAGE).body()).contains("尚未核对过");
        proved(auditor);
        assertThat(auditor.get(PAGE).body()).contains("全部成立").doesNotContain("处不符");

        long position = written();
        proved(auditor);

        assertThat(auditor.get(PAGE).body())
                .contains("1 处不符")
                .contains("第 7 号调整的“财政审核”由无权的岗位决定：单位经办。")
                .contains("position=" + position);
        assertThat(auditor.get(PAGE + "?format=csv").body())
                .contains(position + "," + ID)
                .contains("由无权的岗位决定");
        assertThat(auditor.get(PAGE + "?format=xlsx").statusCode()).isEqualTo(200);
        assertThat(as("elsewhere").get(PAGE).body())
                .as("an auditor of another division")
                .doesNotContain("由无权的岗位决定");
    }

    /** Waits for the run that is asked for. */
    private static void proved(Browsing auditor) {
        assertThat(auditor.post(PAGE, PAGE, Map.of()).statusCode()).isEqualTo(302);
        long head = application.context().getBean(EventLog.class).head();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(auditor.get(PAGE).body())
                        .contains("位置")
                        .contains("完成")
                        .doesNotContain("正在核对："));
        assertThat(head).isPositive();
    }

    /** A station that nobody asked for, passed by a clerk; answers its position. */
    private static long written() {
        EventLog log = application.context().getBean(EventLog.class);
        UUID command = UUID.randomUUID();
        Envelope<LedgerEvent> review = new Envelope<>(
                command,
                Actor.of("clerk", "文员", Role.UNIT_OFFICER),
                LocalDate.of(2025, 3, 3),
                new AdjustmentReviewed(ID, 7, AdjustmentStation.FINANCE_REVIEW, Optional.empty(), "同意"));
        log.append(new Append(
                List.of(new NewEvent(UUID.randomUUID(), ID.toString(), review)),
                Map.of(ID.toString(), log.streamVersion(ID.toString())),
                new Append.Claim("clerk", command.toString(), Bytes.of(new byte[32]), command, ID.toString())));
        return log.head();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void account(String login, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.AUDITOR), scope), PASSWORD);
    }
}
