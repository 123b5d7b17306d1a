package org.mingzhang.query.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the lines of budgets stood at before events, for many events at once: one sum of all that was posted before the
 * newest, and from there back along the postings. Whoever goes on with older events goes on from there.
 */
public final class LinesBefore {
    /** More movements between two pieces than this are summed up by the database. */
    private static final int WALKED = 5_000;

    private static final int NAMED = 200;
    private static final int REMEMBERED = 200_000;

    private final JdbcClient jdbc;
    private final boolean whole;
    private final int walked;
    /** The one that was asked last comes last. */
    private final Map<String, Walk> walks = new LinkedHashMap<>(16, 0.75f, true);

    /** @param whole whether all lines of a budget are remembered, because more is going to be asked about it */
    public LinesBefore(JdbcClient jdbc, boolean whole) {
        this(jdbc, whole, WALKED);
    }

    LinesBefore(JdbcClient jdbc, boolean whole, int walked) {
        this.jdbc = jdbc;
        this.whole = whole;
        this.walked = walked;
    }

    /**
     * The figures before the events at some positions; newer ones are asked before older ones.
     *
     * @param asked by position, none of them beyond what the facts cover
     */
    public Map<Long, Map<Measure, Amount>> of(String budget, NavigableMap<Long, Set<Measure>> asked) {
        Optional<Walk> going =
                Optional.ofNullable(walks.get(budget)).filter(walk -> whole && walk.before > asked.lastKey());
        Walk walk = going.orElseGet(() -> new Walk(budget, named(asked), asked.lastKey()));
        if (whole) {
            walks.put(budget, walk);
            forget();
        }
        return walk.back(asked);
    }

    private Set<String> named(NavigableMap<Long, Set<Measure>> asked) {
        Set<String> lines =
                asked.values().stream().flatMap(Set::stream).map(Measure::line).collect(Collectors.toSet());
        return whole || lines.size() > NAMED ? Set.of() : lines;
    }

    private void forget() {
        int all = walks.values().stream().mapToInt(walk -> walk.sums.size()).sum();
        Iterator<Walk> oldest = walks.values().iterator();
        while (all > REMEMBERED && walks.size() > 1) {
            all -= oldest.next().sums.size();
            oldest.remove();
        }
    }

    private record Move(long position, Measure measure, long fen) {}

    /** The figures of one budget as they were before a position that only goes back. */
    private final class Walk {
        private final String budget;
        /** Empty for every line. */
        private final Set<String> lines;

        private final Map<Measure, Long> sums = new HashMap<>();
        private long before;

        Walk(String budget, Set<String> lines, long before) {
            this.budget = budget;
            this.lines = lines;
            this.before = before;
            summed(0, before, 1);
        }

        Map<Long, Map<Measure, Amount>> back(NavigableMap<Long, Set<Measure>> asked) {
            Deque<Move> moves = moves(asked.firstKey());
            boolean tooMany = moves.size() > walked;
            Map<Long, Map<Measure, Amount>> found = new HashMap<>();
            asked.descendingMap().forEach((position, measures) -> {
                if (tooMany) {
                    summed(position, before, -1);
                }
                while (!tooMany && !moves.isEmpty() && moves.getFirst().position >= position) {
                    Move move = moves.remove();
                    sums.merge(move.measure, -move.fen, Math::addExact);
                }
                before = position;
                found.put(
                        position,
                        measures.stream()
                                .collect(Collectors.toMap(one -> one, one -> new Amount(sums.getOrDefault(one, 0L)))));
            });
            return found;
        }

        private void summed(long from, long to, int sign) {
            ask("select side, line_key, stage, sum(delta_fen)", from, to, " group by side, line_key, stage")
                    .query(row -> {
                        Measure measure =
                                Measure.line(row.getString(1), row.getString(2), Stage.valueOf(row.getString(3)));
                        sums.merge(measure, sign * row.getLong(4), Math::addExact);
                    });
        }

        private Deque<Move> moves(long from) {
            Deque<Move> moves = new ArrayDeque<>();
            String newestFirst = " order by position desc, ordinal desc fetch first " + (walked + 1) + " rows only";
            ask("select position, side, line_key, stage, delta_fen", from, before, newestFirst)
                    .query(row -> {
                        Measure measure =
                                Measure.line(row.getString(2), row.getString(3), Stage.valueOf(row.getString(4)));
                        moves.add(new Move(row.getLong(1), measure, row.getLong(5)));
                    });
            return moves;
        }

        private JdbcClient.StatementSpec ask(String what, long from, long to, String end) {
            JdbcClient.StatementSpec question = jdbc.sql(what + " from fact_posting"
                            + " where generation = (select generation from projection where name = 'facts')"
                            + " and budget = :budget and position >= :from and position < :to"
                            + (lines.isEmpty() ? "" : " and line_key in (:lines)") + end)
                    .param("budget", budget)
                    .param("from", from)
                    .param("to", to);
            return lines.isEmpty() ? question : question.param("lines", lines);
        }
    }
}
