package org.mingzhang.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of rows that are long in coming is the same file, and whoever has left it is noticed. */
class HeldBackTest {
    private static final Grid<String> GRID = new Grid<>("list", List.of(GridColumn.text("column", row -> row)));
    private final AtomicLong now = new AtomicLong();

    @Test
    void what_is_written_comes_out_in_order_whatever_the_beats() throws IOException {
        Random random = new Random(4);
        ByteArrayOutputStream wanted = new ByteArrayOutputStream();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        HeldBack held = new HeldBack(got, now::get);
        for (int i = 0; i < 400; i++) {
            byte[] some = new byte[random.nextInt(i % 7 == 0 ? 3_000 : 40)];
            random.nextBytes(some);
            wanted.write(some);
            held.write(some);
            for (int beats = random.nextInt(5); beats > 0; beats--) {
                now.addAndGet(Duration.ofMillis(700).toNanos());
                held.beat();
            }
        }
        assertThat(got.size()).isLessThan(wanted.size());
        held.finish();
        assertThat(got.toByteArray()).isEqualTo(wanted.toByteArray());
    }

    @Test
    void one_byte_goes_out_a_second_and_none_sooner() throws IOException {
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        HeldBack held = new HeldBack(got, now::get);
        held.write("abc".getBytes(StandardCharsets.UTF_8));
        held.beat();
        assertThat(got.size()).isZero();
        for (String wanted : List.of("a", "ab", "abc", "abc")) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            held.beat();
            held.beat();
            assertThat(got.toString(StandardCharsets.UTF_8)).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(GridFormat.class)
    void a_client_that_leaves_while_nothing_is_found_ends_the_search_within_seconds(GridFormat format)
            throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                GRID.file("subject", (SlowRows<String>) HeldBackTest::nothingFor, format)
                        .write(out, key -> key);
                ended.complete(new AssertionError("it was looked for to the end"));
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        server.start();
        try {
            try (Socket client = new Socket(
                    InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
                client.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(client.getInputStream().read()).isPositive();
            }
            assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_goes_wrong_with_the_rows_themselves_is_not_taken_for_a_client_that_left() {
        SlowRows<String> broken = lookedOn -> {
            throw new IllegalStateException("the rows");
        };
        assertThatThrownBy(() ->
                        GRID.file("subject", broken, GridFormat.CSV).write(new ByteArrayOutputStream(), key -> key))
                .hasMessage("the rows");
    }

    /** Looks for two minutes and finds nothing, telling so ten times a second. */
    private static Iterator<String> nothingFor(Runnable lookedOn) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    for (int look = 0; look < 1_200; look++) {
                        Thread.sleep(100);
                        lookedOn.run();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }

            @Override
            public String next() {
                throw new NoSuchElementException();
            }
        };
    }
}
