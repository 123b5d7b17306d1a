package org.mingzhang.application.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** F8: somebody with every right on the database changes the past; the offline verifier names the position. */
final class Tampering implements Fault {
    private static final String STREAM = "411200-103-2025";
    private static final int EVENTS = 60;

    @Override
    public String name() {
        return "F8";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        List<String> wrongs = new ArrayList<>();
        int found = 0;
        int rounds = size.of(1, 10);
        for (int round = 0; round < rounds; round++) {
            int victim = 5 + new Random(size.seed() + round).nextInt(EVENTS - 10);
            for (Map.Entry<String, List<String>> crime : crimes(victim).entrySet()) {
                String said = verdict(database, crime.getValue());
                boolean named = said.matches("(?s)1 .*\\bposition " + victim + "\\b.*");
                boolean cut = said.startsWith("1 ")
                        && crime.getKey().equals("truncate")
                        && said.contains("the end is missing");
                if (named || cut) {
                    found++;
                } else {
                    wrongs.add(crime.getKey() + " at " + victim + ": " + said.strip());
                }
            }
            String untouched = verdict(database, List.of());
            if (!untouched.startsWith("0 ")) {
                wrongs.add("a false alarm: " + untouched);
            }
            for (String rewritten : List.of(rewritten(database), hashedAnew(database, victim))) {
                if (rewritten.startsWith("1 ") && rewritten.contains("the past was rewritten")) {
                    found++;
                } else {
                    wrongs.add("rewritten: " + rewritten);
                }
            }
        }
        return new Finding(
                found == 0 ? "" : found + " crimes that the database itself allowed",
                "all told by the verifier, no false alarm",
                wrongs);
    }

    private static Map<String, List<String>> crimes(int victim) {
        Map<String, List<String>> crimes = new LinkedHashMap<>();
        crimes.put("flip", List.of("update event_log set payload = metadata where position = " + victim));
        crimes.put("delete", List.of("delete from event_log where position = " + victim));
        crimes.put(
                "insert",
                List.of(
                        "update event_log set position = -position where position >= " + victim,
                        "update event_log set position = 1 - position where position < 0",
                        "insert into event_log select " + victim
                                + ", cast('00000000-0000-0000-0000-000000000001' as uuid), 'x', 0, name, version, recorded_at,"
                                + " actor, command_id, payload, metadata, leaf from event_log where position = 1"));
        crimes.put(
                "swap",
                List.of(
                        "update event_log set position = -1 where position = " + victim,
                        "update event_log set position = " + victim + " where position = " + (victim + 3),
                        "update event_log set position = " + (victim + 3) + " where position = -1"));
        crimes.put(
                "truncate",
                List.of(
                        "delete from event_log where position >= " + victim,
                        "delete from log_node",
                        "update log_head set next_position = " + victim + ", tree_size = 0, frontier = null"));
        return crimes;
    }

    /** What somebody does to the database with every right on it. */
    private interface Crime {
        void commit(OpenDatabase open) throws SQLException;
    }

    /** Exit status and words of the verifier, on a bundle of the changed log and a checkpoint from before. */
    private static String verdict(TestDatabase kind, List<String> statements) throws Exception {
        return verdict(kind, true, open -> {
            for (String statement : statements) {
                execute(open, statement);
            }
        });
    }

    /** @param compared with a checkpoint from before, or left to fit itself */
    private static String verdict(TestDatabase kind, boolean compared, Crime crime) throws Exception {
        try (OpenDatabase open = kind.open()) {
            Path folder = Files.createTempDirectory("mingzhang-tampering");
            Path older = folder.resolve("older.txt");
            try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                log.append(LogAlone.append(STREAM, -1, EVENTS, "said "));
                String note = OutsideVerdict.keeper(open, log, folder).cut();
                if (compared) {
                    Files.writeString(older, note);
                }
            }
            allowed(open, kind);
            crime.commit(open);
            // what was kept outside would tell by itself
            Path outside = compared ? folder : Files.createTempDirectory("mingzhang-tampering");
            try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                return OutsideVerdict.of(open, log, outside, older);
            }
        }
    }

    /** One event becomes another in its place, and everything above it is hashed anew, so that it fits itself. */
    private static String hashedAnew(TestDatabase kind, int victim) throws Exception {
        Crime crime = open -> {
            rewrite(open, victim);
            execute(open, "delete from log_node");
            execute(open, "update log_head set tree_size = 0, frontier = null");
            try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                log.append(LogAlone.append(STREAM, EVENTS - 1, 3, "later "));
            }
        };
        String alone = verdict(kind, false, crime);
        return alone.startsWith("0 ") ? verdict(kind, true, crime) : "it did not even fit itself: " + alone;
    }

    private static void rewrite(OpenDatabase open, int victim) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select event_id, stream, stream_version, name, version, recorded_at, actor, command_id,"
                                + " payload, metadata from event_log where position = ?");
                PreparedStatement update =
                        connection.prepareStatement("update event_log set payload = ?, leaf = ? where position = ?")) {
            select.setLong(1, victim);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                byte[] payload = new String(row.getBytes(9), StandardCharsets.UTF_8)
                        .replace("said ", "sold ")
                        .getBytes(StandardCharsets.UTF_8);
                EventLeaf leaf = new EventLeaf(
                        victim,
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getInt(5),
                        ChronoUnit.MICROS.between(
                                Instant.EPOCH,
                                row.getObject(6, OffsetDateTime.class).toInstant()),
                        row.getString(7),
                        row.getObject(8, UUID.class),
                        TreeHash.usual().ofBytes(payload),
                        TreeHash.usual().ofBytes(row.getBytes(10)));
                update.setBytes(1, payload);
                update.setBytes(2, leaf.hash().toArray());
            }
            update.setLong(3, victim);
            update.executeUpdate();
        }
    }

    /** Everything written anew, with hashes that fit each other, under the same key. */
    private static String rewritten(TestDatabase kind) throws Exception {
        Path folder = Files.createTempDirectory("mingzhang-tampering");
        Path older;
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(LogAlone.append(STREAM, -1, EVENTS, "said "));
            older = Files.writeString(
                    folder.resolve("older.txt"),
                    OutsideVerdict.keeper(open, log, folder).cut());
        }
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(LogAlone.append(STREAM, -1, EVENTS, "never said "));
            return OutsideVerdict.of(open, log, folder, older);
        }
    }

    private static void allowed(OpenDatabase open, TestDatabase kind) throws SQLException {
        for (String table : List.of("event_log", "log_node")) {
            execute(
                    open,
                    kind == TestDatabase.H2
                            ? "drop trigger " + table + "_append_only"
                            : "alter table " + table + " disable trigger all");
        }
    }

    private static void execute(OpenDatabase open, String sql) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
