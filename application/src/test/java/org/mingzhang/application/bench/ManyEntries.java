package org.mingzhang.application.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SignInWay;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.trail.TrailWriter;

/** A log of many events with the postings of its trail, put into the tables in bulk: months, notes, returns, sign-ins. */
final class ManyEntries {
    /** Said by about one event in this many. */
    static final int RARE = 4_000;

    static final String RARELY_SAID = "车辆报废更新";
    private static final List<String> TABLES = List.of("event_log", "trail_term", "trail_amount");
    private static final int TOGETHER = 2_000;
    private static final int PEOPLE = 40;
    private static final int BUDGETS = 50;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

    private final Random random = new Random(7);
    private final EventCodec codec = new EventCodec();
    private final Map<String, Long> versions = new HashMap<>();

    /** Fills an empty database. */
    void fill(DataSource dataSource, int events) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean copies = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            connection.setAutoCommit(false);
            if (copies) {
                WithoutIndexes without = WithoutIndexes.of(connection, TABLES);
                write(CopiedRows.over(connection), events);
                without.build(connection);
                connection.commit();
            } else {
                write(connection, events);
            }
        }
    }

    private void write(Connection connection, int events) throws SQLException {
        TrailWriter writer = new TrailWriter();
        for (long position = 1; position <= events; position += TOGETHER) {
            List<RecordedEvent> piece = new ArrayList<>();
            for (long at = position; at < position + TOGETHER && at <= events; at++) {
                piece.add(event(at));
            }
            log(connection, piece);
            writer.write(connection, 1, piece);
            connection.commit();
            writer.wrote(piece);
        }
    }

    private RecordedEvent event(long position) {
        LedgerEvent message = message(position);
        int person = random.nextInt(PEOPLE);
        Actor actor = Actor.of("person." + person, "人员" + person, Role.TREASURY);
        long version = versions.merge(message.stream(), 0L, (before, first) -> before + 1);
        return new RecordedEvent(
                position,
                new UUID(7, position),
                message.stream(),
                version,
                EventName.of(message),
                Instant.parse("2025-01-01T00:00:00Z").plusMillis(position * 37),
                new Envelope<>(new UUID(9, position), actor, DAY, message));
    }

    private LedgerEvent message(long position) {
        BudgetId budget = BudgetId.parse("4112%02d-103-2025".formatted(random.nextInt(BUDGETS)));
        Origin origin = new Origin(Origin.Channel.PAGE, "10.0.0." + random.nextInt(200));
        int kind = random.nextInt(100);
        if (position % RARE == RARE / 2) {
            return new AdjustmentEvent.AdjustmentReturned(budget, 1, RARELY_SAID + "需补充测算", List.of());
        }
        if (kind < 70) {
            return month(budget);
        }
        if (kind < 85) {
            HandedIn handedIn = new HandedIn("RecordExecution", "k" + position, "00", origin);
            return new SubmissionEvent.CommandAccepted(budget.toString(), handedIn, position, 1);
        }
        if (kind < 90) {
            return new AdjustmentEvent.AdjustmentReturned(budget, 1 + random.nextInt(20), "请补充测算依据", List.of());
        }
        return new AdministrationEvent.PersonSignedIn("person." + random.nextInt(PEOPLE), SignInWay.PASSWORD, origin);
    }

    private LedgerEvent month(BudgetId budget) {
        Basis report = new Basis("三库报〔2025〕" + random.nextInt(500) + "号", "国库支付月报", "国库支付中心", DAY, true);
        return new ExecutionEvent.ExecutionRecorded(
                budget,
                new LineKey(Integer.toString(1 + random.nextInt(400))),
                YearMonth.of(2025, 1 + random.nextInt(12)),
                Optional.empty(),
                new MonthFigures(new Amount(1 + random.nextInt(90_000_000)), Amount.ZERO, Optional.empty()),
                report,
                "",
                List.of());
    }

    private void log(Connection connection, List<RecordedEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                    command_id, payload, metadata, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (RecordedEvent event : events) {
                insert.setLong(1, event.position());
                insert.setObject(2, event.eventId());
                insert.setString(3, event.stream());
                insert.setLong(4, event.streamVersion());
                insert.setString(5, event.name().name());
                insert.setInt(6, event.name().version());
                insert.setObject(7, OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC));
                insert.setString(8, event.envelope().actor().login());
                insert.setObject(9, event.envelope().commandId());
                insert.setBytes(10, codec.payload(event.envelope().message()));
                insert.setBytes(11, codec.metadata(event.envelope()));
                insert.setBytes(12, new byte[32]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
