package org.mingzhang.query.controls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.TreeHash;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Where the database of an installation is, as the variables say that the program itself is started with, and the folder
 * of its key and checkpoints.
 */
record InstalledDatabase(String url, String user, String password, Path ledger, String treeHash) {
    private static final String EMBEDDED =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE;ACCESS_MODE_DATA=r";

    private static final int IN_USE = 90020;

    /** There is none where it should be. */
    static final class NoInstallation extends Exception {
        private static final long serialVersionUID = 1;

        NoInstallation(String message) {
            super(message);
        }
    }

    /**
     * The one that is meant.
     *
     * @param data folder that was named in the call
     * @param usual folder where nothing names one
     */
    static InstalledDatabase of(Optional<Path> data, Path usual, Map<String, String> settings) throws NoInstallation {
        Path folder = data.orElseGet(() -> Optional.ofNullable(settings.get("MINGZHANG_DATA"))
                .map(Path::of)
                .orElse(usual));
        Path ledger = Optional.ofNullable(settings.get("MINGZHANG_LEDGER"))
                .filter(named -> data.isEmpty())
                .map(Path::of)
                .orElseGet(() -> folder.resolve("ledger"));
        String hash = settings.getOrDefault("MINGZHANG_TREEHASH", TreeHash.USUAL);
        boolean server = data.isEmpty()
                && Arrays.asList(settings.getOrDefault("SPRING_PROFILES_ACTIVE", "")
                                .split(",", -1))
                        .contains("postgres");
        if (server) {
            return new InstalledDatabase(
                    set(settings, "MINGZHANG_DB_URL"),
                    set(settings, "MINGZHANG_DB_USER"),
                    settings.getOrDefault("MINGZHANG_DB_PASSWORD", ""),
                    ledger,
                    hash);
        }
        Path file = folder.toAbsolutePath().normalize().resolve("mingzhang");
        if (!Files.isRegularFile(Path.of(file + ".mv.db"))) {
            throw new NoInstallation(
                    "there is no installation in " + folder.toAbsolutePath().normalize());
        }
        return new InstalledDatabase("jdbc:h2:file:" + file + EMBEDDED, "sa", "", ledger, hash);
    }

    private static String set(Map<String, String> settings, String name) throws NoInstallation {
        String value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new NoInstallation("the profile postgres is set, and " + name + " is not");
        }
        return value;
    }

    /** A connection that cannot write. */
    DataSource open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setReadOnly(true);
        return new SingleConnectionDataSource(connection, true);
    }

    /** Why it could not be opened, in words. */
    static String said(SQLException e) {
        return e.getErrorCode() == IN_USE
                ? "the program is running on its embedded database, which serves one process; ask it on its page"
                        + " /ledger/controls, or take the bundle from /ledger and prove that"
                : "the database cannot be read ("
                        + String.valueOf(e.getMessage()).split(";", 2)[0] + ")";
    }
}
