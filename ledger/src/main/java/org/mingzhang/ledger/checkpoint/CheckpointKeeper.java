package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.proof.PackSeal;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts checkpoints at official acts and on an interval, and signs none that contradicts what was kept before. */
public final class CheckpointKeeper implements AutoCloseable {
    /** Under load the log is looked at so often, and not after every commit. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    /** After a failure the next try does not wait for the interval. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKeeper.class);

    private final EventLog log;
    private final OfficialActs acts;
    private final CheckpointFolder folder;
    private final String origin;
    private final Duration interval;
    private final InstantSource clock;
    private final Follower follower = new Follower("checkpoints", MOMENT, this::look);

    /** Up to where the log was looked at for official acts; only the thread that looks uses it. */
    private long looked;

    /** When the log was last compared with what was kept; only the thread that looks uses it. */
    private Instant compared;

    /** When a checkpoint last counted all that the log had. */
    private volatile Instant covered;

    /** @param origin name of the installation; blank to invent one */
    public CheckpointKeeper(
            DataSource dataSource, EventLog log, LogTree tree, Path folder, String origin, Duration interval) {
        this(
                dataSource,
                log,
                tree,
                folder,
                origin,
                interval,
                SignatureScheme.named(SignatureScheme.USUAL),
                InstantSource.system());
    }

    /** @param scheme of keys that are made from now on; one that is there signs with its own */
    public CheckpointKeeper(
            DataSource dataSource,
            EventLog log,
            LogTree tree,
            Path folder,
            String origin,
            Duration interval,
            SignatureScheme scheme,
            InstantSource clock) {
        this.log = log;
        this.acts = new OfficialActs(dataSource, log);
        this.folder = new CheckpointFolder(folder, tree, clock, scheme);
        this.origin = origin;
        this.interval = interval;
        this.clock = clock;
        this.covered = clock.instant();
        this.compared = covered;
    }

    /** Makes the key if this is the beginning of the installation, and compares the log with what was kept of it. */
    public CheckpointKeeper open() {
        folder.open(origin);
        broken().ifPresent(why -> LOG.error("The log does not fit the checkpoints that were kept outside it: {}", why));
        standing().trouble().ifPresent(why -> LOG.error("No checkpoint is signed: {}", why));
        if (keyMadeAt() > 0) {
            LOG.warn(
                    "The key of the ledger was made when the log had {} events already: checkpoints of a key before it"
                            + " can only be compared by hand.",
                    keyMadeAt());
        }
        return this;
    }

    /** Opens, and cuts checkpoints from then on. */
    public void start() {
        open();
        looked = kept();
        covered = clock.instant();
        log.onAppend(follower::wake);
        follower.start();
    }

    /** The key with which checkpoints are verified; to be handed out. Throws {@link NoCheckpointException} if there never was one. */
    public VerifierKey verifier() {
        return folder.verifier();
    }

    /** How many events the log had when its key was made: more than none when an earlier key was lost. */
    public long keyMadeAt() {
        return folder.keys().madeAt();
    }

    /** The notes that lead from earlier keys to the present one, the oldest first. */
    public List<String> successions() {
        return folder.successions();
    }

    /** Signs with another key from now on; both keys sign for the change, and the old one is thrown away. */
    public VerifierKey rotate() {
        folder.rotate();
        LOG.info("the key of the ledger was changed at {} events, it is {} from now on", kept(), verifier());
        return verifier();
    }

    /**
     * A checkpoint of the log as it is now, signed and kept; the last that was kept when none may be signed.
     *
     * <p>Throws {@link NoCheckpointException} when there is none at all.
     */
    public String cut() {
        try {
            return folder.cut();
        } catch (NoCheckpointException e) {
            return latest().orElseThrow(() -> e);
        }
    }

    /** A checkpoint of the log as it is now; throws {@link NoCheckpointException} when none may be signed. */
    String fresh() {
        return folder.cut();
    }

    /** The seal of an evidence pack, signed with the key of now. */
    String seal(PackSeal seal) {
        return folder.seal(seal);
    }

    /** The checkpoint of the largest size that was kept. */
    public Optional<String> latest() {
        return folder.notes().newest().map(KeptNotes.Kept::note);
    }

    /** Every checkpoint that was kept, the smallest first; each is read when it is its turn. */
    public Stream<String> notes() {
        return Arrays.stream(folder.notes().sizes())
                .mapToObj(folder.notes()::note)
                .flatMap(Optional::stream);
    }

    /** The first checkpoint that counts the event at a position. */
    public Optional<String> covering(long position) {
        return folder.notes().from(position).stream()
                .mapToObj(folder.notes()::note)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What speaks against the log; nothing is signed from then on, until people have cleared it up. */
    public Optional<String> broken() {
        return folder.mark().read();
    }

    /** Whether a checkpoint, kept by whomever, is of this log, and this log still begins with what it counts. */
    public Optional<String> against(String note) {
        return folder.against(note);
    }

    /**
     * How it stands with the checkpoints.
     *
     * @param trouble why none can be signed or kept at present
     * @param keyMissing whether that is for want of the key
     * @param events how many the last one counts
     * @param keptAt when the last one was kept
     * @param overdue whether the log has grown for more than two intervals without one
     */
    public record Standing(
            Optional<String> broken,
            Optional<String> trouble,
            boolean keyMissing,
            long events,
            Optional<Instant> keptAt,
            boolean overdue) {
        /** Whether nobody has to do anything. */
        public boolean isSound() {
            return broken.isEmpty() && !keyMissing && !overdue;
        }
    }

    public Standing standing() {
        boolean late = Duration.between(covered, clock.instant()).compareTo(interval.multipliedBy(2)) > 0;
        return new Standing(
                broken(),
                folder.trouble(),
                folder.keys().missing(),
                kept(),
                folder.notes().newest().map(KeptNotes.Kept::at),
                late && folder.isBehind());
    }

    CheckpointFolder folder() {
        return folder;
    }

    private Duration look() {
        try {
            Instant now = clock.instant();
            if (!now.isBefore(compared.plus(interval))) {
                folder.compare();
                compared = now;
            }
            long head = folder.size();
            boolean due = !now.isBefore(covered.plus(interval)) || looked == 0;
            if (head > kept() && (due || (head > looked && acts.after(looked)))) {
                folder.cut();
            }
            looked = head;
            if (head <= kept()) {
                covered = now;
            }
            Duration left = Duration.between(now, covered.plus(interval));
            return left.isPositive() ? left : again();
        } catch (NoCheckpointException e) {
            LOG.debug("no checkpoint was cut", e);
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("no checkpoint could be cut: {}", e.toString());
        }
        return again();
    }

    private Duration again() {
        return AGAIN.compareTo(interval) < 0 ? AGAIN : interval;
    }

    /** How many events the last checkpoint counts. */
    private long kept() {
        return folder.notes().newest().map(KeptNotes.Kept::size).orElse(0L);
    }

    @Override
    public void close() {
        follower.close();
    }
}
