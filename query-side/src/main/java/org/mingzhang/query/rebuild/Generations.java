package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.projection.Projection;

/** The stored generations, on a connection that the caller commits. */
record Generations(Connection connection, Projection projection) {
    private static final int LONGEST_FAILURE = 2_000;

    /** Waits until nobody else changes a generation, and keeps it so until the transaction ends. */
    void take() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name from projection where name = ? for update")) {
            select.setString(1, projection.taken());
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("the row that is taken for a rebuild is missing");
                }
            }
        }
    }

    /** Every generation there ever was, the newest first. */
    List<Generation> all() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select generation, state, position, fold, asked_by, asked_at, at_once, worked_ms, left_at,"
                                + " failure from " + projection.generations() + " order by generation desc");
                ResultSet result = select.executeQuery()) {
            List<Generation> found = new ArrayList<>();
            while (result.next()) {
                found.add(generation(result));
            }
            return found;
        }
    }

    Optional<Generation> find(int number) throws SQLException {
        return all().stream().filter(found -> found.number() == number).findFirst();
    }

    void insert(Generation generation) throws SQLException {
        write(
                generation,
                "insert into " + projection.generations()
                        + " (state, position, fold, asked_by, asked_at, at_once, worked_ms, left_at,"
                        + " failure, generation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void update(Generation generation) throws SQLException {
        write(
                generation,
                "update " + projection.generations()
                        + " set state = ?, position = ?, fold = ?, asked_by = ?, asked_at = ?, at_once = ?,"
                        + " worked_ms = ?, left_at = ?, failure = ? where generation = ?");
    }

    private void write(Generation generation, String sql) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, generation.state().stored());
            write.setLong(2, generation.position());
            write.setInt(3, generation.fold());
            write.setString(4, generation.askedBy());
            write.setObject(5, Moments.stored(generation.askedAt()));
            write.setBoolean(6, generation.atOnce());
            write.setLong(7, generation.worked().toMillis());
            write.setObject(8, generation.leftAt().map(Moments::stored).orElse(null));
            write.setString(
                    9,
                    generation
                            .failure()
                            .map(why -> Moments.cut(why, LONGEST_FAILURE))
                            .orElse(null));
            write.setInt(10, generation.number());
            write.executeUpdate();
        }
    }

    private static Generation generation(ResultSet result) throws SQLException {
        return new Generation(
                result.getInt(1),
                GenerationState.of(result.getString(2)),
                result.getLong(3),
                result.getInt(4),
                result.getString(5),
                result.getObject(6, OffsetDateTime.class).toInstant(),
                result.getBoolean(7),
                Duration.ofMillis(result.getLong(8)),
                Optional.ofNullable(result.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(result.getString(10)));
    }
}
