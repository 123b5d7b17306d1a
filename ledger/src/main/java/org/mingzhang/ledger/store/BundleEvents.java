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

/** The events of the log as the lines of a bundle; their form is said at the package {@code ledger.verify}. */
public final class BundleEvents {
    private static final String FIRST_LINE = "mingzhang-bundle 1\n";
    private static final int RUN = 2_000;
    private static final String ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where position > ? and position <= ? order by position""";

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
        for (long from = 0; from < size; from += RUN) {
            out.write(lines(from, Math.min(size, from + RUN)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The events of one stream within the first so many of the log, each with its way to the root. */
    public void writeStream(String stream, LogTree tree, long size, OutputStream out) throws IOException {
        out.write(("mingzhang-stream 1 " + stream + "\n").getBytes(StandardCharsets.UTF_8));
        long version = 0;
        List<Line> run = ofStream(stream, version, size);
        while (!run.isEmpty()) {
            for (Line line : run) {
                String path = tree.inclusion(line.position, size).stream()
                        .map(Hash::base64)
                        .collect(Collectors.joining(","));
                out.write((line.text + "\t" + path + "\n").getBytes(StandardCharsets.UTF_8));
            }
            version += run.size();
            run = ofStream(stream, version, size);
        }
    }

    /** The line of one event, without its newline; empty when there is none at the position. */
    public Optional<String> line(long position) {
        return lines(ROWS, select -> {
                    select.setLong(1, position - 1);
                    select.setLong(2, position);
                })
                .stream()
                .findFirst()
                .map(Line::text);
    }

    private List<Line> ofStream(String stream, long version, long size) {
        return lines(STREAM_ROWS, select -> {
            select.setString(1, stream);
            select.setLong(2, version);
            select.setLong(3, size);
            select.setInt(4, RUN);
        });
    }

    private String lines(long from, long to) {
        StringBuilder text = new StringBuilder();
        lines(ROWS, select -> {
                    select.setLong(1, from);
                    select.setLong(2, to);
                })
                .forEach(line -> text.append(line.text).append('\n'));
        return text.toString();
    }

    private List<Line> lines(String sql, Parameters parameters) {
        List<Line> lines = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new Line(row.getLong(1), line(row)));
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be exported", e);
        }
        return lines;
    }

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
