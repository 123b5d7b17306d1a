package org.mingzhang.application.restore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.audit.OwnBackup;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A copy of a database that is in use, and what is made of it elsewhere. */
sealed interface Backup {
    static Backup of(TestDatabase kind, Path folder) {
        return switch (kind) {
            case H2 -> new Embedded(folder.resolve("backup.zip"));
            case POSTGRESQL -> new Server(kind.empty(), kind.empty(), folder.resolve("dump"));
        };
    }

    /** With the programs that the README names, on a server of their version. */
    static Backup dumped(InstalledPostgres server, Path folder) throws IOException, InterruptedException {
        return new Dumped(server, server.created("original"), server.created("restored"), folder.resolve("all.dump"));
    }

    /** How the application finds the database that is backed up. */
    List<String> original();

    /** While the application goes on. */
    void take(RunningApplication application) throws Exception;

    /** Makes it again; answers how the application finds it. */
    List<String> restore(Path data) throws Exception;

    /** What the administrator's button does, while the database is in use. */
    record Embedded(Path zip) implements Backup {
        @Override
        public List<String> original() {
            return List.of();
        }

        @Override
        public void take(RunningApplication application) throws IOException {
            Path taken = application.context().getBean(OwnBackup.class).take();
            if (Files.notExists(taken.resolve("ledger").resolve("key"))) {
                throw new IllegalStateException("the key is not in the backup");
            }
            Files.move(taken.resolve("mingzhang.zip"), zip);
        }

        @Override
        public List<String> restore(Path data) throws IOException {
            Files.createDirectories(data);
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    Files.copy(in, data.resolve(entry.getName()));
                }
            }
            return List.of();
        }
    }

    /** {@code pg_dump} and {@code pg_restore}. */
    record Dumped(InstalledPostgres server, String database, String other, Path dump) implements Backup {
        @Override
        public List<String> original() {
            return server.arguments(database);
        }

        @Override
        public void take(RunningApplication application) throws IOException, InterruptedException {
            server.run("pg_dump", "--format=custom", "--file=" + dump, database);
        }

        @Override
        public List<String> restore(Path data) throws IOException, InterruptedException {
            server.run("pg_restore", "--exit-on-error", "--dbname=" + other, dump.toString());
            return server.arguments(other);
        }
    }

    /** Every row as of one moment, which is what {@code pg_dump} takes, on a server whose programs are not there. */
    record Server(String url, String other, Path folder) implements Backup {
        @Override
        public List<String> original() {
            return arguments(url);
        }

        @Override
        public void take(RunningApplication application) throws IOException, SQLException {
            Files.createDirectories(folder);
            try (Connection connection = connect(url)) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                for (String table : tables(connection)) {
                    try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                        copy.copyOut("copy " + table + " to stdout", out);
                    }
                }
            }
        }

        /** Into tables that are made but empty, without their triggers, as a dump is read in. */
        @Override
        public List<String> restore(Path data) throws IOException, SQLException {
            TestDatabase.POSTGRESQL.open(other).close();
            try (Connection connection = connect(other);
                    Statement statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                for (String table : tables(connection)) {
                    statement.execute("truncate " + table + " cascade");
                }
                for (String table : tables(connection)) {
                    try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                        copy.copyIn("copy " + table + " from stdin", in);
                    }
                }
            }
            return arguments(other);
        }

        private static Connection connect(String url) throws SQLException {
            return DriverManager.getConnection(url, "postgres", "postgres");
        }

        private static List<String> tables(Connection connection) throws SQLException {
            List<String> tables = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
            return tables;
        }

        private static List<String> arguments(String url) {
            return List.of(
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }
    }
}
