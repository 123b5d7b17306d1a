package org.mingzhang.query.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.export.GridFormat;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a whole trail into both kinds of file, in the heap that this process was given. */
final class TrailFileInLittleMemory {
    private static final int TOGETHER = 1_000;

    private final EventCodec codec = new EventCodec();
    private final DataSource dataSource;
    private final int entries;

    TrailFileInLittleMemory(DataSource dataSource, int entries) {
        this.dataSource = dataSource;
        this.entries = entries;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        try (OpenDatabase open = TestDatabase.H2.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            TrailFileInLittleMemory trail =
                    new TrailFileInLittleMemory(open.dataSource(), Integer.parseInt(arguments[0]));
            trail.fill();
            for (GridFormat format : GridFormat.values()) {
                trail.write(log, format);
            }
        }
        System.exit(0);
    }

    private void write(JdbcEventLog log, GridFormat format) throws IOException {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        MessageSource messages = TrailSentencesTest.words();
        TrailTelling telling = new TrailTellings(
                        jdbc,
                        new ActNotes(jdbc, codec),
                        messages,
                        (refused, most, locale) -> List.of(refused.toString()),
                        login -> Optional.empty())
                .ofFile(Locale.ROOT);
        TrailPieces pieces =
                new TrailPieces(new TrailIndex(jdbc, log), TrailFilter.EVERYTHING, entries + 1L, telling, () -> {});
        UnaryOperator<String> words = key -> key.isEmpty() ? "" : messages.getMessage(key, null, Locale.ROOT);
        Sink sink = new Sink();
        TrailGrid.GRID.file("mingzhang", () -> pieces, format).write(sink, words);
        if (pieces.hasNext() || sink.bytes < entries) {
            throw new IllegalStateException("not everything was written");
        }
        System.out.printf("%s: %,d entries in %,d bytes%n", format, entries, sink.bytes);
    }

    /** One of every kind after another, without the work of appending each. */
    void fill() throws SQLException {
        List<LedgerEvent> samples = EventSamples.all();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                        command_id, payload, metadata, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)) {
            for (int position = 1; position <= entries; position++) {
                add(insert, position, samples.get(position % samples.size()));
                if (position % TOGETHER == 0 || position == entries) {
                    insert.executeBatch();
                }
            }
        }
    }

    private void add(PreparedStatement insert, int position, LedgerEvent event) throws SQLException {
        Envelope<LedgerEvent> envelope =
                new Envelope<>(new UUID(9, position), RecordedSamples.WANG, RecordedSamples.DAY, event);
        EventName name = EventName.of(event);
        insert.setLong(1, position);
        insert.setObject(2, new UUID(7, position));
        insert.setString(3, event.stream());
        insert.setLong(4, position);
        insert.setString(5, name.name());
        insert.setInt(6, name.version());
        insert.setObject(7, OffsetDateTime.ofInstant(Instant.EPOCH.plusSeconds(position), ZoneOffset.UTC));
        insert.setString(8, envelope.actor().login());
        insert.setObject(9, envelope.commandId());
        insert.setBytes(10, codec.payload(event));
        insert.setBytes(11, codec.metadata(envelope));
        insert.setBytes(12, new byte[32]);
        insert.addBatch();
    }

    private static final class Sink extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
