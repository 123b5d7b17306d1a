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

/** Money of a line under one classification: one posting, or what several add up to. */
record LineRow(String key, Classification classification, long fen) {
    /** What a {@link Mapper} reads, first in whatever is selected. */
    static final String COLUMNS = "line_key, side, unit, fund, source, appropriated, revenue, function_code, category,"
            + " project, dept_economic, gov_economic, delta_fen";

    /** How many those are. */
    static final int WIDTH = 13;

    boolean isRevenue() {
        return classification instanceof Classification.Revenue;
    }

    /**
     * Gives equal classifications one object, so that later sums by classification compare identities first, and makes
     * each code once, since a code is checked whenever it is made.
     */
    static final class Mapper implements RowMapper<LineRow> {
        private final Map<Classification, Classification> known = new HashMap<>();
        private final Map<String, UnitCode> units = new HashMap<>();
        private final Map<String, FunctionCode> functions = new HashMap<>();
        private final Map<String, Optional<ProjectCode>> projects = new HashMap<>(Map.of("", Optional.empty()));
        private final Map<String, DeptEconomicCode> departmental = new HashMap<>();
        private final Map<String, GovEconomicCode> governmental = new HashMap<>();

        @Override
        public LineRow mapRow(ResultSet row, int number) throws SQLException {
            Classification classification = row.getString(2).equals("revenue") ? revenue(row) : expenditure(row);
            return new LineRow(
                    row.getString(1), known.computeIfAbsent(classification, same -> same), row.getLong(WIDTH));
        }

        private Classification revenue(ResultSet row) throws SQLException {
            return new Classification.Revenue(
                    units.computeIfAbsent(row.getString(3), UnitCode::new),
                    RevenueSource.valueOf(row.getString(7)),
                    YearSource.valueOf(row.getString(5)),
                    row.getBoolean(6));
        }

        private Classification expenditure(ResultSet row) throws SQLException {
            return new Classification.Expenditure(
                    units.computeIfAbsent(row.getString(3), UnitCode::new),
                    functions.computeIfAbsent(row.getString(8), FunctionCode::new),
                    ProjectCategory.valueOf(row.getString(9)),
                    projects.computeIfAbsent(row.getString(10), code -> Optional.of(new ProjectCode(code))),
                    departmental.computeIfAbsent(row.getString(11), DeptEconomicCode::new),
                    governmental.computeIfAbsent(row.getString(12), GovEconomicCode::new),
                    FundType.valueOf(row.getString(4)),
                    YearSource.valueOf(row.getString(5)),
                    row.getBoolean(6));
        }
    }
}
