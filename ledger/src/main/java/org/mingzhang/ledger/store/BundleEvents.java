package org.mingzhang.ledger.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.MerkleTree;

/** The events of the log as the lines of a bundle; their form is said at the package {@code ledger.verify}. */
public final class BundleEvents {
    private static final String FIRST_LINE = "mingzhang-bundle 2\n";
    private static final int RUN = 2_000;

    /** In characters, because events may be long and memory is not. */
    private static final int LONGEST_RUN = 4 << 20;

    private static final int FETCHED = 200;
    private static final String ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where position > ? and position <= ? order by position""";

    private static final String CHOSEN_ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where position in \
            """;

    private static final int CHOSEN = 200;

    private static final String STREAM_ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where stream = ? and stream_version >= ? and position <= ?
            order by stream, stream_version fetch first ? rows only""";

    private final DataSource dataSource;

    public BundleEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes the first so many events; a connection is held for some thousand of them at a time. */
    public void write(long size, OutputStream out) throws IOException {
        out.write(FIRST_LINE.getBytes(StandardCharsets.UTF_8));
        long from = 0;
        while (from < size) {
            long to = Math.min(size, from + RUN);
            Run run = lines(from, to);
            for (Line line : run.lines) {
                write(line.text + "\n", out);
            }
            from = run.whole ? to : run.lines.getLast().position;
        }
    }

    /** The events at some positions, ascending, each with its way to the root of the first so many of the log. */
    public void writeChosen(List<Long> positions, LogTree tree, long size, OutputStream out) throws IOException {
        out.write("mingzhang-pack 1\n".getBytes(StandardCharsets.UTF_8));
        MerkleTree proofs = tree.atHand(size);
        int from = 0;
        while (from < positions.size()) {
            List<Long> some = positions.subList(from, Math.min(positions.size(), from + CHOSEN));
            List<Line> run = chosen(some);
            for (Line line : run) {
                write(withWay(line, proofs, size), out);
            }
            if (run.isEmpty()) {
                throw new IllegalArgumentException("the log has no position " + some.getFirst());
            }
            from += run.size();
        }
    }

    private List<Line> chosen(List<Long> positions) {
        String marks = positions.stream().map(position -> "?").collect(Collectors.joining(", "));
        return lines(CHOSEN_ROWS + "(" + marks + ") order by position", select -> {
                    for (int at = 0; at < positions.size(); at++) {
                        select.setLong(at + 1, positions.get(at));
                    }
                })
                .lines;
    }

    private static String withWay(Line line, MerkleTree proofs, long size) {
        String path = proofs.inclusion(line.position - 1, size).stream()
                .map(Hash::base64)
                .collect(Collectors.joining(","));
        return line.text + "\t" + path + "\n";
    }

    /** The events of one stream within the first so many of the log, each with its way to the root. */
    public void writeStream(String stream, LogTree tree, long size, OutputStream out) throws IOException {
        out.write(("mingzhang-stream 2 " + stream + "\n").getBytes(StandardCharsets.UTF_8));
        MerkleTree proofs = tree.atHand(size);
        long version = 0;
        List<Line> run = ofStream(stream, version, size);
        while (!run.isEmpty()) {
            for (Line line : run) {
                write(withWay(line, proofs, size), out);
            }
            version += run.size();
            run = ofStream(stream, version, size);
        }
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The line of one event, without its newline; empty when there is none at the position. */
    public Optional<String> line(long position) {
        return lines(position - 1, position).lines.stream().findFirst().map(Line::text);
    }

    private List<Line> ofStream(String stream, long version, long size) {
        return lines(STREAM_ROWS, select -> {
                    select.setString(1, stream);
                    select.setLong(2, version);
                    select.setLong(3, size);
                    select.setInt(4, RUN);
                })
                .lines;
    }

    private Run lines(long from, long to) {
        return lines(ROWS, select -> {
            select.setLong(1, from);
            select.setLong(2, to);
        });
    }

    private Run lines(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection()) {
            // PostgreSQL reads some rows at a time only inside a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(FETCHED);
                parameters.set(select);
                return read(select);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be exported", e);
        }
    }

    private static Run read(PreparedStatement select) throws SQLException {
        List<Line> lines = new ArrayList<>();
        int length = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (length > LONGEST_RUN) {
                    return new Run(lines, false);
                }
                Line line = new Line(row.getLong(1), line(row));
                length += line.text.length();
                lines.add(line);
            }
        }
        return new Run(lines, true);
    }

    /** @param whole whether nothing of what was asked for is left out at its end */
    private record Run(List<Line> lines, boolean whole) {}

    private record Line(long position, String text) {}

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder lines = new StringBuilder();
        Base64.Encoder base64 = Base64.getEncoder();
        Instant recordedAt = row.getObject(7, OffsetDateTime.class).toInstant();
        lines.append(row.getLong(1)).append('\t');
        lines.append(row.getString(2)).append('\t');
        lines.append(row.getString(3)).append('\t');
        lines.append(row.getLong(4)).append('\t');
        lines.append(row.getString(5)).append('\t');
        lines.append(row.getInt(6)).append('\t');
        lines.append(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)).append('\t');
        lines.append(base64.encodeToString(row.getString(8).getBytes(StandardCharsets.UTF_8)))
                .append('\t');
        lines.append(row.getString(9)).append('\t');
        lines.append(base64.encodeToString(row.getBytes(10))).append('\t');
        lines.append(base64.encodeToString(row.getBytes(11))).append('\t');
        return lines.append(HexFormat.of().formatHex(row.getBytes(12))).toString();
    }
}
