package org.mingzhang.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.ledger.testing.BrittleDisk;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A full disk under the embedded database: what is written waits, what is there is read, changes are turned away. */
class PatientDiskTest {
    @TempDir
    Path folder;

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection reader;

    @BeforeEach
    void open() throws SQLException {
        BrittleDisk.mount();
        PatientDisk.mount();
        database.setUrl("jdbc:h2:patient:brittle:" + folder.resolve("disk") + TestDatabase.H2_OPTIONS);
        database.setUser("sa");
        database.setPassword("");
        reader = database.getConnection();
        reader.createStatement().execute("create table kept (words varchar)");
    }

    @AfterEach
    void room() throws SQLException {
        BrittleDisk.room();
        reader.close();
    }

    @Test
    void what_is_written_waits_for_room_and_is_there_then() throws Exception {
        BrittleDisk.failWrites();
        CompletableFuture<Void> written = written();
        awaitHeld();
        assertThat(new DiskHealth().health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new DiskHealth().health().getDetails()).containsEntry("failure", "No space left on device");
        assertThat(CompletableFuture.supplyAsync(
                        this::rows, task -> Thread.ofPlatform().start(task)))
                .as("is answered meanwhile")
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(written).isNotDone();
        BrittleDisk.room();
        written.join();
        assertThat(rows()).isOne();
        assertThat(PatientDisk.held()).isEmpty();
        assertThat(new DiskHealth().health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoever_wants_to_change_something_is_asked_to_come_back_and_whoever_reads_is_served() throws Exception {
        BrittleDisk.failWrites();
        CompletableFuture<Void> written = written();
        awaitHeld();
        for (String method : Set.of("POST", "PUT", "PATCH", "DELETE")) {
            MockHttpServletResponse refused = asked(method);
            assertThat(refused.getStatus()).as(method).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        }
        assertThat(asked("GET").getStatus()).isEqualTo(200);
        BrittleDisk.room();
        written.join();
        assertThat(asked("POST").getStatus()).isEqualTo(200);
    }

    /** Of the file itself, and of one that is written behind the scenes. */
    static Stream<IOException> closed() {
        return Stream.of(new ClosedChannelException(), new IOException(new ClosedChannelException()));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void a_file_that_was_closed_meanwhile_is_not_waited_for(IOException closed) {
        HeldWrites held = new HeldWrites();
        Iterator<IOException> failures =
                List.of(new IOException("full"), closed, closed).iterator();
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> held.untilRoom(() -> {
                        throw failures.next();
                    }))
                    .isSameAs(closed);
        }
        assertThat(held.now()).isEmpty();
    }

    @Test
    void whoever_stops_the_program_does_not_wait_for_room() {
        HeldWrites held = new HeldWrites();
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return held.untilRoom(() -> {
                    throw new IOException("full");
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Awaitility.await().until(() -> !held.now().isEmpty());
        assertThat(waiting).isNotDone();
        held.end();
        assertThatThrownBy(waiting::join).hasRootCauseMessage("full");
        assertThat(held.now()).isEmpty();
    }

    private CompletableFuture<Void> written() {
        return CompletableFuture.runAsync(() -> {
            try (Connection writer = database.getConnection();
                    Statement statement = writer.createStatement()) {
                statement.execute("insert into kept values ('a decision')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void awaitHeld() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> PatientDisk.held().isPresent());
    }

    private int rows() {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletResponse asked(String method) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new DatabaseAway().doFilter(new MockHttpServletRequest(method, "/"), response, new MockFilterChain());
        return response;
    }
}
