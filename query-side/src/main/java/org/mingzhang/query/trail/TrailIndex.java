package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.trail.TrailTerms.Aspect;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds entries of the trail, the newest first, piece by piece. */
public final class TrailIndex {
    /** So many positions are looked at for one page, and then the reader decides whether to go on. */
    public static final int LOOKED_AT = 40_000;

    static final int PIECE = 250;
    /** Events that are read at once. */
    private static final int TOGETHER = 128;

    private static final int LARGEST_PIECE = 2_000;

    /** A title that more of them share names none in particular. */
    private static final int MOST_NAMED = 40;

    /** Entries that are asked which adjustment they name by a number or title. */
    private static final int NAMING = 512;

    private final JdbcClient jdbc;
    private final EventLog log;

    public TrailIndex(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * What one look has found.
     *
     * @param events that fit, newest first
     * @param next before which position to look on; empty when there is nothing more
     */
    public record Found(List<RecordedEvent> events, OptionalLong next) {}

    /** Every stream that something is found about. */
    Set<String> streams() {
        return new TreeSet<>(
                jdbc.sql("select stream from " + TrailRows.live(jdbc).streams())
                        .query(String.class)
                        .list());
    }

    /**
     * The newest entries that fit and stand before a position.
     *
     * @param before a position behind the last that may be shown
     * @param lookedAt positions that may be looked at
     */
    public Found find(TrailFilter filter, long before, int limit, int lookedAt) {
        long from = filter.after() + 1;
        long upper = Math.min(before, filter.until() == Long.MAX_VALUE ? before : filter.until() + 1);
        List<RecordedEvent> found = new ArrayList<>();
        if (upper <= from) {
            return new Found(found, OptionalLong.empty());
        }
        List<Postings> rarest = asked().rarestFirst(filter, from, upper);
        int looked = 0;
        int most = Math.min(PIECE, limit * 2);
        while (upper > from && looked < lookedAt) {
            Postings.Piece piece = rarest.getFirst().newest(from, upper, most);
            if (take(filter, candidates(rarest, piece.positions()), limit, found)) {
                return new Found(found, OptionalLong.of(found.getLast().position()));
            }
            upper = piece.reached();
            looked += most;
            most = Math.min(LARGEST_PIECE, most * 2);
        }
        return new Found(found, upper > from ? OptionalLong.of(upper) : OptionalLong.empty());
    }

    /** Adds what fits; whether there would be more than is wanted. */
    private boolean take(TrailFilter filter, List<Long> candidates, int limit, List<RecordedEvent> found) {
        for (int at = 0; at < candidates.size(); at += TOGETHER) {
            List<Long> together = candidates.subList(at, Math.min(candidates.size(), at + TOGETHER));
            for (RecordedEvent event : log.readAt(together).reversed()) {
                if (!filter.fits(TrailKeys.of(event.envelope()))) {
                    continue;
                }
                if (found.size() == limit) {
                    return true;
                }
                found.add(event);
            }
        }
        return false;
    }

    private static List<Long> candidates(List<Postings> rarest, List<Long> positions) {
        List<Long> left = positions;
        for (Postings other : rarest.subList(1, rarest.size())) {
            if (!left.isEmpty()) {
                Set<Long> among = other.among(left);
                left = left.stream().filter(among::contains).toList();
            }
        }
        return left;
    }

    /**
     * The adjustments that steps name by exactly this number or title, so that what only says which adjustment it is about
     * is found with them: of the newest {@link #NAMING} entries, because a title may be that of a whole year's.
     */
    Set<String> named(String plain) {
        List<Long> positions = asked().of(new TrailTerms().of(Aspect.DOCUMENT, plain))
                .newest(1, Long.MAX_VALUE, NAMING)
                .positions();
        Set<String> ids = new TreeSet<>();
        for (int at = 0; at < positions.size(); at += TOGETHER) {
            log.readAt(positions.subList(at, Math.min(positions.size(), at + TOGETHER))).stream()
                    .map(RecordedEvent::envelope)
                    .filter(envelope -> TrailKeys.of(envelope).documents().contains(plain))
                    .forEach(envelope -> {
                        if (envelope.message() instanceof AdjustmentEvent step && ids.size() < MOST_NAMED) {
                            ids.add(NamedDocument.id(step.stream(), step.number()));
                        }
                    });
        }
        return ids;
    }

    /** Whether what is read was made by this release; before that, a document does not find all that belongs to it. */
    boolean isOfThisRelease() {
        return jdbc.sql("select fold from trail_generation where generation = ?")
                .param(TrailRows.live(jdbc).generation())
                .query(Integer.class)
                .optional()
                .filter(fold -> fold >= TrailFeed.VERSION)
                .isPresent();
    }

    /** Of the generation that is read now; another page may be asked of another. */
    private AskedPostings asked() {
        return new AskedPostings(jdbc, TrailRows.live(jdbc));
    }
}
