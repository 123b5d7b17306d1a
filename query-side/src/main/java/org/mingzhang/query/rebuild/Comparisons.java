package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.mingzhang.query.projection.Digests;
import org.mingzhang.query.projection.Projection;

/** The stored comparisons, on a connection that the caller commits. */
record Comparisons(Connection connection, Projection projection) {
    private static final int LONGEST_DIFFERENCE = 2_000;

    Optional<Comparison> find(int generation, long position) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(columns() + "where generation = ? and position = ?")) {
            select.setInt(1, generation);
            select.setLong(2, position);
            return one(select);
        }
    }

    /** The latest of a generation, finished or not. */
    Optional<Comparison> latest(int generation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                columns() + "where generation = ? order by position desc fetch first 1 rows only")) {
            select.setInt(1, generation);
            return one(select);
        }
    }

    /** The latest that found no difference. */
    Optional<Comparison> lastEqual() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(columns() + "where finished is not null and rows_different = 0"
                        + " and own_digest = live_digest order by finished desc fetch first 1 rows only")) {
            return one(select);
        }
    }

    void save(Comparison comparison) throws SQLException {
        String update = "update " + projection.comparisons() + " set live = ?, " + projection.comparedPart()
                + " = ?, rows_compared = ?, rows_different = ?,"
                + " first_difference = ?, own_digest = ?, live_digest = ?, finished = ?, rows_in_all = ?, worked_ms = ?"
                + " where generation = ? and position = ?";
        String insert = "insert into " + projection.comparisons() + " (live, " + projection.comparedPart()
                + ", rows_compared, rows_different, first_difference,"
                + " own_digest, live_digest, finished, rows_in_all, worked_ms, generation, position)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        if (write(comparison, update) == 0) {
            write(comparison, insert);
        }
    }

    private int write(Comparison comparison, String sql) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setInt(1, comparison.live());
            write.setString(2, comparison.part());
            write.setLong(3, comparison.rows());
            write.setLong(4, comparison.different());
            write.setString(
                    5,
                    comparison
                            .first()
                            .map(where -> Moments.cut(where, LONGEST_DIFFERENCE))
                            .orElse(null));
            write.setString(6, Digests.text(comparison.ownDigest()));
            write.setString(7, Digests.text(comparison.liveDigest()));
            write.setObject(8, comparison.finished().map(Moments::stored).orElse(null));
            write.setLong(9, comparison.howFar().inAll());
            write.setLong(10, comparison.howFar().worked().toMillis());
            write.setInt(11, comparison.generation());
            write.setLong(12, comparison.position());
            return write.executeUpdate();
        }
    }

    private String columns() {
        return "select generation, position, live, " + projection.comparedPart() + ", rows_compared, rows_different,"
                + " first_difference, own_digest, live_digest, finished, rows_in_all, worked_ms from "
                + projection.comparisons() + " ";
    }

    private static Optional<Comparison> one(PreparedStatement select) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? Optional.of(comparison(result)) : Optional.empty();
        }
    }

    private static Comparison comparison(ResultSet result) throws SQLException {
        return new Comparison(
                result.getInt(1),
                result.getLong(2),
                result.getInt(3),
                result.getString(4),
                new HowFar(result.getLong(5), result.getLong(11), Duration.ofMillis(result.getLong(12))),
                result.getLong(6),
                Optional.ofNullable(result.getString(7)),
                Digests.parse(result.getString(8)),
                Digests.parse(result.getString(9)),
                Optional.ofNullable(result.getObject(10, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
