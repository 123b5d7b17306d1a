package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.trail.TrailTerms.Aspect;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds entries of the trail, the newest first, piece by piece. */
public final class TrailIndex {
    /** So many positions are looked at for one page, and then the reader decides whether to go on. */
    public static final int LOOKED_AT = 40_000;

    /** Fewer than these are rare enough to be taken all at once. */
    private static final int FEW = 500;

    /** So many streams are asked for one by one. */
    private static final int FEW_STREAMS = 32;

    private static final int PIECE = 250;
    /** Events that are read at once. */
    private static final int TOGETHER = 128;

    private static final int LARGEST_PIECE = 2_000;

    /** Pairs of a word beyond these would rarely leave anything out. */
    private static final int PAIRS = 4;

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
                jdbc.sql("select stream from trail_stream").query(String.class).list());
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
        List<Postings> rarest = rarestFirst(filter, from, upper);
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

    /** By how far back one has to go for some of them; never empty. */
    private List<Postings> rarestFirst(TrailFilter filter, long from, long before) {
        List<Postings> all = postings(filter, from, before);
        if (all.size() < 2) {
            return all.isEmpty() ? List.of(new Postings.Everywhere()) : all;
        }
        record Weighed(Postings postings, double density) {}
        return all.stream()
                .map(one -> {
                    Postings.Piece piece = one.newest(from, before, FEW);
                    return new Weighed(one, (double) piece.positions().size() / Math.max(1, before - piece.reached()));
                })
                .sorted(Comparator.comparingDouble(Weighed::density))
                .map(Weighed::postings)
                .toList();
    }

    private List<Postings> postings(TrailFilter filter, long from, long before) {
        TrailTerms terms = new TrailTerms();
        List<Postings> all = new ArrayList<>();
        filter.kind().ifPresent(kind -> all.add(of(terms.of(Aspect.KIND, kind))));
        filter.person().ifPresent(person -> all.add(of(terms.of(Aspect.PERSON, person))));
        filter.unit().ifPresent(unit -> all.add(of(terms.of(Aspect.UNIT, unit))));
        filter.code().ifPresent(code -> all.add(of(terms.of(Aspect.CODE, code))));
        filter.budget().ifPresent(budget -> all.add(of(terms.of(Aspect.BUDGET, budget))));
        filter.outcome().ifPresent(outcome -> all.add(of(terms.of(Aspect.OUTCOME, outcome.name()))));
        filter.words().forEach(word -> pairs(terms, word, from, before).forEach(pair -> all.add(of(pair))));
        filter.document().ifPresent(document -> all.addAll(of(terms, document, from, before)));
        if (filter.amounts()) {
            all.add(amounts(filter.least(), filter.greatest()));
        }
        if (filter.budget().isEmpty()) {
            filter.within().flatMap(within -> theirs(terms, within)).ifPresent(all::add);
        }
        return all;
    }

    /** Empty where what somebody may see is so much that it is best looked at. */
    private Optional<Postings> theirs(TrailTerms terms, TrailFilter.Within within) {
        if (within.streams().size() <= FEW_STREAMS) {
            return Optional.of(new Postings.OfAnyTerm(
                    jdbc,
                    within.streams().stream()
                            .map(stream -> terms.of(Aspect.BUDGET, stream))
                            .toList()));
        }
        return within.scope().map(scope -> of(terms.of(Aspect.SCOPE, scope)));
    }

    /** Each of the pairs, or any of the adjustments instead. */
    private List<Postings> of(TrailTerms terms, NamedDocument document, long from, long before) {
        List<Long> adjustments = document.adjustments().stream()
                .map(id -> terms.of(Aspect.ADJUSTMENT, id))
                .toList();
        if (document.part().isEmpty()) {
            return List.of(new Postings.OfOneOf(jdbc, adjustments));
        }
        return pairs(terms, document.part(), from, before).stream()
                .map(pair -> adjustments.isEmpty()
                        ? of(pair)
                        : new Postings.OfOneOf(
                                jdbc,
                                Stream.concat(Stream.of(pair), adjustments.stream())
                                        .toList()))
                .toList();
    }

    /**
     * The adjustments that steps name by exactly this number or title, so that what only says which adjustment it is about
     * is found with them: of the newest {@link #NAMING} entries, because a title may be that of a whole year's.
     */
    Set<String> named(String plain) {
        List<Long> positions = of(new TrailTerms().of(Aspect.DOCUMENT, plain))
                .newest(1, Long.MAX_VALUE, NAMING)
                .positions();
        Set<String> ids = new TreeSet<>();
        for (int at = 0; at < positions.size(); at += TOGETHER) {
            log.readAt(positions.subList(at, Math.min(positions.size(), at + TOGETHER))).stream()
                    .map(RecordedEvent::envelope)
                    .filter(envelope -> TrailKeys.of(envelope).documents().contains(plain))
                    .forEach(envelope -> {
                        if (envelope.message() instanceof AdjustmentEvent step) {
                            ids.add(NamedDocument.id(step.stream(), step.number()));
                        }
                    });
        }
        return ids;
    }

    /** The rarest of its pairs. */
    private List<Long> pairs(TrailTerms terms, String word, long from, long before) {
        List<Long> pairs = TrailTexts.pairs(word).stream()
                .map(pair -> terms.of(Aspect.TEXT, pair))
                .toList();
        if (pairs.size() <= PAIRS) {
            return pairs;
        }
        return pairs.stream()
                .limit(PAIRS * 4)
                .sorted(Comparator.comparingLong(pair -> -Math.max(
                        0, before - of(pair).newest(from, before, PIECE).reached())))
                .limit(PAIRS)
                .toList();
    }

    private Postings of(long term) {
        return new Postings.OfTerm(jdbc, term);
    }

    private Postings amounts(long least, long greatest) {
        List<Long> few = jdbc.sql("select position from trail_amount where fen between ? and ? fetch first ? rows only")
                .params(least, greatest, FEW)
                .query(Long.class)
                .list();
        return few.size() < FEW
                ? new Postings.OfFewAmounts(few.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList())
                : new Postings.OfManyAmounts(jdbc, least, greatest);
    }
}
