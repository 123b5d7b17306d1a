package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of a generation as the database holds it, without its number, so that generations can be compared. */
public final class StoredRows {
    private StoredRows() {}

    public static List<Map<String, Object>> of(DataSource dataSource, int generation) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        List<Map<String, Object>> rows =
                new ArrayList<>(jdbc.sql("select * from fact_posting where generation = ? order by position, ordinal")
                        .param(generation)
                        .query()
                        .listOfRows());
        rows.addAll(
                jdbc.sql("select * from fact_row where generation = ? order by budget, kind, row_key, from_position")
                        .param(generation)
                        .query()
                        .listOfRows());
        rows.forEach(row -> row.remove("generation"));
        return rows;
    }

    /** Where sums are stored in a generation. */
    public static List<Map<String, Object>> sums(DataSource source, int generation) {
        return JdbcClient.create(source)
                .sql("select budget, position, part from fact_sum where generation = ? order by budget, position, part")
                .param(generation)
                .query()
                .listOfRows();
    }
}
