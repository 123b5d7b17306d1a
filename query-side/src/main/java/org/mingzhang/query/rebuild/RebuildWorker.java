package org.mingzhang.query.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.mingzhang.ledger.follow.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does what there is to do, on every node; says every few seconds how far it is. */
final class RebuildWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final Rebuild rebuild;
    private final Follower follower;
    private volatile boolean running;

    /** From here on only the thread that looks uses them. */
    private boolean asked;

    private boolean failing;
    private long lastWords = System.nanoTime();

    /** @param thread its name */
    RebuildWorker(String thread, Rebuild rebuild) {
        this.rebuild = rebuild;
        this.follower = new Follower(thread, this::look);
    }

    /** There is something to do. */
    void wake() {
        follower.wake();
    }

    @Override
    public void start() {
        follower.start();
        running = true;
    }

    @Override
    public void stop() {
        follower.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Duration look() {
        try {
            if (!asked) {
                rebuild.startWhenFoldChanged();
                asked = true;
            }
            boolean more = rebuild.step();
            failing = false;
            words();
            return more ? Duration.ZERO : POLL;
        } catch (SQLException | RuntimeException e) {
            failed(e);
            return AFTER_FAILURE;
        }
    }

    private void failed(Exception cause) {
        if (!failing) {
            LOG.error(
                    "making {} again failed; the same piece is tried again",
                    rebuild.projection().name(),
                    cause);
        }
        failing = true;
    }

    private void words() throws SQLException {
        if (System.nanoTime() - lastWords < BETWEEN_WORDS.toNanos()) {
            return;
        }
        lastWords = System.nanoTime();
        RebuildStatus status = rebuild.status();
        for (RebuildStatus.Known known : status.generations()) {
            Generation generation = known.generation();
            if (GenerationState.WORK.contains(generation.state())) {
                LOG.info(
                        "{}: generation {}",
                        rebuild.projection().name(),
                        words(known, status.live().position()));
            }
        }
    }

    private static String words(HowFar far) {
        return "%d of %d rows, %d rows/s, %s left,"
                .formatted(far.rows(), far.inAll(), far.rowsPerSecond(), seconds(far.remaining()));
    }

    private static String seconds(Optional<Duration> left) {
        return left.map(known -> known.toSeconds() + " s").orElse("?");
    }

    /** How far it is, and how long it will take. */
    static String words(RebuildStatus.Known known, long target) {
        Generation generation = known.generation();
        String state =
                "%d is %s".formatted(generation.number(), generation.state().stored());
        return switch (generation.state()) {
            case BUILDING, SWITCHING ->
                "%s, position %d of %d, %d events/s, %s left"
                        .formatted(
                                state,
                                generation.position(),
                                target,
                                generation.eventsPerSecond(),
                                seconds(generation.remaining(target)));
            case COMPARING ->
                known.comparison()
                        .filter(comparison -> comparison.finished().isEmpty())
                        .map(comparison -> "%s as of position %d, %s up to %s"
                                .formatted(state, comparison.position(), words(comparison.howFar()), comparison.part()))
                        .orElse(state);
            case LIVE, READY, DIFFERENT, KEPT, REMOVING, REMOVED -> state;
        };
    }
}
