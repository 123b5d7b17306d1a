package org.mingzhang.application.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables up to this release at the start, and gives the role that works with them its rights. */
@Component
class Migration implements FlywayMigrationStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private final String role;

    /** @param role that the application works as */
    Migration(@Value("${spring.datasource.username:}") String role) {
        this.role = role;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            DisposableReadTables.forgetWhatWasDropped(connection);
            flyway.migrate();
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                rights(new DatabaseRights(connection));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of the database cannot be prepared", e);
        }
    }

    private void rights(DatabaseRights rights) throws SQLException {
        if (rights.separate(role)) {
            rights.give(role);
        } else if (rights.ownsLog()) {
            LOG.warn(
                    "the role {} owns the log and could lift what guards it; give its tables to another role (README)",
                    role);
        }
    }
}
