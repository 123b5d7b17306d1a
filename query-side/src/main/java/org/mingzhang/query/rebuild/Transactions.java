package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.HeldRows;

/** Runs a piece of work in a transaction of its own: all of it or nothing. */
record Transactions(DataSource dataSource) {
    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HeldRows.notForEver(connection);
            try {
                T answer = work.on(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
