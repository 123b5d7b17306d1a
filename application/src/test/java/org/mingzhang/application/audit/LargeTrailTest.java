package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.export.GridFile;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of a long trail begins at once, ends with whoever takes it, and never looks whole when it is not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeTrailTest {
    private static final String PASSWORD = "a long password";

    /** What the systems of both ends keep in buffers is less. */
    private static final int ENTRIES = 800;

    private static final int CHARACTERS = 3_000;
    private static final String FILE = "/api/ledger/trail?kind=first-proposal-submitted&format=";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(data, false);
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
        LargeTrail.record(application.context().getBean(EventLog.class), ENTRIES, CHARACTERS);
        while (found("").statusCode() == 503) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void it_begins_before_it_is_made_and_nothing_goes_on_when_the_reader_leaves() throws Exception {
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(8_192);
            URI address = URI.create(application.address());
            reader.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            reader.getOutputStream()
                    .write(("GET " + FILE + "csv HTTP/1.0\r\nHost: localhost\r\nAuthorization: " + basic() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] first = reader.getInputStream().readNBytes(4_096);
            assertThat(new String(first, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
            Thread.sleep(300);
            assertThat(writing()).as("the rest waits for the reader").isTrue();
        }
        Instant longest = Instant.now().plus(Duration.ofSeconds(20));
        while (writing() && Instant.now().isBefore(longest)) {
            Thread.sleep(50);
        }
        assertThat(writing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void one_that_breaks_off_never_looks_whole(String format) throws Exception {
        JdbcClient jdbc = JdbcClient.create(application.context().getBean(DataSource.class));
        jdbc.sql("drop trigger if exists event_log_append_only").update();
        int spoilt = jdbc.sql("update event_log set payload = ? where position = 100")
                .param(new byte[] {'?'})
                .update();
        assertThat(spoilt).isOne();
        try {
            assertThat(whole(FILE + format).statusCode())
                    .as("where nothing has gone out yet")
                    .isEqualTo(500);
        } catch (IOException brokenOff) {
            assertThat(brokenOff).as("before its end").isNotNull();
        }
    }

    /** The last, because nothing is found any more after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void there_is_none_while_entries_that_belong_into_it_cannot_be_found() throws Exception {
        EventLog log = application.context().getBean(EventLog.class);
        application.context().getBean("trailFeed", SmartLifecycle.class).stop();
        long before = log.head();
        LargeTrail.record(log, 2, CHARACTERS);
        HttpResponse<String> answer = found("");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("审计轨迹目前查得到").doesNotContain("??");
        assertThat(found("&before=" + before).statusCode())
                .as("of what can be found")
                .isEqualTo(200);
    }

    /** Of a kind that is not spoilt. */
    private static HttpResponse<String> found(String further) throws IOException, InterruptedException {
        return whole("/api/ledger/trail?kind=account-created&format=csv" + further);
    }

    private static boolean writing() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(GridFile.class.getName()));
    }

    private static HttpResponse<String> whole(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", basic())
                .header("Accept-Language", "zh-CN")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("auditor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
