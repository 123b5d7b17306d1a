package org.mingzhang.application.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * From {@code ./mingzhang run} to the first page on the embedded default, with the build done; the launcher's own work
 * is part of it.
 */
final class StartBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("mingzhang");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        Path again = folder();
        firstPage(again);
        waitUntil(StartBenchmark::startUpCacheIsThere);
        told.accept(Rounds.timed("start to first page", "at most 4,000 ms", 1, 5, () -> firstPage(again)));
        told.accept(
                Rounds.timed("first start to first page, empty folder", "printed", 0, 3, () -> firstPage(folder())));
    }

    /** Milliseconds until the first page is there; stopping is not part of it. */
    private static double firstPage(Path data) {
        try {
            int port = freePort();
            long from = System.nanoTime();
            Process server = new ProcessBuilder(
                            LAUNCHER.toAbsolutePath().toString(), "run", "--port", "" + port, "--data", data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log.txt").toFile())
                    .start();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .build();
                waitUntil(() -> answers(client, page, server));
                return (System.nanoTime() - from) / 1e6;
            } finally {
                stop(server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest page, Process server) {
        if (!server.isAlive()) {
            throw new IllegalStateException("the application ended with " + server.exitValue());
        }
        try {
            return client.send(page, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the application does not stop");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The launcher makes it in the background after the first start of a build. */
    private static boolean startUpCacheIsThere() {
        try (Stream<Path> files = Files.list(Path.of("application", "target", "app"))) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + PATIENCE + " in vain");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mingzhang-start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
