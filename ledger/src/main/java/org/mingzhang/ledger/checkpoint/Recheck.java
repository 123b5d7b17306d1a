package org.mingzhang.ledger.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
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
    private static final int RUN = 500;

    /** At most a twentieth of one processor. */
    private static final int RESTS_AS_LONG = 19;

    private static final Duration LEAST_REST = Duration.ofMillis(100);
    private static final Duration UNTIL_NEW_EVENTS = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);

    private final CheckpointFolder folder;
    private final LogTree tree;
    private final RehashedRows rows;
    private final Path file;
    private final Duration every;
    private final InstantSource clock = InstantSource.system();
    private final Follower follower = new Follower("recheck", this::look);
    private volatile RecheckState state;

    /** Up to where this round fitted a checkpoint that was kept; only the thread that looks uses it. */
    private long fitted;

    /** @param every how long after the beginning of a round the next one begins */
    public Recheck(CheckpointKeeper keeper, LogTree tree, RehashedRows rows, Path folder, Duration every) {
        this.folder = keeper.folder();
        this.tree = tree;
        this.rows = rows;
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
            fitted = 0;
            frontier = Frontier.empty(tree.algorithm());
            state = RecheckState.beginning(tree.algorithm(), now, state.done());
        }
        Optional<String> wrong = goneThrough(frontier, root, now);
        wrong.ifPresent(folder.mark()::set);
        return wrong.isPresent() ? Optional.of(every) : Optional.empty();
    }

    private Optional<String> goneThrough(Frontier frontier, LogTree.Root root, Instant now) {
        long kept = folder.notes().from(frontier.size() + 1).orElse(Long.MAX_VALUE);
        long to = Math.min(Math.min(root.size(), kept), frontier.size() + RUN);
        List<RehashedRows.Rehashed> run = rows.between(frontier.size(), to);
        long expected = frontier.size() + 1;
        for (RehashedRows.Rehashed row : run) {
            if (row.position() != expected) {
                break;
            }
            if (!row.computed().equals(row.stored())) {
                return Optional.of("position " + expected + " was changed: what it says does not give its hash");
            }
            expected++;
        }
        if (expected <= to) {
            return Optional.of("position " + expected + " is missing");
        }
        Frontier grown =
                frontier.with(run.stream().map(RehashedRows.Rehashed::computed).toList(), node -> {});
        Optional<String> wrong = to == kept ? unlikeKept(grown) : Optional.empty();
        if (wrong.isEmpty() && to == root.size() && !grown.root().equals(root.hash())) {
            wrong = Optional.of("the events up to position " + to + " do not give the root that the log states");
        }
        if (wrong.isEmpty()) {
            state = state.with(grown, now);
            state.write(file);
        }
        return wrong;
    }

    private Optional<String> unlikeKept(Frontier grown) {
        if (folder.notes().note(grown.size()).filter(note -> !fits(note, grown)).isPresent()) {
            return Optional.of("the events from position " + (fitted + 1) + " up to position " + grown.size()
                    + " are not those of the checkpoint, although each gives its own hash");
        }
        fitted = grown.size();
        return Optional.empty();
    }

    /** One that cannot be read fits nothing. */
    private static boolean fits(String note, Frontier grown) {
        try {
            return Checkpoint.read(SignedNote.read(note).text()).root().equals(grown.root());
        } catch (UnreadableNote e) {
            return false;
        }
    }
}
