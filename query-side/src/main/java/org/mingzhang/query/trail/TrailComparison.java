package org.mingzhang.query.trail;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Digests;
import org.mingzhang.query.trail.PairRows.Pair;
import org.mingzhang.query.trail.TrailTerms.Aspect;

/** Two sets of postings side by side, as of one position: first the streams, then the amounts, then the terms. */
final class TrailComparison {
    private final Connection connection;
    private final TrailRows own;
    private final TrailRows live;
    private final long asOf;
    private final int most;

    /** @param most rows made again that are one part */
    TrailComparison(Connection connection, TrailRows own, TrailRows live, long asOf, int most) {
        this.connection = connection;
        this.own = own;
        this.live = live;
        this.asOf = asOf;
        this.most = most;
    }

    /** The part behind the one that is named; empty behind the last. */
    Optional<ComparedPart> after(String part) throws SQLException {
        if (part.isEmpty()) {
            return Optional.of(streams());
        }
        TrailPart reached = TrailPart.parse(part);
        if (reached.of() != TrailPart.TERMS) {
            Pair from = reached.of() == TrailPart.AMOUNTS ? reached.last() : Pair.BEFORE_ALL;
            Optional<ComparedPart> amounts =
                    pairs(TrailPart.AMOUNTS, "amount", own.amounts(), live.amounts(), "position", "fen", from);
            if (amounts.isPresent()) {
                return amounts;
            }
        }
        Pair from = reached.of() == TrailPart.TERMS ? reached.last() : Pair.BEFORE_ALL;
        return pairs(TrailPart.TERMS, "term", own.terms(), live.terms(), "term", "position", from);
    }

    private Optional<ComparedPart> pairs(
            char of, String word, String ownTable, String liveTable, String first, String second, Pair from)
            throws SQLException {
        try (PairRows ours = new PairRows(connection, ownTable, first, second, asOf, from);
                PairRows theirs = new PairRows(connection, liveTable, first, second, asOf, from)) {
            Sides sides = new Sides(word + " (" + first + ", " + second + ")");
            Pair again = ours.next();
            Pair now = theirs.next();
            Pair last = from;
            int taken = 0;
            while (again != null && taken < most) {
                while (now != null && now.compareTo(again) < 0) {
                    sides.onlyLive(now);
                    now = theirs.next();
                }
                if (again.equals(now)) {
                    sides.both(again);
                    now = theirs.next();
                } else {
                    sides.onlyOwn(again);
                }
                last = again;
                taken++;
                again = taken < most ? ours.next() : again;
            }
            if (taken < most) { // there is nothing more that was made again
                while (now != null) {
                    sides.onlyLive(now);
                    last = now;
                    now = theirs.next();
                }
            }
            return sides.rows == 0 ? Optional.empty() : Optional.of(sides.part(new TrailPart(of, last).text()));
        }
    }

    /** They carry no position; one that something was found about by then has a posting that says so. */
    private ComparedPart streams() throws SQLException {
        SortedSet<String> again = streams(own);
        SortedSet<String> now = streams(live);
        Sides sides = new Sides("stream");
        SortedSet<String> either = new TreeSet<>(again);
        either.addAll(now);
        for (String stream : either) {
            if (again.contains(stream) && now.contains(stream)) {
                sides.both(stream);
            } else if (again.contains(stream)) {
                sides.onlyOwn(stream);
            } else if (foundBy(stream)) {
                sides.onlyLive(stream);
            }
        }
        return sides.part(new TrailPart(TrailPart.STREAMS, Pair.BEFORE_ALL).text());
    }

    private boolean foundBy(String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + live.terms()
                + " where term = ? and position <= ? order by term, position fetch first 1 rows only")) {
            select.setLong(1, new TrailTerms().of(Aspect.BUDGET, stream));
            select.setLong(2, asOf);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private SortedSet<String> streams(TrailRows rows) throws SQLException {
        List<String> streams = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select stream from " + rows.streams());
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                streams.add(found.getString(1));
            }
        }
        return new TreeSet<>(streams);
    }

    /** What was found out about one part. */
    private static final class Sides {
        private final String what;
        private final MessageDigest again = Digests.sha256();
        private final MessageDigest now = Digests.sha256();
        private long rows;
        private long different;
        private @Nullable String first;

        Sides(String what) {
            this.what = what;
            Digests.add(again, what);
            Digests.add(now, what);
        }

        void both(Pair pair) {
            rows++;
            add(again, pair);
            add(now, pair);
        }

        void onlyOwn(Pair pair) {
            add(again, pair);
            differs(pair.first() + ", " + pair.second(), "live nothing; made again there");
        }

        void onlyLive(Pair pair) {
            add(now, pair);
            differs(pair.first() + ", " + pair.second(), "live there; made again nothing");
        }

        void both(String stream) {
            rows++;
            Digests.add(again, stream);
            Digests.add(now, stream);
        }

        void onlyOwn(String stream) {
            Digests.add(again, stream);
            differs(stream, "live nothing; made again there");
        }

        void onlyLive(String stream) {
            Digests.add(now, stream);
            differs(stream, "live there; made again nothing");
        }

        private void differs(String row, String how) {
            rows++;
            different++;
            if (first == null) {
                first = what + " " + row + ": " + how;
            }
        }

        private static void add(MessageDigest digest, Pair pair) {
            digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(pair.first())
                    .putLong(pair.second())
                    .flip());
        }

        ComparedPart part(String part) {
            BigInteger ownDigest = Digests.number(again);
            return new ComparedPart(part, rows, different, Optional.ofNullable(first), ownDigest, Digests.number(now));
        }
    }
}
