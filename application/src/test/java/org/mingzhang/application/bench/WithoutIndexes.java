package org.mingzhang.application.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables of PostgreSQL whose keys and indexes are built after they were filled, which is how many rows get there at all. */
final class WithoutIndexes {
    private static final String KEYS = """
            select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname,
                'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where contype in ('p', 'u') and conrelid = '%s'::regclass""";
    private static final String INDEXES = """
            select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
            from pg_index where indrelid = '%s'::regclass
                and not exists (select 1 from pg_constraint where conindid = indexrelid)""";

    private final List<String> build = new ArrayList<>();

    private WithoutIndexes() {}

    /** Drops them; the caller builds them again. */
    static WithoutIndexes of(Connection connection, List<String> tables) throws SQLException {
        WithoutIndexes without = new WithoutIndexes();
        for (String table : tables) {
            for (String question : List.of(KEYS, INDEXES)) {
                without.drop(connection, question.formatted(table));
            }
        }
        return without;
    }

    void build(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '1GB'");
            for (String one : build) {
                statement.execute(one);
            }
        }
    }

    private void drop(Connection connection, String question) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            while (found.next()) {
                drops.add(found.getString(1));
                build.add(found.getString(2));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String one : drops) {
                statement.execute(one);
            }
        }
    }
}
