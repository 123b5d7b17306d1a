package org.mingzhang.application.bench.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * The processor time of this program and of the database server: where it is all that the machine has, it says what
 * limits a rate, and whose it is.
 *
 * @param program in seconds; H2 is part of it
 * @param server in seconds, of a database that is a program of its own
 */
record ProcessorTime(double program, double server) {
    private static final double NANOS = 1e9;

    /** As Linux counts it. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static ProcessorTime now(Optional<ProcessHandle> server) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new ProcessorTime(
                system.getProcessCpuTime() / NANOS,
                server.map(ProcessorTime::withChildren).orElse(0.0));
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(program - before.program, server - before.server);
    }

    /** Microseconds for one of so many things. */
    String each(double things) {
        return String.format(Locale.ROOT, "%.0f + %.0f µs", program / things * 1e6, server / things * 1e6);
    }

    /** The server that everything of a database is started by; empty for one inside this program. */
    static Optional<ProcessHandle> server(OpenDatabase database) {
        if (database.kind() == TestDatabase.H2) {
            return Optional.empty();
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
            result.next();
            return ProcessHandle.of(result.getLong(1)).flatMap(ProcessHandle::parent);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double withChildren(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants())
                .mapToDouble(ProcessorTime::seconds)
                .sum();
    }

    private static double seconds(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
        } catch (IOException e) {
            return 0; // it has ended, or this is not Linux
        }
    }
}
