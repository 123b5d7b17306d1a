package org.mingzhang.query.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the facts of a budget as of any position. */
public final class FactReader {
    /** A budget may have tens of thousands of rows of other kinds. */
    private static final String ROWS_OF_KIND = """
        select kind, row_key, body, from_position, to_position from fact_row
        where generation = :generation and budget = :budget and kind = :kind and from_position <= :position
        order by from_position, row_key\
        """;

    private final JdbcClient jdbc;
    private final FactsOfTables tables;
    private final LastBodies last = new LastBodies();
    private final ObjectMapper json = KernelJson.mapper();

    public FactReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = new FactsOfTables(jdbc, this::read);
    }

    /** The facts of a budget; empty when nothing had happened to it by then. */
    public Optional<BudgetFacts> load(BudgetId budget, long position, TableBasis basis) {
        return tables.load(budget, position, basis, generation());
    }

    /**
     * The facts as of a day on the effective clock.
     *
     * @param effective from which day on the words of the events at some positions hold
     */
    Optional<BudgetFacts> load(BudgetId budget, Moment moment, TableBasis basis, EffectiveRows.Days effective) {
        return tables.load(budget, moment, basis, effective, generation());
    }

    /** The rows of one kind that held at a position, in the order in which their keys first appeared. */
    public <T> Map<String, T> rows(BudgetId budget, long position, FactKind kind, Class<T> type) {
        return rows(budget.toString(), position, kind, type);
    }

    /** The same of any stream. */
    public <T> Map<String, T> rows(String stream, long position, FactKind kind, Class<T> type) {
        return rowsOf(kind, stream, position).all(kind, type);
    }

    /** Every row of one kind up to a position, also those that hold no longer, oldest first. */
    public <T> List<T> history(BudgetId budget, long position, FactKind kind, Class<T> type) {
        return history(budget.toString(), position, kind, type);
    }

    /** The same of any stream. */
    public <T> List<T> history(String stream, long position, FactKind kind, Class<T> type) {
        return rowsOf(kind, stream, position).history(kind, type);
    }

    /** Those that began to hold after one position and up to another, oldest first. */
    <T> List<T> began(String stream, long after, long until, FactKind kind, Class<T> type) {
        return jdbc.sql("select body from fact_row where generation = :generation and budget = :budget"
                        + " and kind = :kind and from_position > :after and from_position <= :until"
                        + " order by from_position, row_key")
                .param("generation", generation())
                .param("budget", stream)
                .param("kind", kind.stored())
                .param("after", after)
                .param("until", until)
                .query((result, row) -> read(result.getString(1), type))
                .list();
    }

    /** Every stream that has rows of a kind now, in order. */
    public List<String> streams(FactKind kind) {
        return jdbc.sql("select distinct budget from fact_row where generation = :generation and kind = :kind"
                        + " and to_position = :open order by budget")
                .param("generation", generation())
                .param("kind", kind.stored())
                .param("open", FactWriter.OPEN)
                .query(String.class)
                .list();
    }

    /** The position since which a row holds that held at a position. */
    public long heldSince(BudgetId budget, long position, FactKind kind, String key) {
        return jdbc.sql("select max(from_position) from fact_row where generation = :generation and budget = :budget"
                        + " and kind = :kind and row_key = :key and from_position <= :position")
                .param("generation", generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .param("key", key)
                .param("position", position)
                .query(Long.class)
                .single();
    }

    /**
     * A row with the positions between which it held.
     *
     * @param until the first position at which it did not hold any more
     */
    public record Held<T>(BudgetId budget, long from, long until, T body) {
        public boolean at(long position) {
            return from <= position && position < until;
        }
    }

    /** The rows of one kind and key of a budget up to a position, also those that hold no longer, oldest first. */
    public <T> List<Held<T>> held(BudgetId budget, long position, FactKind kind, String key, Class<T> type) {
        return jdbc.sql("select from_position, to_position, body from fact_row where generation = :generation"
                        + " and budget = :budget and kind = :kind and row_key = :key and from_position <= :position"
                        + " order by from_position")
                .param("generation", generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .param("key", key)
                .param("position", position)
                .query((result, row) ->
                        new Held<>(budget, result.getLong(1), result.getLong(2), read(result.getString(3), type)))
                .list();
    }

    /**
     * Those whose key is, or begins with, one of several numbers; the database looks, so that the documents of a whole year
     * are not read for the few that are told.
     */
    public <T> List<Held<T>> heldByNumber(
            BudgetId budget, long position, FactKind kind, Set<Integer> numbers, Class<T> type) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select from_position, to_position, body from fact_row where generation = :generation"
                        + " and budget = :budget and kind = :kind and from_position <= :position"
                        + " and substring(row_key, 1, position('-' in row_key || '-') - 1) in (:numbers)"
                        + " order by from_position, row_key")
                .param("generation", generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .param("position", position)
                .param("numbers", numbers.stream().map(String::valueOf).toList())
                .query((result, row) ->
                        new Held<>(budget, result.getLong(1), result.getLong(2), read(result.getString(3), type)))
                .list();
    }

    /** Those of every key of the kind. */
    public <T> List<Held<T>> held(BudgetId budget, long position, FactKind kind, Class<T> type) {
        return jdbc.sql("select from_position, to_position, body from fact_row where generation = :generation"
                        + " and budget = :budget and kind = :kind and from_position <= :position"
                        + " order by from_position, row_key")
                .param("generation", generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .param("position", position)
                .query((result, row) ->
                        new Held<>(budget, result.getLong(1), result.getLong(2), read(result.getString(3), type)))
                .list();
    }

    /** The rows of one kind that hold now, of every budget, with the positions since which they do. */
    public <T> List<Held<T>> heldNow(FactKind kind, Class<T> type) {
        return jdbc.sql("select budget, from_position, to_position, body from fact_row where generation = :generation"
                        + " and kind = :kind and to_position = :open order by budget, from_position")
                .param("generation", generation())
                .param("kind", kind.stored())
                .param("open", FactWriter.OPEN)
                .query((result, row) -> new Held<>(
                        BudgetId.parse(result.getString(1)),
                        result.getLong(2),
                        result.getLong(3),
                        read(result.getString(4), type)))
                .list();
    }

    /** Rows of one kind and key that hold now, of every budget, by budget. */
    public <T> Map<BudgetId, T> ofAllBudgets(FactKind kind, Class<T> type) {
        Map<BudgetId, T> found = new LinkedHashMap<>();
        jdbc.sql("select budget, body from fact_row where generation = :generation and kind = :kind"
                        + " and to_position = :open order by budget")
                .param("generation", generation())
                .param("kind", kind.stored())
                .param("open", FactWriter.OPEN)
                .query(row -> {
                    LastBodies.Read<T> read =
                            last.read(kind, row.getString(1), row.getString(2), body -> read(body, type));
                    found.put(read.budget(), read.value());
                });
        return found;
    }

    /** The position at which a row that holds now began to hold; empty when there is none. */
    public OptionalLong since(BudgetId budget, FactKind kind, String key) {
        return jdbc.sql("select from_position from fact_row where generation = :generation and budget = :budget"
                        + " and kind = :kind and row_key = :key and to_position = :open")
                .param("generation", generation())
                .param("budget", budget.toString())
                .param("kind", kind.stored())
                .param("key", key)
                .param("open", FactWriter.OPEN)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The position up to which the facts are folded. */
    public long position() {
        return jdbc.sql("select position from projection where name = 'facts'")
                .query(Long.class)
                .single();
    }

    /** The generation of rows that is read. */
    int generation() {
        return jdbc.sql("select generation from projection where name = 'facts'")
                .query(Integer.class)
                .single();
    }

    private DatedRows rowsOf(FactKind kind, String stream, long position) {
        return rows(
                jdbc.sql(ROWS_OF_KIND)
                        .param("generation", generation())
                        .param("budget", stream)
                        .param("kind", kind.stored())
                        .param("position", position),
                position);
    }

    private DatedRows rows(JdbcClient.StatementSpec question, long position) {
        DatedRows rows = new DatedRows(position, this::read);
        question.query(result -> {
            rows.add(result.getString(1), result.getString(2), result.getString(3), result.getLong(5));
        });
        return rows;
    }

    <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact cannot be read as " + type.getSimpleName() + ": " + body, e);
        }
    }
}
