package org.mingzhang.application.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.trail.TrailFilter;
import org.mingzhang.query.trail.TrailIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page of a filtered trail over many events, with the bare SQL of the same rows beside it.
 *
 * <p>{@code MINGZHANG_BENCH_EVENTS=10000000} makes it ten million: half an hour and 40 GB on PostgreSQL, which is first,
 * and hours on H2, nearly all of it for the rows.
 */
final class TrailBenchmark implements Benchmark {
    private static final int EVENTS = 200_000;
    private static final int PAGE = 50;

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        int events = Integer.parseInt(System.getenv().getOrDefault("MINGZHANG_BENCH_EVENTS", Integer.toString(EVENTS)));
        for (TestDatabase kind : List.of(TestDatabase.POSTGRESQL, TestDatabase.H2)) {
            try (OpenDatabase open = kind.open();
                    JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                new ManyEntries().fill(open.dataSource(), events);
                analyzed(open.dataSource(), kind);
                measure(kind, open.dataSource(), log, events, told);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void measure(
            TestDatabase kind, DataSource dataSource, JdbcEventLog log, int events, Consumer<BenchFigure> told) {
        TrailIndex index = new TrailIndex(JdbcClient.create(dataSource), log);
        TrailFilter all = TrailFilter.EVERYTHING;
        TrailFilter common = all.ofKind("execution-recorded").by("person.7");
        told.accept(Rounds.measure(
                String.format("first page of %,d entries by kind and person, %s", events, kind),
                "200 ms",
                10,
                31,
                () -> page(index, common, events),
                () -> touched(dataSource, List.of(term("KIND", "execution-recorded"), term("PERSON", "person.7")))));
        TrailFilter words = all.saying(List.of(ManyEntries.RARELY_SAID));
        told.accept(Rounds.measure(
                String.format("first page of %,d entries by rare words, %s", events, kind),
                "200 ms",
                10,
                31,
                () -> page(index, words, events),
                () -> touched(
                        dataSource,
                        List.of(
                                term("TEXT", "车辆"),
                                term("TEXT", "辆报"),
                                term("TEXT", "报废"),
                                term("TEXT", "废更"),
                                term("TEXT", "更新")))));
        TrailFilter amounts = all.ofKind("execution").between(50_000_000, 50_500_000);
        told.accept(Rounds.measure(
                String.format("first page of %,d entries by kind and amount, %s", events, kind),
                "200 ms",
                10,
                31,
                () -> page(index, amounts, events)));
        TrailFilter never = all.ofKind("person-signed-in").saying(List.of("国库"));
        told.accept(Rounds.measure(
                String.format("common conditions that never meet, %,d entries, %s", events, kind),
                "200 ms",
                5,
                15,
                () -> index.find(never, events + 1L, PAGE, TrailIndex.LOOKED_AT)));
    }

    private static Object page(TrailIndex index, TrailFilter filter, int events) {
        TrailIndex.Found found = index.find(filter, events + 1L, PAGE, TrailIndex.LOOKED_AT);
        if (found.events().isEmpty()) {
            throw new IllegalStateException("nothing was found: " + filter);
        }
        return found;
    }

    /** The newest rows that have all of the terms, with what is stored of their events. */
    private static Integer touched(DataSource dataSource, List<Long> terms) {
        StringBuilder sql = new StringBuilder("select e.name, e.payload, e.metadata from trail_term t0");
        for (int at = 1; at < terms.size(); at++) {
            sql.append(" join trail_term t%1$d on t%1$d.position = t0.position and t%1$d.term = ?".formatted(at));
        }
        sql.append(" join event_log e on e.position = t0.position where t0.term = ?")
                .append(" order by t0.position desc fetch first 50 rows only");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int at = 1; at < terms.size(); at++) {
                select.setLong(at, terms.get(at));
            }
            select.setLong(terms.size(), terms.getFirst());
            int seen = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen += row.getString(1).length() + row.getBytes(2).length + row.getBytes(3).length;
                }
            }
            if (seen == 0) {
                throw new IllegalStateException("the floor found nothing to read");
            }
            return seen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long term(String aspect, String value) {
        try {
            byte[] said = (aspect + ":" + value).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(said))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void analyzed(DataSource dataSource, TestDatabase kind) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(kind == TestDatabase.POSTGRESQL ? "vacuum analyze" : "analyze");
        }
    }
}
