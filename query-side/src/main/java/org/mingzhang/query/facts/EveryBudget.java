package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is, or was at a moment of either clock, so of all budgets.
 *
 * <p>One query for each kind of row whatever the number of budgets, so that a list of a thousand is no thousand questions.
 */
public final class EveryBudget {
    private final JdbcClient jdbc;
    private final FactReader facts;

    public EveryBudget(JdbcClient jdbc, FactReader facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** The rows of a kind that counted by then, also those that held no longer, oldest first; budgets without any are left out. */
    public <T> Map<BudgetId, List<T>> history(FactKind kind, Class<T> type, Moment moment, Function<T, LocalDate> day) {
        Map<BudgetId, List<T>> found = new LinkedHashMap<>();
        held(kind, type, moment.position()).forEach((budget, rows) -> {
            List<T> counted = rows.stream()
                    .map(FactReader.Held::body)
                    .filter(body -> moment.counts(day.apply(body)))
                    .toList();
            if (!counted.isEmpty()) {
                found.put(budget, counted);
            }
        });
        return found;
    }

    /** Every budget that had been opened by then, with the phase and the release of then. */
    public List<Listed> list(Moment moment) {
        Map<BudgetId, List<Facts.PhaseFact>> phases =
                history(FactKind.PHASE, Facts.PhaseFact.class, moment, Facts.PhaseFact::day);
        Map<BudgetId, List<Facts.ReleaseFact>> releases =
                history(FactKind.RELEASE, Facts.ReleaseFact.class, moment, Facts.ReleaseFact::publishedOn);
        Map<BudgetId, List<Facts.ClosingFact>> closings =
                history(FactKind.CLOSING, Facts.ClosingFact.class, moment, Facts.ClosingFact::closedOn);
        Map<BudgetId, List<Facts.AccountsFact>> accounts =
                history(FactKind.ACCOUNTS, Facts.AccountsFact.class, moment, Facts.AccountsFact::day);
        return headers(moment.position()).entrySet().stream()
                .filter(budget -> phases.containsKey(budget.getKey()))
                .map(budget -> {
                    BudgetId id = budget.getKey();
                    String phase =
                            Objects.requireNonNull(phases.get(id)).getLast().phase();
                    String state = BudgetState.of(
                            phase,
                            closings.containsKey(id),
                            Optional.ofNullable(accounts.get(id)).map(List::getLast));
                    return new Listed(
                            budget.getValue(),
                            moment.position(),
                            phase,
                            state,
                            Optional.ofNullable(releases.get(id)).map(List::getLast));
                })
                .toList();
    }

    /**
     * What the public could read by then, each as it was released last.
     *
     * @param moment of each budget: its own people are told by the clock they ask, everybody else by the days of release
     */
    public List<Listed> released(long head, Function<BudgetId, Moment> moment) {
        Map<BudgetId, BudgetHeader> headers = headers(head);
        return held(FactKind.RELEASE, Facts.ReleaseFact.class, head).entrySet().stream()
                .flatMap(budget -> {
                    Moment then = moment.apply(budget.getKey());
                    return budget.getValue().stream()
                            .filter(row ->
                                    row.from() <= then.position() || row.body().position() == then.position())
                            .map(FactReader.Held::body)
                            .filter(release -> then.counts(release.publishedOn()))
                            .reduce((earlier, later) -> later)
                            .map(release -> new Listed(
                                    Objects.requireNonNull(headers.get(budget.getKey())),
                                    release.position(),
                                    "",
                                    "",
                                    Optional.of(release)))
                            .stream();
                })
                .toList();
    }

    /**
     * Budgets in which a row of that kind holds now whose member says so; the database looks, so that the rows of a
     * thousand budgets are not read for a few of them.
     */
    public Set<BudgetId> budgetsWith(FactKind kind, String member, String value) {
        return new HashSet<>(jdbc.sql("select distinct budget from fact_row where generation = :generation"
                        + " and kind = :kind and to_position = :open and body like :said")
                .param("generation", facts.generation())
                .param("kind", kind.stored())
                .param("open", FactWriter.OPEN)
                .param("said", "%\"" + member + "\":\"" + value + "\"%")
                .query((result, row) -> BudgetId.parse(result.getString(1)))
                .list());
    }

    /** Budgets in which there was ever a row of that kind, up to a position; no row is read for it. */
    public Set<BudgetId> budgetsEverWith(FactKind kind, long position) {
        return new HashSet<>(jdbc.sql("select distinct budget from fact_row where generation = :generation"
                        + " and kind = :kind and from_position <= :position")
                .param("generation", facts.generation())
                .param("kind", kind.stored())
                .param("position", position)
                .query((result, row) -> BudgetId.parse(result.getString(1)))
                .list());
    }

    /** The rows of one kind and key of every budget, also those that hold no longer, oldest first within a budget. */
    public <T> List<FactReader.Held<T>> everyRow(FactKind kind, String key, Class<T> type) {
        return jdbc.sql("select budget, from_position, to_position, body from fact_row where generation = :generation"
                        + " and kind = :kind and row_key = :key order by budget, from_position")
                .param("generation", facts.generation())
                .param("kind", kind.stored())
                .param("key", key)
                .query((result, row) -> new FactReader.Held<>(
                        BudgetId.parse(result.getString(1)),
                        result.getLong(2),
                        result.getLong(3),
                        facts.read(result.getString(4), type)))
                .list();
    }

    private Map<BudgetId, BudgetHeader> headers(long position) {
        Map<BudgetId, BudgetHeader> headers = new LinkedHashMap<>();
        held(FactKind.HEADER, BudgetHeader.class, position)
                .forEach((budget, rows) -> headers.put(budget, rows.getLast().body()));
        return headers;
    }

    private <T> Map<BudgetId, List<FactReader.Held<T>>> held(FactKind kind, Class<T> type, long position) {
        Map<BudgetId, List<FactReader.Held<T>>> found = new LinkedHashMap<>();
        jdbc.sql("select budget, from_position, to_position, body from fact_row where generation = :generation"
                        + " and kind = :kind and from_position <= :position order by budget, from_position, row_key")
                .param("generation", facts.generation())
                .param("kind", kind.stored())
                .param("position", position)
                .query(row -> {
                    BudgetId budget = BudgetId.parse(row.getString(1));
                    found.computeIfAbsent(budget, any -> new ArrayList<>())
                            .add(new FactReader.Held<>(
                                    budget, row.getLong(2), row.getLong(3), facts.read(row.getString(4), type)));
                });
        return found;
    }
}
