package org.mingzhang.ledger.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** 批复 and 公开 in the log: what others rely on from then on. */
final class OfficialActs {
    private static final List<String> OFFICIAL = List.of("budget-approved", "disclosure-published");

    /** The order makes it read the few positions since then, and not the whole log. */
    private static final String SINCE =
            "select 1 from event_log where position > ? and name in (?, ?) order by position fetch first 1 rows only";

    private final DataSource dataSource;

    OfficialActs(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean after(long position) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setLong(1, position);
            for (int at = 0; at < OFFICIAL.size(); at++) {
                select.setString(2 + at, OFFICIAL.get(at));
            }
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }
}
