package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.BrittleDisk;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** H2 shows a commit before its file has it, and takes it back when the disk is full: nobody may have read it. */
class HalfCommittedTest {
    private static final long AWAY = -1;

    @TempDir
    Path folder;

    private DataSource dataSource;

    /** What somebody may ask of the newest that there is. */
    enum Question {
        EVENTS {
            @Override
            long ask(JdbcEventLog log) {
                return log.read(0, 100).size();
            }
        },
        STREAM {
            @Override
            long ask(JdbcEventLog log) {
                return log.readStream(Histories.STREAM, 0).size();
            }
        },
        HEAD {
            @Override
            long ask(JdbcEventLog log) {
                return log.head();
            }
        },
        VERSION {
            @Override
            long ask(JdbcEventLog log) {
                return log.streamVersion(Histories.STREAM) + 1;
            }
        },
        RECEIPT {
            @Override
            long ask(JdbcEventLog log) {
                return log.receipt("wang.min", "b").map(Receipt::lastPosition).orElse(1L);
            }
        },
        ROOT {
            @Override
            long ask(JdbcEventLog log) {
                return log.tree().latest().size();
            }
        };

        /** So many events as there are for whoever asks. */
        abstract long ask(JdbcEventLog log);
    }

    @BeforeEach
    void open() throws Exception {
        BrittleDisk.mount();
        BrittleDisk.room();
        String url = BrittleDisk.PREFIX + folder.resolve("log") + TestDatabase.H2_OPTIONS;
        try (OpenDatabase migrated = TestDatabase.H2.open(url)) {
            assertThat(migrated.url()).isEqualTo(url);
        }
        JdbcDataSource unpooled = new JdbcDataSource();
        unpooled.setUrl(url);
        unpooled.setUser("sa");
        unpooled.setPassword("");
        dataSource = unpooled;
    }

    @AfterEach
    void room() {
        BrittleDisk.room();
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void what_the_file_never_got_was_never_answered(Question question) throws Exception {
        try (Connection other = dataSource.getConnection();
                JdbcEventLog log = new JdbcEventLog(dataSource, new EventCodec())) {
            log.append(Histories.append(Histories.STREAM, -1, "a", 1));
            BrittleDisk.holdWrites();
            CompletableFuture<Appended> second = second(log);
            BrittleDisk.awaitWrite();
            assertThat(events(other)).as("what H2 shows already").isEqualTo(2);
            CompletableFuture<Long> early = CompletableFuture.supplyAsync(() -> question.ask(log));
            assertThat(answeredSoon(early)).isFalse();
            BrittleDisk.failWrites();
            assertThatThrownBy(second::join).hasCauseInstanceOf(LogUnavailableException.class);
            BrittleDisk.room();
            assertThat(early.exceptionally(HalfCommittedTest::away).join()).isIn(AWAY, 1L);
            assertThat(question.ask(log)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_slow_disk_makes_readers_wait_no_more(Question question) throws Exception {
        try (Connection other = dataSource.getConnection();
                JdbcEventLog log = new JdbcEventLog(dataSource, new EventCodec())) {
            log.append(Histories.append(Histories.STREAM, -1, "a", 1));
            BrittleDisk.holdWrites();
            CompletableFuture<Appended> second = second(log);
            BrittleDisk.awaitWrite();
            CompletableFuture<Long> early = CompletableFuture.supplyAsync(() -> question.ask(log));
            assertThat(answeredSoon(early)).isFalse();
            BrittleDisk.room();
            assertThat(second.join()).isInstanceOf(Appended.Recorded.class);
            assertThat(early.join()).isEqualTo(2);
            assertThat(events(other)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void nobody_waits_for_a_disk_that_holds_what_is_written(Question question) throws Exception {
        AtomicBoolean held = new AtomicBoolean();
        try (JdbcEventLog log = new JdbcEventLog(
                dataSource, new WriterConnections(dataSource, held::get), new EventCodec(), AppendObserver.NOBODY)) {
            log.append(Histories.append(Histories.STREAM, -1, "a", 1));
            BrittleDisk.holdWrites();
            CompletableFuture<Appended> second = second(log);
            BrittleDisk.awaitWrite();
            CompletableFuture<Long> early = CompletableFuture.supplyAsync(() -> question.ask(log));
            assertThat(answeredSoon(early)).isFalse();
            held.set(true);
            assertThatThrownBy(second::join).hasCauseInstanceOf(LogUnavailableException.class);
            assertThat(early.exceptionally(HalfCommittedTest::away).join()).isEqualTo(AWAY);
            held.set(false);
            BrittleDisk.room();
            assertThat(second(log).join()).as("the same command again").isInstanceOf(Appended.Repeated.class);
            assertThat(question.ask(log)).isEqualTo(2);
        }
    }

    private static CompletableFuture<Appended> second(JdbcEventLog log) {
        return CompletableFuture.supplyAsync(() -> log.append(Histories.append(Histories.STREAM, 0, "b", 1)));
    }

    private static boolean answeredSoon(CompletableFuture<Long> answer) throws Exception {
        try {
            answer.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Whoever asks while the file is opened again is told to come back. */
    private static long away(Throwable failure) {
        assertThat(failure).hasCauseInstanceOf(LogUnavailableException.class);
        return AWAY;
    }

    private static long events(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery("select count(*) from event_log")) {
            result.next();
            return result.getLong(1);
        }
    }
}
