package org.mingzhang.query.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.disclosure.CellFormula;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The movements of money that an amount of a table is the sum of, one by one, as they were posted. */
public final class PostingTrail {
    private static final String COLUMNS = "select " + LineRow.COLUMNS + ", position, ordinal, stage, effective, basis";

    private static final String POSTINGS = COLUMNS + """
         from fact_posting
        where generation = (select generation from projection where name = 'facts')
            and budget = :budget and position <= :position and side = :side and stage in (:stages)\
        """;

    /** Those that are counted at one of two moments and not at the other. */
    private static final String BETWEEN = COLUMNS + """
         from fact_posting
        where generation = (select generation from projection where name = 'facts')
            and budget = :budget and position > :surely and position <= :latest and stage in (:stages)
            and ((position <= :before and effective <= :dayBefore and not (position <= :after and effective <= :dayAfter))
                or (position <= :after and effective <= :dayAfter
                    and not (position <= :before and effective <= :dayBefore)))
        order by position, ordinal\
        """;

    /** Later than any; not the last that Java knows, which no database does. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    public PostingTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One movement.
     *
     * @param position of its event
     * @param effective the day from which it counts
     * @param basis number of the document that it names; blank when it names none
     */
    public record Posted(
            long position,
            LineKey line,
            Classification classification,
            Stage stage,
            Amount delta,
            LocalDate effective,
            String basis) {}

    /** Those that a formula counts, oldest first; what the database can narrow down it does. */
    public List<Posted> of(BudgetId budget, Moment moment, Set<Stage> stages, CellFormula formula) {
        Narrowing narrowing = Narrowing.of(formula);
        LineRow.Mapper mapper = new LineRow.Mapper();
        return jdbc
                .sql(POSTINGS + narrowing.sql() + " order by position, ordinal")
                .param("budget", budget.toString())
                .param("position", moment.position())
                .param("side", formula.revenue() ? "revenue" : "expenditure")
                .param("stages", stages.stream().map(Enum::name).collect(Collectors.toSet()))
                .params(narrowing.parameters())
                .query((row, number) -> posted(row, mapper.mapRow(row, number)))
                .list()
                .stream()
                .filter(posted -> moment.counts(posted.effective()) && formula.counts(posted.classification()))
                .toList();
    }

    /**
     * A movement that one of two moments counts and the other does not.
     *
     * @param joins whether it is the later of the two that counts it
     */
    public record Differing(Posted posted, boolean joins) {
        /** What it adds to the difference. */
        public long fen() {
            long fen = posted.delta().fen();
            return joins ? fen : Math.negateExact(fen);
        }
    }

    /** Of the whole budget, oldest first. */
    public List<Differing> between(BudgetId budget, Moment before, Moment after, Set<Stage> stages) {
        LineRow.Mapper mapper = new LineRow.Mapper();
        boolean recorded = before.day().isEmpty() && after.day().isEmpty();
        return jdbc
                .sql(BETWEEN)
                .param("budget", budget.toString())
                .param("surely", recorded ? Math.min(before.position(), after.position()) : 0)
                .param("latest", Math.max(before.position(), after.position()))
                .param("before", before.position())
                .param("after", after.position())
                .param("dayBefore", before.day().orElse(ANY_DAY))
                .param("dayAfter", after.day().orElse(ANY_DAY))
                .param("stages", stages.stream().map(Enum::name).collect(Collectors.toSet()))
                .query((row, number) -> posted(row, mapper.mapRow(row, number)))
                .list()
                .stream()
                .map(posted -> new Differing(
                        posted, posted.position() <= after.position() && after.counts(posted.effective())))
                .toList();
    }

    private static Posted posted(ResultSet row, LineRow line) throws SQLException {
        return new Posted(
                row.getLong("position"),
                new LineKey(line.key()),
                line.classification(),
                Stage.valueOf(row.getString("stage")),
                new Amount(line.fen()),
                row.getObject("effective", LocalDate.class),
                row.getString("basis"));
    }
}
