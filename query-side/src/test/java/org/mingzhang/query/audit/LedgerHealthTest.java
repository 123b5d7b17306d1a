package org.mingzhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RehashedRows;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class LedgerHealthTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_is_not_what_its_checkpoint_says_is_down_and_says_why(TestDatabase kind) {
        assertThat(healthOf(kind, "one past").getStatus()).isEqualTo(Status.UP);

        Health after = healthOf(kind, "another past");

        assertThat(after.getStatus()).isEqualTo(Status.DOWN);
        assertThat(after.getDetails().get("broken")).asString().contains("up to position 1");
    }

    /** Of a new log with one event, in the folder of the test. */
    private Health healthOf(TestDatabase kind, String note) {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                CheckpointKeeper keeper = new CheckpointKeeper(
                        open.dataSource(), log, new LogTree(open.dataSource()), folder, "", Duration.ofHours(1))) {
            log.append(said(note));
            keeper.start();
            LogTree tree = new LogTree(open.dataSource());
            Recheck recheck = new Recheck(
                    keeper, tree, new RehashedRows(open.dataSource(), TreeHash.usual()), folder, Duration.ofDays(1));
            Health health = new LedgerHealth(keeper, recheck).health();
            keeper.cut();
            return health;
        }
    }

    private static Append said(String note) {
        UUID command = UUID.randomUUID();
        Envelope<LedgerEvent> event = new Envelope<>(
                command,
                Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE),
                LocalDate.of(2025, 1, 2),
                new RoundEvent.FirstProposalSubmitted(BudgetId.parse(STREAM), note));
        return new Append(
                List.of(new NewEvent(UUID.randomUUID(), STREAM, event)),
                Map.of(STREAM, -1L),
                new Append.Claim("wang.min", command.toString(), Bytes.of(new byte[32]), command, STREAM));
    }
}
