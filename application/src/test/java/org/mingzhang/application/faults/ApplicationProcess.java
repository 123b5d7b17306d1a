package org.mingzhang.application.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.application.MingzhangApplication;

/** The application in a process of its own, which can be killed and started again. */
final class ApplicationProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final Installation installation;
    private final Path folder;
    private final Path output;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;
    private volatile String address;

    /** @param folder the data folder; several processes on one database have one each */
    ApplicationProcess(Installation installation, Path folder) throws IOException {
        this.installation = installation;
        this.folder = folder;
        this.output = Files.createTempFile("mingzhang-process", ".log");
        this.address = "http://127.0.0.1:1";
        this.process = start();
        awaitReady();
    }

    /** Where it answers; another port after each start. */
    String address() {
        return address;
    }

    /** For one client of it, wherever it answers after a start. */
    HttpDoor door() {
        return new HttpDoor(this::address, installation);
    }

    long pid() {
        return process.pid();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Starts again on the same data; answers how long it took to be ready, in seconds. */
    double startAgain() throws IOException {
        long began = System.nanoTime();
        process = start();
        awaitReady();
        return (System.nanoTime() - began) / 1e9;
    }

    /** Whether the health endpoint says that all is well. */
    boolean healthy() {
        return status("/actuator/health", Duration.ofSeconds(5)) == 200;
    }

    /** What a page or file says. */
    String text(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What a request is answered with; 0 for no answer. */
    int status(String path, Duration longest) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + path))
                                    .timeout(longest)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param status 0 for no answer */
    record Answered(int status, String body) {
        boolean done() {
            return status >= 200 && status < 300;
        }
    }

    /** What a program with a token is told. */
    Answered ask(String method, String path, String token, String key, String body) {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(LONGEST_ANSWER)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .header("If-Match", "*")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answered(0, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until all is well; answers how long it took, in seconds. */
    double awaitReady() {
        long began = System.nanoTime();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                String how = process.isAlive() ? "" : " but ended with " + process.exitValue();
                throw new IllegalStateException("the application is not ready" + how + ":\n" + said());
            }
            pause();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** What it printed. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MingzhangApplication.class.getName(),
                "--server.port=" + port,
                "--mingzhang.data=" + folder,
                "--mingzhang.ledger=" + installation.data().resolve("ledger"),
                "--mingzhang.sample=false"));
        command.addAll(installation.arguments());
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        address = "http://127.0.0.1:" + port;
        return started;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator stops it. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
