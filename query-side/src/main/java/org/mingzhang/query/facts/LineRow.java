package org.mingzhang.query.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;
import org.springframework.jdbc.core.RowMapper;

/**
 * A line under one classification, as the database sums it.
 *
 * @param entered place of the line's first posting
 * @param classified place of its first posting under this classification
 */
record LineRow(String key, Classification classification, long fen, long entered, long classified) {
    boolean isRevenue() {
        return classification instanceof Classification.Revenue;
    }

    /** Gives equal classifications one object, so that later sums by classification compare identities first. */
    static final class Mapper implements RowMapper<LineRow> {
        private final Map<Classification, Classification> known = new HashMap<>();

        @Override
        public LineRow mapRow(ResultSet row, int number) throws SQLException {
            Classification classification = row.getString("side").equals("revenue") ? revenue(row) : expenditure(row);
            return new LineRow(
                    row.getString("line_key"),
                    known.computeIfAbsent(classification, same -> same),
                    row.getLong("fen"),
                    row.getLong("entered"),
                    row.getLong("classified"));
        }

        private static Classification revenue(ResultSet row) throws SQLException {
            return new Classification.Revenue(
                    new UnitCode(row.getString("unit")),
                    RevenueSource.valueOf(row.getString("revenue")),
                    YearSource.valueOf(row.getString("source")),
                    row.getBoolean("appropriated"));
        }

        private static Classification expenditure(ResultSet row) throws SQLException {
            String project = row.getString("project");
            return new Classification.Expenditure(
                    new UnitCode(row.getString("unit")),
                    new FunctionCode(row.getString("function_code")),
                    ProjectCategory.valueOf(row.getString("category")),
                    project.isEmpty() ? Optional.empty() : Optional.of(new ProjectCode(project)),
                    new DeptEconomicCode(row.getString("dept_economic")),
                    new GovEconomicCode(row.getString("gov_economic")),
                    FundType.valueOf(row.getString("fund")),
                    YearSource.valueOf(row.getString("source")),
                    row.getBoolean("appropriated"));
        }
    }
}
