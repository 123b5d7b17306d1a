package org.mingzhang.application.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Budgets around the one that is measured, so that what is read of it has to be found among many. */
final class OtherBudgets {
    private static final long APART = 1_000_000;

    private static final String COPY = """
            insert into fact_posting
            select generation, position + ?, ordinal, ?, line_key, side, unit, fund, source, appropriated, revenue,
                function_code, category, project, dept_economic, gov_economic, stage, delta_fen, effective, event_id, basis
            from fact_posting where generation = ? and budget = ?""";

    private OtherBudgets() {}

    /** Copies of its movements under other names, until there are so many rows. */
    static void around(RecordedDepartment department, int rows) {
        int generation = RecordedDepartment.generation(department.database().dataSource());
        try (Connection connection = department.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            int own = count(statement);
            if (own == 0) {
                throw new IllegalStateException("nothing to be copied");
            }
            for (int other = 1; (long) own * other < rows; other++) {
                copy.setLong(1, other * APART);
                copy.setString(2, "990000-%03d-%d".formatted(other % 900, 2100 + other / 900));
                copy.setInt(3, generation);
                copy.setString(4, department.budget().toString());
                copy.executeUpdate();
            }
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select count(*) from fact_posting")) {
            result.next();
            return result.getInt(1);
        }
    }
}
