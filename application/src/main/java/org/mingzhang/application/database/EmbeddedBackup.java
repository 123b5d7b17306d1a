package org.mingzhang.application.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mingzhang.query.audit.OwnBackup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The embedded database as a ZIP, beside a copy of the ledger's folder.
 *
 * <p>Nobody else can open the file while the program runs, so that the program has to do it. The folder comes first: a
 * checkpoint that is younger than the database would look as if the end of the log were missing.
 */
@Component
final class EmbeddedBackup implements OwnBackup {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final DataSource dataSource;
    private final Path data;
    private final Path ledger;
    private final Clock clock;

    EmbeddedBackup(
            DataSource dataSource,
            @Value("${mingzhang.data:./data}") Path data,
            @Value("${mingzhang.ledger:${mingzhang.data:./data}/ledger}") Path ledger,
            Clock clock) {
        this.dataSource = dataSource;
        this.data = data;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public boolean isPossible() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked what it is", e);
        }
    }

    @Override
    public Path take() throws IOException {
        Path folder = data.toAbsolutePath()
                .normalize()
                .resolve("backups")
                .resolve(
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).format(NAME));
        Files.createDirectories(folder.getParent());
        Files.createDirectory(folder);
        ownerOnly(folder);
        copy(ledger, folder.resolve("ledger"));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, folder.resolve("mingzhang.zip").toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IOException("the database could not be backed up", e);
        }
        return folder;
    }

    /** The signing key is in it. */
    private static void ownerOnly(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }
}
