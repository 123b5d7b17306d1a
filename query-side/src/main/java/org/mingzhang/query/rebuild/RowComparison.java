package org.mingzhang.query.rebuild;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.query.facts.SumsCheck;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Digests;

/** Reads two generations side by side, on a connection without automatic commit so that rows come piece by piece. */
final class RowComparison {
    /** Each part in the order of its index, because a minimum over whole generations reads all of them. */
    private static final String NEXT = """
            select min(budget) from (
                (select budget from fact_posting where generation = ? and budget > ?
                    order by generation, budget fetch first 1 rows only)
                union all (select budget from fact_posting where generation = ? and budget > ?
                    order by generation, budget fetch first 1 rows only)
                union all (select budget from fact_row where generation = ? and budget > ?
                    order by generation, budget fetch first 1 rows only)
                union all (select budget from fact_row where generation = ? and budget > ?
                    order by generation, budget fetch first 1 rows only)) as candidates""";

    private final Connection connection;
    private final int own;
    private final int live;
    private final long asOf;
    private long rows;
    private long different;
    private Optional<String> first = Optional.empty();

    RowComparison(Connection connection, int own, int live, long asOf) {
        this.connection = connection;
        this.own = own;
        this.live = live;
        this.asOf = asOf;
    }

    /** The budget after a given one that has rows in either generation. */
    Optional<String> next(String budget) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            int parameter = 1;
            for (int generation : new int[] {own, live, own, live}) {
                select.setInt(parameter++, generation);
                select.setString(parameter++, budget);
            }
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
            }
        }
    }

    ComparedPart compare(String budget) throws SQLException {
        rows = 0;
        different = 0;
        first = Optional.empty();
        MessageDigest ownDigest = Digests.sha256();
        MessageDigest liveDigest = Digests.sha256();
        Digests.add(ownDigest, budget);
        Digests.add(liveDigest, budget);
        try (RowGroups ours = RowGroups.postings(connection, own, budget, asOf);
                RowGroups theirs = RowGroups.postings(connection, live, budget, asOf)) {
            side(budget + " posting", ours, theirs, ownDigest, liveDigest);
        }
        try (RowGroups ours = RowGroups.rows(connection, own, budget, asOf);
                RowGroups theirs = RowGroups.rows(connection, live, budget, asOf)) {
            side(budget, ours, theirs, ownDigest, liveDigest);
        }
        sums(budget, "made again", own);
        sums(budget, "live", live);
        BigInteger ownNumber = Digests.number(ownDigest);
        return new ComparedPart(budget, rows, different, first, ownNumber, Digests.number(liveDigest));
    }

    /** They are no rows of their own, but have to be what the postings beside them add up to. */
    private void sums(String budget, String which, int generation) throws SQLException {
        for (long position : new SumsCheck(connection, generation).wrong(budget, asOf)) {
            different++;
            first = first.or(() -> Optional.of(
                    budget + " sums of position " + position + ": " + which + " not what its postings add up to"));
        }
    }

    private void side(String what, RowGroups ours, RowGroups theirs, MessageDigest ownDigest, MessageDigest liveDigest)
            throws SQLException {
        while (true) {
            long position = Math.min(ours.position(), theirs.position());
            if (position == RowGroups.END) {
                return;
            }
            SortedMap<String, String> own = ours.at(position);
            SortedMap<String, String> live = theirs.at(position);
            add(ownDigest, position, own);
            add(liveDigest, position, live);
            judge(what, position, own, live);
        }
    }

    private void judge(String what, long position, SortedMap<String, String> own, SortedMap<String, String> live) {
        SortedSet<String> keys = new TreeSet<>(own.keySet());
        keys.addAll(live.keySet());
        rows += keys.size();
        if (own.equals(live)) {
            return;
        }
        for (String key : keys) {
            Optional<String> again = Optional.ofNullable(own.get(key));
            Optional<String> now = Optional.ofNullable(live.get(key));
            if (!again.equals(now)) {
                different++;
                first = first.or(() -> Optional.of(difference(what, position, key, now, again)));
            }
        }
    }

    private static String difference(
            String what, long position, String key, Optional<String> live, Optional<String> again) {
        return what + " " + key + " of position " + position + ": live " + shown(live) + "; made again " + shown(again);
    }

    private static String shown(Optional<String> content) {
        return content.map(text -> "(" + Moments.cut(text.replace('\u001f', ' ').strip(), 700) + ")")
                .orElse("nothing");
    }

    private static void add(MessageDigest digest, long position, SortedMap<String, String> rows) {
        rows.forEach((key, content) -> {
            Digests.add(digest, Long.toString(position));
            Digests.add(digest, key);
            Digests.add(digest, content);
        });
    }
}
