package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gathers what the tables of a budget ask: two indexed queries give everything of them at any moment. */
final class FactsOfTables {
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

    private final JdbcClient jdbc;
    private final LineSums lines;
    private final DatedRows.Reading reading;

    FactsOfTables(JdbcClient jdbc, DatedRows.Reading reading) {
        this.jdbc = jdbc;
        this.lines = new LineSums(jdbc);
        this.reading = reading;
    }

    /** The facts of a budget; empty when nothing had happened to it by then. */
    Optional<BudgetFacts> load(BudgetId budget, long position, TableBasis basis, int generation) {
        DatedRows rows = rows(budget, position, generation);
        Optional<BudgetHeader> header = rows.one(FactKind.HEADER, BudgetHeader.class);
        return header.map(found -> facts(found, budget, Moment.at(position), basis, generation, rows));
    }

    /**
     * The facts as of a day on the effective clock.
     *
     * @param effective from which day on the words of the events at some positions hold
     */
    Optional<BudgetFacts> load(
            BudgetId budget, Moment moment, TableBasis basis, EffectiveRows.Days effective, int generation) {
        EffectiveRows found = new EffectiveRows(moment, effective);
        jdbc.sql(ROWS_OF_TABLES)
                .param("generation", generation)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("kinds", OF_TABLES)
                .query(row -> {
                    found.add(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
                });
        DatedRows rows = new DatedRows(moment.position(), reading);
        found.tell((kind, key, body) -> rows.add(kind, key, body, FactWriter.OPEN));
        return rows.one(FactKind.HEADER, BudgetHeader.class)
                .map(header -> facts(header, budget, moment, basis, generation, rows));
    }

    private BudgetFacts facts(
            BudgetHeader header, BudgetId budget, Moment moment, TableBasis basis, int generation, DatedRows rows) {
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

    private DatedRows rows(BudgetId budget, long position, int generation) {
        DatedRows rows = new DatedRows(position, reading);
        jdbc.sql(ROWS_OF_TABLES)
                .param("generation", generation)
                .param("budget", budget.toString())
                .param("position", position)
                .param("kinds", OF_TABLES)
                .query(row -> {
                    rows.add(row.getString(1), row.getString(2), row.getString(3), row.getLong(5));
                });
        return rows;
    }
}
