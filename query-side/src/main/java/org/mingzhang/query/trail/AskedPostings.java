package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.query.trail.TrailTerms.Aspect;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The postings that a question asks for.
 *
 * @param rows the tables of the generation that is read
 */
record AskedPostings(JdbcClient jdbc, TrailRows rows) {
    /** Fewer than these are rare enough to be taken all at once. */
    private static final int FEW = 500;

    /** So many streams are asked for one by one. */
    private static final int FEW_STREAMS = 32;

    /** Pairs of a word beyond these would rarely leave anything out. */
    private static final int PAIRS = 4;

    /** By how far back one has to go for some of them; never empty. */
    List<Postings> rarestFirst(TrailFilter filter, long from, long before) {
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
                    rows,
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
            return List.of(new Postings.OfOneOf(jdbc, rows, adjustments));
        }
        return pairs(terms, document.part(), from, before).stream()
                .map(pair -> adjustments.isEmpty()
                        ? of(pair)
                        : new Postings.OfOneOf(
                                jdbc,
                                rows,
                                Stream.concat(Stream.of(pair), adjustments.stream())
                                        .toList()))
                .toList();
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
                        0,
                        before - of(pair).newest(from, before, TrailIndex.PIECE).reached())))
                .limit(PAIRS)
                .toList();
    }

    /** Where one term is found. */
    Postings of(long term) {
        return new Postings.OfTerm(jdbc, rows, term);
    }

    private Postings amounts(long least, long greatest) {
        List<Long> few = jdbc.sql(
                        "select position from " + rows.amounts() + " where fen between ? and ? fetch first ? rows only")
                .params(least, greatest, FEW)
                .query(Long.class)
                .list();
        return few.size() < FEW
                ? new Postings.OfFewAmounts(few.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList())
                : new Postings.OfManyAmounts(jdbc, rows, least, greatest);
    }
}
