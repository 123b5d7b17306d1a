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
import java.util.Base64;
import java.util.HexFormat;
import javax.sql.DataSource;

/** The events of the log as the lines of a bundle; their form is said at the package {@code ledger.verify}. */
public final class BundleEvents {
    private static final String FIRST_LINE = "mingzhang-bundle 1\n";
    private static final int RUN = 2_000;
    private static final String ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where position > ? and position <= ? order by position""";

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

    private String lines(long from, long to) {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    line(row, lines);
                }
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be exported", e);
        }
        return lines.toString();
    }

    private static void line(ResultSet row, StringBuilder lines) throws SQLException {
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
        lines.append(HexFormat.of().formatHex(row.getBytes(12))).append('\n');
    }
}
