package org.mingzhang.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetHeader;

/** The entries of all budgets, in memory; one thread writes, everybody asks. */
final class SearchIndex implements AutoCloseable {
    /** So many finds are counted; whoever has more asks more closely. */
    static final int COUNTED = 10_000;

    static final String THEIRS = "theirs";
    static final String EVERYBODY = "everybody";
    /** As {@link #THEIRS}, as of a moment. */
    static final String THEN = "then";

    static final String OF_NO_UNIT = "-";

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField("rank", SortField.Type.INT), SortField.FIELD_DOC);

    private final Analyzer analyzer = new StandardAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    SearchIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts these entries of a budget in the place of all it had; seen after {@link #show}. */
    void replace(BudgetHeader header, List<Entry> theirs, List<Entry> everybodys) throws IOException {
        List<Document> documents = new ArrayList<>();
        theirs.forEach(entry -> documents.add(document(header, entry, THEIRS)));
        everybodys.forEach(entry -> documents.add(document(header, entry, EVERYBODY)));
        writer.updateDocuments(new Term("budget", header.id().toString()), documents);
    }

    /** Adds what those whose budget it is could find of it at a moment; seen after {@link #show}. */
    void addThen(BudgetHeader header, List<Entry> entries) throws IOException {
        List<Document> documents = new ArrayList<>();
        entries.forEach(entry -> documents.add(document(header, entry, THEN)));
        writer.addDocuments(documents);
    }

    /** Lets everybody find what was put. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** @param page from 1 */
    Found find(Question question, int page, int onOnePage) {
        return reading(searcher -> found(searcher, question, page, onOnePage));
    }

    /** The same in this one and in one of a moment, as if they were one. */
    Found find(Question question, SearchIndex then, int page, int onOnePage) {
        return reading(here -> then.reading(there -> {
            IndexReader both =
                    new MultiReader(new IndexReader[] {here.getIndexReader(), there.getIndexReader()}, false);
            return found(new IndexSearcher(both), question, page, onOnePage);
        }));
    }

    private Found found(IndexSearcher searcher, Question question, int page, int onOnePage) throws IOException {
        int wanted = Math.min(COUNTED, page * onOnePage);
        TopFieldDocs top = searcher.search(
                new Asking(analyzer).query(question), new TopFieldCollectorManager(BEST_FIRST, wanted, COUNTED));
        return found(searcher.storedFields(), top, (page - 1) * onOnePage);
    }

    @FunctionalInterface
    private interface Read {
        Found by(IndexSearcher searcher) throws IOException;
    }

    private Found reading(Read read) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return read.by(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found found(StoredFields stored, TopFieldDocs top, int from) throws IOException {
        List<Found.Hit> hits = new ArrayList<>();
        ScoreDoc[] all = top.scoreDocs;
        for (int at = from; at < all.length; at++) {
            Document document = stored.document(all[at].doc);
            hits.add(new Found.Hit(
                    EntryKind.valueOf(document.get("kind")),
                    document.get("title"),
                    document.get("detail"),
                    document.get("budget"),
                    document.get("whose"),
                    document.get("amount"),
                    document.get("link"),
                    document.getField("release").numericValue().longValue()));
        }
        int total = (int) Math.min(COUNTED, top.totalHits.value());
        return new Found(hits, total, top.totalHits.value() > COUNTED, true);
    }

    private static Document document(BudgetHeader header, Entry entry, String audience) {
        Document document = new Document();
        document.add(new StringField("budget", header.id().toString(), Field.Store.YES));
        document.add(new StringField("audience", audience, Field.Store.NO));
        entry.units().forEach(unit -> document.add(new StringField("unit", unit.value(), Field.Store.NO)));
        if (entry.units().isEmpty()) {
            document.add(new StringField("unit", OF_NO_UNIT, Field.Store.NO));
        }
        document.add(new StringField("kind", entry.kind().name(), Field.Store.YES));
        document.add(new StringField("key", entry.key().toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new TextField("title", entry.title(), Field.Store.YES));
        document.add(new TextField(
                "text",
                String.join(
                        " ",
                        entry.key(),
                        entry.title(),
                        entry.detail(),
                        entry.more(),
                        header.shortName(),
                        header.id().year().toString()),
                Field.Store.NO));
        document.add(new NumericDocValuesField("rank", entry.kind().rank()));
        document.add(new StoredField("detail", entry.detail()));
        document.add(new StoredField("whose", header.shortName()));
        document.add(new StoredField(
                "amount", entry.amount().map(AmountUnit.YUAN::print).orElse("")));
        document.add(new StoredField("link", entry.link()));
        document.add(new LongPoint("from", entry.span().from()));
        document.add(new LongPoint("from-day", entry.span().fromDay()));
        document.add(new LongPoint("until", entry.span().until()));
        document.add(new LongPoint("until-day", entry.span().untilDay()));
        document.add(new LongPoint("release", entry.span().release()));
        document.add(new LongPoint("next", entry.span().next()));
        document.add(new StoredField("release", entry.span().release()));
        entry.amounts().stream()
                .filter(amount -> !amount.isZero())
                .map(SearchIndex::size)
                .distinct()
                .forEach(fen -> document.add(new LongPoint("fen", fen)));
        return document;
    }

    static long size(Amount amount) {
        return Math.abs(amount.fen());
    }
}
