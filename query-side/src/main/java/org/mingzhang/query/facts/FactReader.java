package org.mingzhang.query.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the facts as of any position; two indexed queries give everything a table may ask. */
public final class FactReader {
    /** What tables ask: the notes of lines alone are as many as the lines. */
    private static final Set<String> OF_TABLES = Set.of(
            FactKind.HEADER.stored(),
            FactKind.UNIT.stored(),
            FactKind.PROJECT.stored(),
            FactKind.PROJECT_TARGETS.stored(),
            FactKind.OVERALL_TARGETS.stored(),
            FactKind.STATEMENT.stored());

    private static final String ROWS_OF_TABLES = """
        select kind, row_key, body, from_position, to_position from fact_row
        where generation = :generation and budget = :budget and kind in (:kinds) and from_position <= :position
        order by from_position, kind, row_key\
        """;

    /** A budget may have tens of thousands of rows of other kinds. */
    private static final String ROWS_OF_KIND = """
        select kind, row_key, body, from_position, to_position from fact_row
        where generation = :generation and budget = :budget and kind = :kind and from_position <= :position
        order by from_position, row_key\
        """;

    private final JdbcClient jdbc;
    private final LineSums lines;
    private final LastBodies last = new LastBodies();
    private final ObjectMapper json = KernelJson.mapper();

    public FactReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.lines = new LineSums(jdbc);
    }

    /** The facts of a budget; empty when nothing had happened to it by then. */
    public Optional<BudgetFacts> load(BudgetId budget, long position, TableBasis basis) {
        int generation = generation();
        Dated rows = rows(budget, position, generation);
        Optional<BudgetHeader> header = rows.one(FactKind.HEADER, BudgetHeader.class);
        return header.map(found -> facts(found, budget, Moment.at(position), basis, generation, rows));
    }

    /**
     * The facts as of a day on the effective clock.
     *
     * @param effective from which day on the words of the events at some positions hold
     */
    Optional<BudgetFacts> load(BudgetId budget, Moment moment, TableBasis basis, EffectiveRows.Days effective) {
        int generation = generation();
        EffectiveRows found = new EffectiveRows(moment, effective);
        jdbc.sql(ROWS_OF_TABLES)
                .param("generation", generation)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("kinds", OF_TABLES)
                .query(row -> {
                    found.add(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
                });
        Dated rows = new Dated(moment.position());
        found.tell((kind, key, body) -> rows.add(kind, key, body, FactWriter.OPEN));
        return rows.one(FactKind.HEADER, BudgetHeader.class)
                .map(header -> facts(header, budget, moment, basis, generation, rows));
    }

    /** The rows of one kind that held at a position, in the order in which their keys first appeared. */
    public <T> Map<String, T> rows(BudgetId budget, long position, FactKind kind, Class<T> type) {
        return rows(budget.toString(), position, kind, type);
    }

    /** The same of any stream. */
    public <T> Map<String, T> rows(String stream, long position, FactKind kind, Class<T> type) {
        return rowsOf(kind, stream, position).all(kind, type);
    }

    /**
     * Budgets in which a row of that kind holds now whose member says so; the database looks, so that the rows of a
     * thousand budgets are not read for a few of them.
     */
    public Set<BudgetId> budgetsWith(FactKind kind, String member, String value) {
        return new HashSet<>(jdbc.sql("select distinct budget from fact_row where generation = :generation"
                        + " and kind = :kind and to_position = :open and body like :said")
                .param("generation", generation())
                .param("kind", kind.stored())
                .param("open", FactWriter.OPEN)
                .param("said", "%\"" + member + "\":\"" + value + "\"%")
                .query((result, row) -> BudgetId.parse(result.getString(1)))
                .list());
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

    /** The rows of one kind and key of every budget, also those that hold no longer, oldest first within a budget. */
    public <T> List<Held<T>> everyRow(FactKind kind, String key, Class<T> type) {
        return jdbc.sql("select budget, from_position, to_position, body from fact_row where generation = :generation"
                        + " and kind = :kind and row_key = :key order by budget, from_position")
                .param("generation", generation())
                .param("kind", kind.stored())
                .param("key", key)
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

    private BudgetFacts facts(
            BudgetHeader header, BudgetId budget, Moment moment, TableBasis basis, int generation, Dated rows) {
        List<LineSums.Sum> summed = lines.of(budget, moment, basis.stages(), generation);
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>();
        rows.all(FactKind.PROJECT_TARGETS, Facts.Targets.class)
                .forEach((project, found) -> targets.put(new ProjectCode(project), found.indicators()));
        return new BudgetFacts(
                header,
                moment.position(),
                basis,
                rows.all(FactKind.UNIT, BudgetUnit.class).values().stream()
                        .sorted(Comparator.comparing(BudgetUnit::code))
                        .toList(),
                side(summed, false),
                side(summed, true),
                List.copyOf(rows.all(FactKind.PROJECT, Project.class).values()),
                targets,
                rows.one(FactKind.OVERALL_TARGETS, Facts.Targets.class)
                        .map(Facts.Targets::indicators)
                        .orElse(List.of()),
                rows.all(FactKind.STATEMENT, Statement.class));
    }

    private static List<LineFact> side(List<LineSums.Sum> lines, boolean revenue) {
        List<LineFact> facts = new ArrayList<>();
        for (LineSums.Sum line : lines) {
            Amount amount = line.total();
            if (line.isRevenue() == revenue && !amount.isZero()) {
                facts.add(new LineFact(new LineKey(line.key()), facts.size(), line.classification(), amount));
            }
        }
        return facts;
    }

    private Dated rows(BudgetId budget, long position, int generation) {
        return rows(
                jdbc.sql(ROWS_OF_TABLES)
                        .param("generation", generation)
                        .param("budget", budget.toString())
                        .param("position", position)
                        .param("kinds", OF_TABLES),
                position);
    }

    private Dated rowsOf(FactKind kind, String stream, long position) {
        return rows(
                jdbc.sql(ROWS_OF_KIND)
                        .param("generation", generation())
                        .param("budget", stream)
                        .param("kind", kind.stored())
                        .param("position", position),
                position);
    }

    private Dated rows(JdbcClient.StatementSpec question, long position) {
        Dated rows = new Dated(position);
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

    /** Rows as they came, and which of them held at the position. */
    private final class Dated {
        private final long position;
        private final Map<String, Map<String, Optional<String>>> byKind = new LinkedHashMap<>();
        private final Map<String, List<String>> all = new LinkedHashMap<>();

        Dated(long position) {
            this.position = position;
        }

        /** A key keeps the place of its first appearance, also when it is put anew. */
        void add(String kind, String key, String body, long to) {
            byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .put(key, to > position ? Optional.of(body) : Optional.empty());
            all.computeIfAbsent(kind, k -> new ArrayList<>()).add(body);
        }

        <T> Map<String, T> all(FactKind kind, Class<T> type) {
            Map<String, T> found = new LinkedHashMap<>();
            byKind.getOrDefault(kind.stored(), Map.of())
                    .forEach((key, body) -> body.ifPresent(text -> found.put(key, read(text, type))));
            return found;
        }

        <T> Optional<T> one(FactKind kind, Class<T> type) {
            return all(kind, type).values().stream().findFirst();
        }

        <T> List<T> history(FactKind kind, Class<T> type) {
            return all.getOrDefault(kind.stored(), List.of()).stream()
                    .map(body -> read(body, type))
                    .toList();
        }
    }
}
