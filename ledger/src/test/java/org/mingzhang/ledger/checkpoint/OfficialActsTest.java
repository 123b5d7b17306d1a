package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Which events are sealed at once, for every kind there is. */
class OfficialActsTest {
    private static final String STREAM = "411200-103-2025";
    private static final Set<String> OFFICIAL = Set.of(
            "ceiling-issued",
            "ceiling-revised",
            "budget-enacted",
            "budget-approved",
            "budget-distributed",
            "adjustment-took-effect",
            "amendment-put-in-force",
            "disclosure-published",
            "year-closed",
            "accounts-passed",
            "source-registered",
            "source-increased",
            "source-corrected",
            "source-recovered",
            "source-drawn",
            "source-restored");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ceilings_approvals_effects_rules_closings_and_publications_are_official_and_nothing_else(TestDatabase kind)
            throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            OfficialActs acts = new OfficialActs(open.dataSource(), log);
            Set<String> found = new TreeSet<>();
            long version = -1;
            for (var event : EventSamples.all()) {
                long before = log.head();
                log.append(Histories.append(STREAM, version++, "k" + version, event));
                if (acts.after(before)) {
                    found.add(EventName.of(event).name());
                }
                assertThat(acts.after(log.head())).isFalse();
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(OFFICIAL);
            assertThat(acts.after(0)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_official_act_leaves_a_checkpoint_at_once(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                CheckpointKeeper keeper = new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        new LogTree(open.dataSource()),
                        folder,
                        "city.example",
                        Duration.ofHours(1))) {
            log.append(Histories.append(STREAM, -1, "a", 3));
            keeper.open().cut();
            keeper.start();
            log.append(Histories.append(STREAM, 2, "b", 1));
            var effect = EventSamples.all().stream()
                    .filter(event -> EventName.of(event).name().equals("adjustment-took-effect"))
                    .findFirst()
                    .orElseThrow();
            log.append(Histories.append(STREAM, 3, "c", effect));
            Instant end = Instant.now().plusSeconds(30);
            while (keeper.latest().filter(note -> note.contains("\n5\n")).isEmpty()) {
                assertThat(Instant.now()).isBefore(end);
                LockSupport.parkNanos(5_000_000);
            }
            assertThat(keeper.covering(4)).isEqualTo(keeper.latest());
            assertThat(keeper.covering(2)).get().asString().contains("\n3\n");
            assertThat(keeper.covering(6)).isEmpty();
        }
    }
}
