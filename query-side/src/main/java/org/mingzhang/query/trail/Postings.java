package org.mingzhang.query.trail;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Where one of the things that are asked for is found.
 *
 * <p>Every statement reads a piece of an index in its order or a number of its keys, so that none of them depends on what
 * a planner makes of a combination of conditions.
 */
sealed interface Postings {
    /** The newest positions from {@code from} on and before {@code before}, after at most so many were looked at. */
    Piece newest(long from, long before, int most);

    /** Those of the given positions where it is found. */
    Set<Long> among(Collection<Long> positions);

    /**
     * A part of them.
     *
     * @param positions newest first
     * @param reached down to which position there are no others
     */
    record Piece(List<Long> positions, long reached) {
        /** What was found by a question for so many, that ends at {@code from} if there are fewer. */
        static Piece of(List<Long> positions, long from, int most) {
            return new Piece(positions, positions.size() < most ? from : positions.getLast());
        }
    }

    /** Every position there is. */
    record Everywhere() implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            long last = Math.max(from, before - most);
            return new Piece(
                    LongStream.iterate(before - 1, at -> at >= last, at -> at - 1)
                            .boxed()
                            .toList(),
                    last);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            return new HashSet<>(positions);
        }
    }

    /** One term. */
    record OfTerm(JdbcClient jdbc, TrailRows rows, long term) implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            List<Long> found = jdbc.sql("select position from " + rows.terms()
                            + " where term = ? and position >= ? and position < ?"
                            + " order by term desc, position desc fetch first ? rows only")
                    .params(term, from, before, most)
                    .query(Long.class)
                    .list();
            return Piece.of(found, from, most);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            return found(jdbc, rows.terms() + " t on t.term = ?", List.of(term), positions);
        }
    }

    /** Any of several terms, of which an entry has only one; for what somebody may see. */
    record OfAnyTerm(JdbcClient jdbc, TrailRows rows, List<Long> terms) implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            List<Long> found = terms.stream()
                    .flatMap(term -> new OfTerm(jdbc, rows, term).newest(from, before, most).positions().stream())
                    .sorted(Collections.reverseOrder())
                    .limit(most)
                    .toList();
            return Piece.of(found, from, most);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            return new HashSet<>(positions); // the events themselves say what they are about
        }
    }

    /** Any of a few terms, of which an entry may have several. */
    record OfOneOf(JdbcClient jdbc, TrailRows rows, List<Long> terms) implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            List<Long> found = terms.stream()
                    .flatMap(term -> new OfTerm(jdbc, rows, term).newest(from, before, most).positions().stream())
                    .sorted(Collections.reverseOrder())
                    .distinct()
                    .limit(most)
                    .toList();
            return Piece.of(found, from, most);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            Set<Long> found = new HashSet<>();
            terms.forEach(term -> found.addAll(new OfTerm(jdbc, rows, term).among(positions)));
            return found;
        }
    }

    /** Amounts within bounds, few enough to be taken all at once. */
    record OfFewAmounts(List<Long> newestFirst) implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            List<Long> found = newestFirst.stream()
                    .filter(at -> at >= from && at < before)
                    .limit(most)
                    .toList();
            return Piece.of(found, from, most);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            Set<Long> found = new HashSet<>(newestFirst);
            found.retainAll(new HashSet<>(positions));
            return found;
        }
    }

    /** Amounts within bounds that are everywhere. */
    record OfManyAmounts(JdbcClient jdbc, TrailRows tables, long least, long greatest) implements Postings {
        @Override
        public Piece newest(long from, long before, int most) {
            // In the order of positions, because what is wanted is common.
            List<long[]> rows = jdbc.sql("select position, fen from " + tables.amounts()
                            + " where position >= ? and position < ?"
                            + " order by position desc, fen desc fetch first ? rows only")
                    .params(from, before, most)
                    .query((row, at) -> new long[] {row.getLong(1), row.getLong(2)})
                    .list();
            // Of the last position there may be amounts that were not read.
            long reached = rows.size() < most ? from : Math.min(before - 1, rows.getLast()[0] + 1);
            List<Long> found = rows.stream()
                    .filter(row -> row[0] >= reached && row[1] >= least && row[1] <= greatest)
                    .map(row -> row[0])
                    .distinct()
                    .toList();
            return new Piece(found, reached);
        }

        @Override
        public Set<Long> among(Collection<Long> positions) {
            return found(jdbc, tables.amounts() + " t on t.fen between ? and ?", List.of(least, greatest), positions);
        }
    }

    /**
     * By a join with what is asked for: a list of that length would make one database read all of a term. Between the first
     * and the last of them, so that no more is read either when a planner thinks that quicker.
     */
    private static Set<Long> found(JdbcClient jdbc, String rows, List<Long> conditions, Collection<Long> positions) {
        if (positions.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select v.position from unnest(?) v(position) join " + rows
                        + " and t.position between ? and ? and t.position = v.position")
                .param(new SqlArrayValue("bigint", positions.toArray()))
                .params(conditions)
                .params(Collections.min(positions), Collections.max(positions))
                .query(Long.class)
                .list());
    }
}
