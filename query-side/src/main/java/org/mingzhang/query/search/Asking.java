package org.mingzhang.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;

/** A question in the terms of the index: every word has to fit, as a text, as the beginning of a code, or as an amount. */
final class Asking {
    private static final int EXACT = 8;
    private static final int IN_TITLE = 3;

    private final Analyzer analyzer;

    Asking(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    Query query(Question question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(mayBeSeen(question), Occur.FILTER);
        question.kind().ifPresent(kind -> query.add(new TermQuery(new Term("kind", kind.name())), Occur.FILTER));
        for (String word : question.words()) {
            query.add(word(word), Occur.MUST);
        }
        return query.build();
    }

    /**
     * Of their own budgets what is theirs, of all others what is everybody's; whoever belongs to one unit is told of the
     * others what everybody is.
     */
    private static Query mayBeSeen(Question question) {
        Collection<BudgetId> own = question.own();
        Optional<UnitCode> unit = question.unit();
        Query theirs = in(own);
        List<BudgetId> asTheyStand = own.stream()
                .filter(budget -> !question.readThen().contains(budget))
                .toList();
        BooleanQuery.Builder ofOwn = new BooleanQuery.Builder()
                .add(
                        new BooleanQuery.Builder()
                                .add(of(SearchIndex.THEIRS, asTheyStand), Occur.SHOULD)
                                .add(of(SearchIndex.THEN, question.readThen()), Occur.SHOULD)
                                .build(),
                        Occur.FILTER);
        spanning(question.then(), ofOwn);
        BooleanQuery.Builder ofOthers = new BooleanQuery.Builder()
                .add(new TermQuery(new Term("audience", SearchIndex.EVERYBODY)), Occur.FILTER);
        spanning(question.forEverybody(), ofOthers);
        if (unit.isPresent()) {
            Query ofUnit = new TermInSetQuery(
                    "unit", List.of(new BytesRef(unit.get().value()), new BytesRef(SearchIndex.OF_NO_UNIT)));
            ofOwn.add(ofUnit, Occur.FILTER);
            ofOthers.add(
                    new BooleanQuery.Builder()
                            .add(theirs, Occur.FILTER)
                            .add(ofUnit, Occur.FILTER)
                            .build(),
                    Occur.MUST_NOT);
        } else {
            ofOthers.add(theirs, Occur.MUST_NOT);
        }
        return new BooleanQuery.Builder()
                .add(ofOwn.build(), Occur.SHOULD)
                .add(ofOthers.build(), Occur.SHOULD)
                .build();
    }

    private static Query of(String audience, Collection<BudgetId> budgets) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term("audience", audience)), Occur.FILTER)
                .add(in(budgets), Occur.FILTER)
                .build();
    }

    private static Query in(Collection<BudgetId> budgets) {
        return new TermInSetQuery(
                "budget",
                budgets.stream().map(id -> new BytesRef(id.toString())).toList());
    }

    /** There by then, and nothing else in its place yet; or of the release that the position names. */
    private static void spanning(Moment then, BooleanQuery.Builder query) {
        long position = then.position();
        Query until = LongPoint.newRangeQuery("until", position + 1, Long.MAX_VALUE);
        if (then.equals(Question.NOW)) {
            query.add(until, Occur.FILTER);
            return;
        }
        Query from = LongPoint.newRangeQuery("from", Long.MIN_VALUE, position);
        if (then.day().isPresent()) {
            long day = then.day().get().toEpochDay();
            query.add(from, Occur.FILTER);
            query.add(LongPoint.newRangeQuery("from-day", Long.MIN_VALUE, day), Occur.FILTER);
            query.add(LongPoint.newRangeQuery("until-day", day + 1, Long.MAX_VALUE), Occur.FILTER);
            return;
        }
        BooleanQuery.Builder there =
                new BooleanQuery.Builder().add(from, Occur.FILTER).add(until, Occur.FILTER);
        query.add(
                new BooleanQuery.Builder()
                        .add(there.build(), Occur.SHOULD)
                        .add(LongPoint.newExactQuery("release", position), Occur.SHOULD)
                        .build(),
                Occur.FILTER);
        query.add(LongPoint.newExactQuery("next", position), Occur.MUST_NOT);
    }

    private Query word(String word) throws IOException {
        String folded = word.toLowerCase(Locale.ROOT);
        List<String> terms = terms(folded);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(weighed(new TermQuery(new Term("key", folded)), EXACT), Occur.SHOULD);
        any.add(weighed(new PrefixQuery(new Term("key", folded)), 1), Occur.SHOULD);
        if (!terms.isEmpty()) {
            any.add(weighed(text("title", terms), IN_TITLE), Occur.SHOULD);
            any.add(weighed(text("text", terms), 1), Occur.SHOULD);
        }
        Question.amount(word)
                .filter(amount -> !amount.isZero())
                .ifPresent(amount ->
                        any.add(weighed(LongPoint.newExactQuery("fen", SearchIndex.size(amount)), 1), Occur.SHOULD));
        return any.build();
    }

    private static Query weighed(Query query, int weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    /** One term by its beginning, since a code is typed from the left; several one after the other. */
    private static Query text(String field, List<String> terms) {
        if (terms.size() == 1) {
            return new PrefixQuery(new Term(field, terms.getFirst()));
        }
        return new PhraseQuery(field, terms.toArray(String[]::new));
    }

    /** Chinese comes out as single characters, which a phrase keeps together. */
    private List<String> terms(String word) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }
}
