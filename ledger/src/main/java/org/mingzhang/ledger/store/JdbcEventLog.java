package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in a database, H2 or PostgreSQL. */
public final class JdbcEventLog implements EventLog, AutoCloseable {
    private static final String COLUMNS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, payload, metadata
            from event_log\s""";

    private static final Logger LOG = LoggerFactory.getLogger(JdbcEventLog.class);

    private final DataSource dataSource;
    private final EventCodec codec;
    private final AppendObserver observer;
    private final Patience patience;
    private final CommitUnderway commit;
    private final TreeHash hash;
    private final LogWriter writer;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public JdbcEventLog(DataSource dataSource, EventCodec codec) {
        this(dataSource, codec, AppendObserver.NOBODY);
    }

    public JdbcEventLog(DataSource dataSource, EventCodec codec, AppendObserver observer) {
        this(dataSource, new WriterConnections(dataSource), codec, observer);
    }

    /** With connections of its own for the writer. */
    public JdbcEventLog(DataSource dataSource, WriterConnections writer, EventCodec codec, AppendObserver observer) {
        this(dataSource, writer, codec, TreeHash.usual(), observer);
    }

    /**
     * Hashed with an algorithm of the caller's choice, the same from the first event to the last: a log that was begun
     * with another one is neither read as a tree nor written, with {@link OtherTreeHashException}.
     */
    public JdbcEventLog(
            DataSource dataSource, WriterConnections writer, EventCodec codec, TreeHash hash, AppendObserver observer) {
        this(dataSource, writer, codec, hash, InstantSource.system(), observer);
    }

    /** With a clock of the caller's choice, which tells when something is recorded. */
    public JdbcEventLog(DataSource dataSource, EventCodec codec, InstantSource clock, AppendObserver observer) {
        this(dataSource, new WriterConnections(dataSource), codec, TreeHash.usual(), clock, observer);
    }

    private JdbcEventLog(
            DataSource dataSource,
            WriterConnections writer,
            EventCodec codec,
            TreeHash hash,
            InstantSource clock,
            AppendObserver observer) {
        this.hash = hash;
        this.dataSource = dataSource;
        this.codec = codec;
        this.observer = observer;
        this.patience = new Patience(writer.held());
        this.commit = new CommitUnderway(patience);
        this.writer = new LogWriter(
                new BatchAppend(writer.dataSource(), clock, commit, hash),
                codec,
                hash,
                () -> listeners.forEach(Runnable::run),
                observer);
    }

    /** The tree over the events of this log. */
    public LogTree tree() {
        return new LogTree(dataSource, commit, hash);
    }

    @Override
    public Appended append(Append append) {
        long began = System.nanoTime();
        Optional<Appended> answer = Optional.empty();
        try {
            answer = Optional.of(patience.answer(writer.submit(append)));
            return answer.get();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            tell(answer, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void tell(Optional<Appended> answer, Duration waited) {
        try {
            observer.answered(answer, waited);
        } catch (RuntimeException | Error e) {
            LOG.error("who measures the log failed", e);
        }
    }

    @Override
    public List<RecordedEvent> read(long afterPosition, int limit) {
        return query(COLUMNS + "where position > ? order by position fetch first ? rows only", select -> {
            select.setLong(1, afterPosition);
            select.setInt(2, limit);
        });
    }

    @Override
    public List<RecordedEvent> readAt(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        return query(COLUMNS + "where position = any(?) order by position", select -> {
            select.setArray(1, select.getConnection().createArrayOf("bigint", positions.toArray()));
        });
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromVersion) {
        return query(COLUMNS + "where stream = ? and stream_version >= ? order by stream_version", select -> {
            select.setString(1, stream);
            select.setLong(2, fromVersion);
        });
    }

    @Override
    public List<RecordedEvent> readStream(String stream, long fromVersion, int limit) {
        return query(
                COLUMNS + "where stream = ? and stream_version >= ? order by stream_version fetch first ? rows only",
                select -> {
                    select.setString(1, stream);
                    select.setLong(2, fromVersion);
                    select.setInt(3, limit);
                });
    }

    @Override
    public long head() {
        return ask(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select next_position - 1 from log_head where id = 1");
                    ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    @Override
    public long streamVersion(String stream) {
        return ask(connection -> new LogReads(connection).streamVersion(stream));
    }

    @Override
    public Optional<Receipt> receipt(String actor, String key) {
        return ask(connection -> new LogReads(connection).receipt(actor, key));
    }

    @Override
    public void onAppend(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        writer.close();
    }

    private List<RecordedEvent> query(String sql, Parameters parameters) {
        return ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                parameters.set(select);
                select.setFetchSize(1_000);
                try (ResultSet result = select.executeQuery()) {
                    List<RecordedEvent> events = new ArrayList<>();
                    while (result.next()) {
                        events.add(event(result));
                    }
                    return events;
                }
            }
        });
    }

    private RecordedEvent event(ResultSet result) throws SQLException {
        long position = result.getLong(1);
        String stream = result.getString(3);
        long version = result.getLong(4);
        EventName name = new EventName(result.getString(5), result.getInt(6));
        return new RecordedEvent(
                position,
                result.getObject(2, UUID.class),
                stream,
                version,
                name,
                result.getObject(7, OffsetDateTime.class).toInstant(),
                codec.envelope(
                        name,
                        result.getBytes(8),
                        result.getBytes(9),
                        stream + " version " + version + " at position " + position));
    }

    private <T> T ask(Question<T> question) {
        return commit.settled(() -> answer(question));
    }

    private <T> T answer(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
