package org.mingzhang.application.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.bench.ledger.LeanNode;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.UnknownEventException;
import org.mingzhang.ledger.codec.Upcast;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.rebuild.Rebuild;

/** An event as two releases ago would have stored it lies in the log, and everything reads it as one of today. */
class OldEventTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final EventName FIRST = new EventName("line-entered", 1);
    private static final EventName SECOND = new EventName("line-entered", 2);
    private static final EventName NOW = new EventName("line-allocated", 1);

    private static final EventCodec CODEC = new EventCodec(List.of(
            new Upcast(FIRST, SECOND, old -> renamed(old, "number", "key")),
            new Upcast(SECOND, NOW, old -> renamed(old, "key", "line"))));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void commands_facts_rebuild_and_bundle_take_it_for_one_of_today(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open()) {
            LineEvent.LineAllocated last = prepared(open.dataSource());
            long position = plant(open.dataSource(), last);
            try (LeanNode node = new LeanNode(open.dataSource(), CODEC)) {
                RecordedEvent read = node.log().read(position - 1, 1).getFirst();
                assertThat(read.name()).isEqualTo(FIRST);
                LineEvent.LineAllocated old =
                        (LineEvent.LineAllocated) read.envelope().message();
                assertThat(old.line()).isEqualTo(new LineKey("old"));
                // Only a budget that knows the line revises it.
                new SampleBudget(node.commands(), BUDGET)
                        .officer(new LineCommand.ReviseLine(BUDGET, old.line(), old.content()))
                        .officer(new LineCommand.RemoveLine(BUDGET, old.line(), "重录"))
                        .officer(new LineCommand.AllocateLine(BUDGET, old.line(), old.content()));
                followed(open.dataSource(), node.log());
                verified(node);
            }
            stopsWithout(open.dataSource(), position);
        }
    }

    private static LineEvent.LineAllocated prepared(DataSource dataSource) {
        try (LeanNode node = new LeanNode(dataSource)) {
            new SampleBudget(node.commands(), BUDGET).prepared();
            return node.log().readStream(BUDGET.toString(), 0).stream()
                    .map(event -> event.envelope().message())
                    .filter(LineEvent.LineAllocated.class::isInstance)
                    .map(LineEvent.LineAllocated.class::cast)
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }
    }

    /** Facts follow it, and made again they are the same. */
    private static void followed(DataSource dataSource, EventLog log) throws SQLException {
        try (FactFeed feed = new FactFeed(dataSource, log)) {
            feed.start();
            assertThat(feed.await(log.head(), Duration.ofMinutes(2)))
                    .as(feed.stopped().toString())
                    .isTrue();
            Rebuild rebuild = Rebuild.ofFacts(dataSource, log, Clock.systemUTC());
            rebuild.start("test");
            Rebuilds.finish(rebuild);
            assertThat(rebuild.provedEqual())
                    .hasValueSatisfying(equal -> assertThat(equal.position()).isEqualTo(log.head()));
        }
    }

    private void verified(LeanNode node) throws Exception {
        Path bundle = folder.resolve(UUID.randomUUID() + ".zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            node.bundles().write(out);
        }
        assertThat(VerifyLedger.run(List.of(bundle.toString()), System.out, System.err))
                .isZero();
    }

    /** A release that has forgotten the old form says which it is, and skips nothing. */
    private static void stopsWithout(DataSource dataSource, long position) {
        try (JdbcEventLog log = new JdbcEventLog(dataSource, new EventCodec())) {
            assertThatThrownBy(() -> log.read(position - 1, 1))
                    .isInstanceOf(UnknownEventException.class)
                    .hasMessageContaining("line-entered/1")
                    .hasMessageContaining("position " + position);
        }
    }

    private static JsonNode renamed(JsonNode old, String before, String after) {
        ObjectNode renamed = ((ObjectNode) old).objectNode();
        old.properties()
                .forEach(property ->
                        renamed.set(property.getKey().equals(before) ? after : property.getKey(), property.getValue()));
        return renamed;
    }

    /** At the next position and version, with its leaf, as the writer of then would have left it. */
    private static long plant(DataSource dataSource, LineEvent.LineAllocated like) throws SQLException {
        byte[] payload = new String(CODEC.payload(like), StandardCharsets.UTF_8)
                .replaceFirst("\"line\":\"[^\"]*\"", "\"number\":\"old\"")
                .replaceFirst("\"line\":\"[^\"]*\"", "\"line\":\"old\"")
                .getBytes(StandardCharsets.UTF_8);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement last = connection.prepareStatement(
                        "select (select next_position from log_head), stream_version + 1, recorded_at, actor,"
                                + " command_id, metadata from event_log where stream = ?"
                                + " order by stream_version desc fetch first 1 rows only")) {
            last.setString(1, BUDGET.toString());
            try (ResultSet row = last.executeQuery()) {
                assertThat(row.next()).isTrue();
                plant(connection, row, payload);
                return row.getLong(1);
            }
        }
    }

    private static void plant(Connection connection, ResultSet row, byte[] payload) throws SQLException {
        UUID id = UUID.randomUUID();
        OffsetDateTime recordedAt = row.getObject(3, OffsetDateTime.class);
        EventLeaf leaf = new EventLeaf(
                row.getLong(1),
                id,
                BUDGET.toString(),
                row.getLong(2),
                FIRST.name(),
                FIRST.version(),
                ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt.toInstant()),
                row.getString(4),
                row.getObject(5, UUID.class),
                TreeHash.usual().ofBytes(payload),
                TreeHash.usual().ofBytes(row.getBytes(6)));
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into event_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement head =
                        connection.prepareStatement("update log_head set next_position = next_position + 1")) {
            List<Object> values = List.of(
                    leaf.position(),
                    id,
                    leaf.stream(),
                    leaf.streamVersion(),
                    leaf.name(),
                    leaf.version(),
                    recordedAt,
                    leaf.actor(),
                    leaf.commandId(),
                    payload,
                    row.getBytes(6),
                    leaf.hash().toArray());
            for (int at = 0; at < values.size(); at++) {
                insert.setObject(at + 1, values.get(at));
            }
            assertThat(insert.executeUpdate()).isEqualTo(1);
            assertThat(head.executeUpdate()).isEqualTo(1);
        }
    }
}
