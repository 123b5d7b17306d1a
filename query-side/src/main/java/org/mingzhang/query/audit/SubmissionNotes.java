package org.mingzhang.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed in about a stream, such as a budget, the newest first, as it stands in the log. */
@Component
class SubmissionNotes {
    private final JdbcClient jdbc;
    private final EventCodec codec;

    SubmissionNotes(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** Which of them; empty for no matter. */
    record Wanted(Optional<Outcome> outcome, Optional<String> login, Optional<Long> before) {}

    /** What became of a submission, by the stored name of its note. */
    enum Outcome {
        ACCEPTED("command-accepted"),
        REFUSED("command-refused");

        private final String stored;

        Outcome(String stored) {
            this.stored = stored;
        }
    }

    /** A note at its place. */
    record Note(long position, OffsetDateTime recordedAt, Envelope<LedgerEvent> envelope) {
        SubmissionEvent event() {
            if (envelope.message() instanceof SubmissionEvent event) {
                return event;
            }
            throw new IllegalStateException("no note of a submission at position " + position);
        }
    }

    /** @param about the stream, such as {@code 411200-103-2025} */
    List<Note> read(String about, Wanted wanted, int limit) {
        String stream = SubmissionEvent.beside(about);
        StringBuilder sql = new StringBuilder("""
            select position, recorded_at, name, version, payload, metadata from event_log where stream = ?\
            """);
        List<Object> values = new ArrayList<>(List.of(stream));
        // By its version, because the index of the stream is one of versions.
        wanted.before.ifPresent(position -> {
            sql.append(" and stream_version < ?");
            values.add(version(stream, position));
        });
        wanted.outcome.ifPresent(outcome -> {
            sql.append(" and name = ?");
            values.add(outcome.stored);
        });
        wanted.login.ifPresent(login -> {
            sql.append(" and actor = ?");
            values.add(login);
        });
        sql.append(" order by stream desc, stream_version desc fetch first ? rows only");
        values.add(limit);
        return jdbc.sql(sql.toString())
                .params(values)
                .query((row, at) -> note(row, stream))
                .list();
    }

    /** The version at a position of the stream; none is before a position that is not in it. */
    private long version(String stream, long position) {
        return jdbc.sql("select stream_version from event_log where position = ? and stream = ?")
                .params(position, stream)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private Note note(ResultSet row, String stream) throws SQLException {
        long position = row.getLong(1);
        EventName name = new EventName(row.getString(3), row.getInt(4));
        return new Note(
                position,
                row.getObject(2, OffsetDateTime.class),
                codec.envelope(name, row.getBytes(5), row.getBytes(6), stream + " at position " + position));
    }
}
