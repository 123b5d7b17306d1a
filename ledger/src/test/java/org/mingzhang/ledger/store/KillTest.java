package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** kill -9 in the middle of work: what was acknowledged is there, and nothing is there by half or twice. */
class KillTest {
    private static final long SEED = 20250205;
    private static final int KILLS = 3;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_acknowledged_is_lost_and_nothing_is_recorded_by_half_or_twice(TestDatabase database) throws Exception {
        String url = freshUrl(database);
        Random random = new Random(SEED);
        KilledNode node = new KilledNode();
        for (int kill = 0; kill < KILLS; kill++) {
            node.runAndKill(database, url, 100 + random.nextInt(400));
            try (OpenDatabase open = database.open(url)) {
                awaitTheLastCommit(open);
                assertThat(lost(open, node)).isEmpty();
                everythingIsWholeAndOnce(open, node);
            }
        }
        assertThat(node.cutOff()).as("commands that were really cut off").isPositive();
    }

    /** H2 as it comes: proof that the test above would see a loss. */
    @Test
    void a_database_that_writes_later_is_found_out() throws Exception {
        String url = freshUrl(TestDatabase.H2).replace("WRITE_DELAY=0", "WRITE_DELAY=60000");
        KilledNode node = new KilledNode();
        node.runAndKill(TestDatabase.H2, url, 300);
        try (OpenDatabase open = TestDatabase.H2.open(url)) {
            assertThat(lost(open, node)).isNotEmpty();
        }
    }

    /** Migrated and closed, so that the child finds it ready. */
    private static String freshUrl(TestDatabase database) {
        try (OpenDatabase open = database.open()) {
            return open.url();
        }
    }

    /** PostgreSQL may still be committing for a client that is dead; such a commit holds the head. */
    private static void awaitTheLastCommit(OpenDatabase open) throws SQLException {
        try (Connection connection = open.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new LogWrites(connection, TreeHash.usual()).takeHead();
            connection.rollback();
        }
    }

    private static List<String> lost(OpenDatabase open, KilledNode node) throws SQLException {
        Map<String, Receipt> receipts = receipts(open);
        List<String> lost = new ArrayList<>();
        node.acknowledged().forEach((key, position) -> {
            Receipt receipt = receipts.get(key);
            if (receipt == null || receipt.lastPosition() != position) {
                lost.add(key);
            }
        });
        return lost;
    }

    private static void everythingIsWholeAndOnce(OpenDatabase open, KilledNode node) throws SQLException, IOException {
        Map<String, Receipt> receipts = receipts(open);
        List<RecordedEvent> events;
        try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            events = log.read(0, Integer.MAX_VALUE);
            assertThat(log.head()).isEqualTo(events.size());
        }
        assertThat(events.stream().map(RecordedEvent::position).toList())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        versionsAreDense(events);
        Map<String, Long> perKey = events.stream().collect(Collectors.groupingBy(KillTest::key, Collectors.counting()));
        assertThat(perKey.keySet()).isEqualTo(receipts.keySet());
        Map<String, Integer> sent = node.sent();
        perKey.forEach((key, count) -> assertThat(count).as(key).isEqualTo((long) sent.getOrDefault(key, 0)));
        receipts.forEach((key, receipt) -> oneAfterTheOther(events, key, receipt));
    }

    private static void versionsAreDense(List<RecordedEvent> events) {
        Map<String, Long> versions = new HashMap<>();
        for (RecordedEvent event : events) {
            assertThat(event.streamVersion()).isEqualTo(versions.getOrDefault(event.stream(), -1L) + 1);
            versions.put(event.stream(), event.streamVersion());
        }
    }

    private static void oneAfterTheOther(List<RecordedEvent> events, String key, Receipt receipt) {
        int last = Math.toIntExact(receipt.lastPosition());
        List<RecordedEvent> own = events.subList(last - receipt.events(), last);
        assertThat(own).allSatisfy(event -> {
            assertThat(key(event)).isEqualTo(key);
            assertThat(event.envelope().commandId()).isEqualTo(receipt.commandId());
        });
        assertThat(own.getLast().streamVersion()).isEqualTo(receipt.streamVersion());
    }

    /** The note is the key and the number of the event within its command. */
    private static String key(RecordedEvent event) {
        String note = ((RoundEvent.FirstProposalSubmitted) event.envelope().message()).note();
        return note.substring(0, note.lastIndexOf('-') + 1);
    }

    private static Map<String, Receipt> receipts(OpenDatabase open) throws SQLException {
        Map<String, Receipt> receipts = new HashMap<>();
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select idempotency_key, body_hash, command_id, stream, stream_version, last_position, events, refused
                        from receipt""")) {
            while (row.next()) {
                receipts.put(
                        row.getString(1),
                        new Receipt(
                                Bytes.of(row.getBytes(2)),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getInt(7),
                                row.getBoolean(8)));
            }
        }
        return receipts;
    }
}
