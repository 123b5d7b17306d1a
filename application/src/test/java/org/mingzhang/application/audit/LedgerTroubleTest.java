package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;

/** What a stranger is told when somebody with every right on the machine was at work. */
class LedgerTroubleTest {
    @TempDir
    Path data;

    @Test
    void a_missing_key_and_a_changed_event_are_told_and_nothing_is_signed_for_them() throws Exception {
        try (RunningApplication application = RunningApplication.start(data, false, "--mingzhang.recheck=PT0.2S")) {
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                    .opened();
            Browsing stranger = new Browsing(application.address());
            String kept = stranger.get("/api/ledger/checkpoint").body();
            String key = stranger.get("/api/ledger/key").body();
            Path file = data.resolve("ledger").resolve("key");
            byte[] secret = Files.readAllBytes(file);

            Files.delete(file);
            assertThat(stranger.get("/ledger").body()).contains("签名密钥不在账本目录中").contains(key.strip());
            assertThat(stranger.get("/api/ledger/key").body()).isEqualTo(key);
            assertThat(health(stranger)).isEqualTo(503);
            assertThat(file).doesNotExist();

            Files.write(file, secret);
            assertThat(health(stranger)).isEqualTo(200);
            assertThat(stranger.get("/ledger").body()).doesNotContain("签名密钥不在账本目录中");

            changeAnEvent(application.context().getBean(DataSource.class));
            await(() -> health(stranger) == 503);
            assertThat(stranger.get("/ledger").body()).contains("已停止签发").contains("位置 1 的事件被改动");
            assertThat(stranger.follow(stranger.post("/ledger", "/ledger", Map.of("older", kept))))
                    .contains("哈希与它一致")
                    .doesNotContain("一字未改");
        }
    }

    private static void changeAnEvent(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger event_log_append_only");
            statement.execute("update event_log set payload = metadata where position = 1");
        }
    }

    private static int health(Browsing stranger) {
        return stranger.get("/actuator/health").statusCode();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
