package org.mingzhang.ledger.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.RehashedRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the whole log again and again and hashes each event anew from what it says.
 *
 * <p>Checkpoints are compared by stored hashes, which an altered event keeps; only this, and the verifier outside, sees
 * that it no longer gives its hash. On the way every checkpoint that was kept is compared. It works a twentieth of the
 * time, and goes on where it stood after a restart.
 */
public final class Recheck implements AutoCloseable {
    /** At most a twentieth of one processor. */
    private static final int RESTS_AS_LONG = 19;

    private static final Duration LEAST_REST = Duration.ofMillis(100);
    private static final Duration UNTIL_NEW_EVENTS = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);

    private final CheckpointFolder folder;
    private final LogTree tree;
    private final Rehashing rehashing;
    private final Path file;
    private final Duration every;
    private final InstantSource clock = InstantSource.system();
    private final Follower follower = new Follower("recheck", this::look);
    private volatile RecheckState state;

    /** @param every how long after the beginning of a round the next one begins */
    public Recheck(CheckpointKeeper keeper, LogTree tree, RehashedRows rows, Path folder, Duration every) {
        this.folder = keeper.folder();
        this.tree = tree;
        this.rehashing = new Rehashing(rows, keeper.folder().notes());
        this.file = folder.resolve("recheck.txt");
        this.every = every;
        this.state = RecheckState.beginning(tree.algorithm(), clock.instant(), Optional.empty());
    }

    /**
     * What one round went through: each of the first so many events gave its hash.
     *
     * @param began when the round began
     * @param at when it came so far
     */
    public record Progress(long events, Instant began, Instant at) {}

    /** The most that was gone through; empty when nothing was yet. */
    public Optional<Progress> progress() {
        return state.done();
    }

    /** Goes on where it stood. */
    public void start() {
        state = RecheckState.read(file, tree.algorithm()).orElse(state);
        follower.start();
    }

    @Override
    public void close() {
        follower.close();
        state.write(file);
    }

    private Duration look() {
        long began = System.nanoTime();
        try {
            Optional<Duration> rest = step();
            Duration took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(RESTS_AS_LONG);
            return rest.orElse(took.compareTo(LEAST_REST) > 0 ? took : LEAST_REST);
        } catch (RuntimeException e) {
            LOG.warn("the log could not be hashed anew: {}", e.toString());
            return UNTIL_NEW_EVENTS;
        }
    }

    /** One run of events; answers how long to rest when there is nothing more to do for now. */
    Optional<Duration> step() {
        LogTree.Root root = tree.latest();
        Instant now = clock.instant();
        Frontier frontier = state.frontier();
        boolean through = frontier.size() == root.size();
        if (through && now.isBefore(state.began().plus(every))) {
            return Optional.of(UNTIL_NEW_EVENTS.compareTo(every) < 0 ? UNTIL_NEW_EVENTS : every);
        }
        if (through || frontier.size() > root.size()) {
            frontier = Frontier.empty(tree.algorithm());
            state = RecheckState.beginning(tree.algorithm(), now, state.done());
        }
        Optional<String> wrong = goneThrough(frontier, root, now);
        wrong.ifPresent(folder.mark()::set);
        return wrong.isPresent() ? Optional.of(every) : Optional.empty();
    }

    private Optional<String> goneThrough(Frontier frontier, LogTree.Root root, Instant now) {
        Rehashing.Piece piece = rehashing.after(frontier, root);
        if (piece.wrong().isEmpty()) {
            state = state.with(piece.frontier(), now);
            state.write(file);
        }
        return piece.wrong();
    }
}
