package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the postings of a budget add up to, by line, classification and stage, as of a moment.
 *
 * <p>The postings are read as they lie and added up here: to group by twelve columns of text a database sorts all of them
 * by the rules of a language, which takes ten times as long as reading them.
 */
final class LineSums {
    private static final String POSTINGS = "select " + LineRow.COLUMNS + """
        , stage from fact_posting
        where generation = :generation and budget = :budget and position <= :position and effective <= :day and stage in (:stages)
        order by position, ordinal\
        """;

    private static final Set<Stage> EVERY_STAGE = EnumSet.allOf(Stage.class);

    /** Later than any; not the last that Java knows, which no database does. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    LineSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line under one classification; a stage without postings is none. */
    record Sum(String key, Classification classification, Map<Stage, Amount> byStage) {
        Amount total() {
            return Amount.sum(byStage.values());
        }

        boolean isRevenue() {
            return classification instanceof Classification.Revenue;
        }

        private void add(Stage stage, long fen) {
            byStage.merge(stage, new Amount(fen), Amount::plus);
        }
    }

    List<Sum> of(BudgetId budget, Moment moment, int generation) {
        return of(budget, moment, EVERY_STAGE, generation);
    }

    /** In the order in which lines, and classifications of a line, were first entered. */
    List<Sum> of(BudgetId budget, Moment moment, Set<Stage> stages, int generation) {
        LineRow.Mapper mapper = new LineRow.Mapper();
        Map<Line, Map<Classification, Sum>> lines = new LinkedHashMap<>();
        jdbc.sql(POSTINGS)
                .param("generation", generation)
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("day", moment.day().orElse(ANY_DAY))
                .param("stages", stages.stream().map(Enum::name).toList())
                .query(row -> {
                    LineRow posting = mapper.mapRow(row, 0);
                    lines.computeIfAbsent(new Line(posting.isRevenue(), posting.key()), any -> new LinkedHashMap<>(2))
                            .computeIfAbsent(
                                    posting.classification(),
                                    of -> new Sum(posting.key(), of, new EnumMap<>(Stage.class)))
                            .add(Stage.valueOf(row.getString(LineRow.WIDTH + 1)), posting.fen());
                });
        return lines.values().stream()
                .flatMap(byClassification -> byClassification.values().stream())
                .toList();
    }

    private record Line(boolean revenue, String key) {}
}
