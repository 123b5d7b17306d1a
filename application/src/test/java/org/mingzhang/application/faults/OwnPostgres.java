package org.mingzhang.application.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A PostgreSQL server that may be stopped in the middle, as an administrator in a hurry does. */
final class OwnPostgres implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Path programs;
    private OptionalLong heldBack = OptionalLong.empty();

    OwnPostgres() throws IOException {
        this("on");
    }

    /** One that acknowledges a commit first and writes it within seconds, when it lives so long. */
    static OwnPostgres writingLater() throws IOException {
        return new OwnPostgres("off");
    }

    private OwnPostgres(String synchronousCommit) throws IOException {
        this.folder = Files.createTempDirectory("mingzhang-postgres");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", synchronousCommit)
                .start();
        this.port = server.getPort();
        this.programs = Path.of(
                        ProcessHandle.of(pid()).orElseThrow().info().command().orElseThrow())
                .resolveSibling("");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The server and what it started. */
    List<Long> everyPid() throws IOException {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        List<Long> pids = new ArrayList<>(List.of(server.pid()));
        server.descendants().map(ProcessHandle::pid).forEach(pids::add);
        return pids;
    }

    boolean isAlive() throws IOException {
        return Files.exists(folder.resolve("postmaster.pid"))
                && ProcessHandle.of(pid()).isPresent();
    }

    /** Whoever writes late writes nothing from now on: a page is full too soon to be lost for certain by a stop alone. */
    void holdBackWrites() throws SQLException, IOException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row =
                    statement.executeQuery("select pid from pg_stat_activity where backend_type = 'walwriter'")) {
                row.next();
                heldBack = OptionalLong.of(row.getLong(1));
            }
        }
        signal("STOP", heldBack.getAsLong());
    }

    /** As if the machine were gone: no client is waited for, nothing is written down. */
    void stopImmediately() throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        signal("QUIT", server.pid());
        if (heldBack.isPresent()) {
            signal("KILL", heldBack.getAsLong()); // it stands still and would be waited for
            heldBack = OptionalLong.empty();
        }
        server.onExit().join();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // the server refuses to run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs.resolve("pg_ctl").toString(),
                "-D",
                folder.toString(),
                "-o",
                "-p " + port + " -c synchronous_commit=on",
                "-w",
                "start"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("again.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("again.log")));
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    @Override
    public void close() throws IOException {
        try {
            if (isAlive()) {
                stopImmediately();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
