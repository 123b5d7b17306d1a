package org.mingzhang.application.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.mingzhang.application.rebuild.Rebuilds;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.trail.TrailProjection;
import org.mingzhang.query.trail.TrailWriter;

/** F3: kill -9 in the middle of a rebuild, again and again; in the end its rows are those that were followed. */
final class KilledRebuild implements Fault {
    /** Of a range of events, after which a piece ends. */
    private static final int PIECE = 5_000;

    @Override
    public String name() {
        return "F3";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        int events = size.of(6, 40) * PIECE;
        int kills = size.of(3, 20);
        String url = database.empty();
        int generation = followed(
                database, url, events, (stream, version, at) -> LogAlone.append(stream, version, 1_000, "said " + at));
        writtenTrail(database, url, events);
        Random random = new Random(size.seed());
        int amid = 0;
        for (int kill = 0; kill < kills; kill++) {
            long before = position(database, url, generation);
            runAndKill(database, url, random);
            long after = position(database, url, generation);
            amid += after > 0 && after < 2L * events ? 1 : 0;
            if (after < before) {
                return new Finding("", "", List.of("the position went back from " + before + " to " + after));
            }
        }
        List<String> wrongs = new ArrayList<>();
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Rebuild rebuild = Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC());
            Rebuilds.finish(rebuild);
            if (!rebuild.provedEqual()
                    .map(equal -> equal.generation() == generation)
                    .orElse(false)) {
                wrongs.add("the rebuild does not say that it is equal");
            }
            different(open, generation, wrongs);
            Rebuild trail = new Rebuild(open.dataSource(), log, Clock.systemUTC(), new TrailProjection());
            Rebuilds.finish(trail);
            if (trail.provedEqual().isEmpty()) {
                wrongs.add("the rebuild of the audit trail does not say that it is equal");
            }
            differentTrail(open, wrongs);
        }
        return new Finding(
                amid == 0 ? "" : kills + " kills, " + amid + " of them in the middle of it",
                events + " events, every row of facts and audit trail as it was followed",
                wrongs);
    }

    /** A thousand events more of a stream, of which at is the first. */
    interface Request {
        Append of(String stream, long version, int at);
    }

    /** A log with that many events, followed by a feed, and a rebuild that is asked for; returns its number. */
    static int followed(TestDatabase database, String url, int events, Request request) throws SQLException {
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            for (int at = 0; at < events; at += 1_000) {
                String stream = Installation.BUDGETS.get(at / 1_000 % Installation.BUDGETS.size());
                log.append(request.of(stream, log.streamVersion(stream), at));
            }
            // It is judged whether they follow, not how fast: the ten million of F13 take their time on a shared
            // machine.
            if (!feed.await(events, Duration.ofMinutes(30).plusSeconds(events / 1_000))) {
                throw new IllegalStateException("the facts do not follow: " + feed.stopped());
            }
            return Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC()).start("fault");
        }
    }

    /** The postings of the audit trail, written without an interruption, and a rebuild of them that is asked for. */
    private static void writtenTrail(TestDatabase database, String url, int events) throws SQLException {
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                Connection connection = open.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            TrailWriter writer = new TrailWriter();
            for (long position = 0; position < events; position += PIECE) {
                writer.write(connection, 1, log.read(position, PIECE));
                connection.commit();
            }
            new LiveGeneration("trail", 1, events).write(connection);
            connection.commit();
            new Rebuild(open.dataSource(), log, Clock.systemUTC(), new TrailProjection()).start("fault");
        }
    }

    private static void runAndKill(TestDatabase database, String url, Random random)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RebuildingNode.class.getName(),
                        database.name(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int pieces = random.nextInt(3);
            String word = words.readLine();
            while (word != null && !(word.equals("piece") && pieces-- <= 0)) {
                word = words.readLine();
            }
            // some way into the piece after it
            LockSupport.parkNanos(random.nextLong(1, Duration.ofMillis(60).toNanos()));
            process.toHandle().destroyForcibly();
        }
        process.waitFor();
    }

    private static long position(TestDatabase database, String url, int generation) throws SQLException {
        try (OpenDatabase open = database.open(url)) {
            return number(open, "select position from fact_generation where generation = " + generation)
                    + number(open, "select position from trail_generation where generation = 2");
        }
    }

    /** Asked of the database itself: rows that only one of the two has. */
    private static void different(OpenDatabase open, int generation, List<String> wrongs) throws SQLException {
        String postings = "select position, ordinal, budget, line_key, stage, delta_fen, event_id from fact_posting";
        String rows = "select budget, kind, row_key, from_position, to_position, body from fact_row";
        for (String select : List.of(postings, rows)) {
            for (int[] pair : new int[][] {{1, generation}, {generation, 1}}) {
                long only = number(
                        open,
                        "select count(*) from (" + select + " where generation = " + pair[0] + " except " + select
                                + " where generation = " + pair[1] + ") as only_here");
                if (only > 0) {
                    wrongs.add(only + " rows are only in generation " + pair[0] + ": " + select);
                }
            }
        }
        if (number(open, "select count(*) from fact_row where generation = " + generation) == 0) {
            wrongs.add("nothing was made");
        }
    }

    private static void differentTrail(OpenDatabase open, List<String> wrongs) throws SQLException {
        for (String table : List.of("trail_term", "trail_amount", "trail_stream")) {
            for (String[] pair : new String[][] {{table, table + "_even"}, {table + "_even", table}}) {
                long only = number(
                        open,
                        "select count(*) from (select * from " + pair[0] + " except select * from " + pair[1]
                                + ") as only_here");
                if (only > 0) {
                    wrongs.add(only + " rows are only in " + pair[0]);
                }
            }
        }
        if (number(open, "select count(*) from trail_term_even") == 0) {
            wrongs.add("no postings were made");
        }
    }

    private static long number(OpenDatabase open, String sql) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
