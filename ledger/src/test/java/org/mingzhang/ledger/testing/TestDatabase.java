package org.mingzhang.ledger.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The two databases that everything must run on; each call of {@link #open} gives a fresh, migrated one. */
public enum TestDatabase {
    H2 {
        @Override
        String freshUrl() {
            return H2_PREFIX + freshFolder().resolve("mingzhang") + H2_OPTIONS;
        }
    },
    POSTGRESQL {
        @Override
        String freshUrl() {
            return Server.freshDatabase();
        }
    };

    /** A file like any other, but an interrupted thread does not close it under everybody else. */
    public static final String H2_PREFIX = "jdbc:h2:async:";

    /** As the product opens it. */
    public static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    abstract String freshUrl();

    /** A new database with every migration of the modules on the class path. */
    public OpenDatabase open() {
        return open(freshUrl());
    }

    /** The address of a new database in which there is nothing yet. */
    public String empty() {
        return freshUrl();
    }

    /** The same, on an address that was opened before. */
    public OpenDatabase open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(this == H2 ? "sa" : "postgres");
        config.setPassword(this == H2 ? "" : "postgres");
        config.setMaximumPoolSize(8);
        if (this == POSTGRESQL) {
            // as the product opens it
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        HikariDataSource dataSource = new HikariDataSource(config);
        String vendor = this == H2 ? "h2" : "postgresql";
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/ledger",
                        "classpath:db/migration/ledger-" + vendor,
                        "classpath:db/migration/query",
                        "classpath:db/migration/command",
                        "classpath:db/migration/application")
                .outOfOrder(true)
                .load()
                .migrate();
        return new OpenDatabase(this, url, dataSource);
    }

    private static Path freshFolder() {
        try {
            Path folder = Files.createTempDirectory("mingzhang-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            for (Path file : content.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One server for the whole JVM. */
    private static final class Server {
        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final String ADMIN_URL = start();

        static String freshDatabase() {
            String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
            try (Connection connection = DriverManager.getConnection(ADMIN_URL, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL does not give a database", e);
            }
            return ADMIN_URL.replaceFirst("/postgres(\\?|$)", "/" + name + "$1");
        }

        private static String start() {
            String given = System.getenv("MINGZHANG_TEST_PG_URL");
            if (given != null && !given.isBlank()) {
                return given;
            }
            try {
                // as an ordinary server is set up: left alone, this one would acknowledge before it has written
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
