package org.mingzhang.application.restore;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server made and run by the PostgreSQL programs of this machine, as an administrator has them. */
final class InstalledPostgres implements AutoCloseable {
    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("mingzhang-installed");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        serve("initdb", "--auth=trust", "--username=postgres", "-D", data());
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
        serve("pg_ctl", "-D", data(), "-l", folder.resolve("server.log").toString(), "-o", options, "-w", "start");
    }

    /** Empty on a machine that has none. */
    static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(folder));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted().forEach(folders::add);
            }
        }
        return folders.stream()
                .filter(folder -> Stream.of("initdb", "pg_ctl", "createdb", "pg_dump", "pg_restore")
                        .allMatch(program -> Files.isExecutable(folder.resolve(program))))
                .findFirst();
    }

    static InstalledPostgres started(Path programs) throws IOException, InterruptedException {
        return new InstalledPostgres(programs);
    }

    /** A new database; answers its name. */
    String created(String database) throws IOException, InterruptedException {
        run("createdb", database);
        return database;
    }

    /** How the application finds a database. */
    List<String> arguments(String database) {
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    /** One of the programs that connect to the server. */
    void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                programs.resolve(program).toString(), "--host=127.0.0.1", "--port=" + port, "--username=postgres"));
        command.addAll(List.of(arguments));
        done(command);
    }

    /** One of those that work on the files; they refuse to run as root. */
    private void serve(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        done(command);
    }

    private void done(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(said));
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        try {
            serve("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
