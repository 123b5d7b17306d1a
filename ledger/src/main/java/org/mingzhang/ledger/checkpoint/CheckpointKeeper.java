package org.mingzhang.ledger.checkpoint;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts checkpoints at official acts and on an interval, and compares the log with the last one that was kept. */
public final class CheckpointKeeper implements AutoCloseable {
    /** Under load the log is looked at so often, and not after every commit. */
    private static final Duration MOMENT = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKeeper.class);

    /** 批复 and 公开: what others rely on from then on. */
    private static final List<String> OFFICIAL = List.of("budget-approved", "disclosure-published");

    /** The order makes it read the few positions since then, and not the whole log. */
    private static final String OFFICIAL_SINCE =
            "select 1 from event_log where position > ? and name in (?, ?) order by position fetch first 1 rows only";

    private final DataSource dataSource;
    private final EventLog log;
    private final LogTree tree;
    private final CheckpointFolder folder;
    private final String origin;
    private final Duration interval;
    private final Follower follower = new Follower("checkpoints", MOMENT, this::look);

    /** Up to where the log was looked at, and when the last checkpoint was cut; only the thread that looks uses them. */
    private long looked;

    private long cutAt;
    private volatile Optional<String> broken = Optional.empty();

    /** @param origin name of the installation; blank to invent one */
    public CheckpointKeeper(
            DataSource dataSource, EventLog log, LogTree tree, Path folder, String origin, Duration interval) {
        this.dataSource = dataSource;
        this.log = log;
        this.tree = tree;
        this.folder = new CheckpointFolder(folder);
        this.origin = origin;
        this.interval = interval;
    }

    public void start() {
        key();
        if (keyMadeAt() > 0) {
            LOG.warn(
                    "The key of the ledger was made when the log had {} events already: checkpoints of a key before it"
                            + " can only be compared by hand.",
                    keyMadeAt());
        }
        compare();
        looked = kept();
        cutAt = System.nanoTime();
        log.onAppend(follower::wake);
        follower.start();
    }

    /** The key with which checkpoints are verified; to be handed out. */
    public VerifierKey verifier() {
        return key().verifier();
    }

    /** Read anew each time, because another process on the same folder may have changed it. */
    private synchronized SignerKey key() {
        return folder.key(origin, () -> tree.latest().size());
    }

    /** How many events the log had when its key was made: more than none when an earlier key was lost. */
    public long keyMadeAt() {
        return folder.madeAt();
    }

    /** The notes that lead from earlier keys to the present one, the oldest first. */
    public List<String> successions() {
        return folder.successions();
    }

    /** Signs with another key from now on; both keys sign for the change, and the old one is thrown away. */
    public synchronized VerifierKey rotate() {
        long size = Checkpoint.read(SignedNote.read(cut()).text()).size();
        folder.rotate(key(), size);
        LOG.info("the key of the ledger was changed at {} events, it is {} from now on", size, verifier());
        return verifier();
    }

    private KeyChain keys() {
        return KeyChain.of(successions().stream().map(KeySuccession::read).toList(), verifier());
    }

    /** A checkpoint of the log as it is now, signed and kept. */
    public synchronized String cut() {
        LogTree.Root root = tree.latest();
        SignerKey key = key();
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), root.size(), root.hash());
        String note = key.sign(checkpoint.text());
        folder.keep(root.size(), note);
        return note;
    }

    /** The checkpoint of the largest size that was kept. */
    public Optional<String> latest() {
        return folder.latest();
    }

    /** What speaks against the log; empty when it still says what it said at the last checkpoint. */
    public Optional<String> broken() {
        return broken;
    }

    /** Whether a checkpoint, kept by whomever, is of this log, and this log still begins with what it counts. */
    public Optional<String> against(String note) {
        try {
            SignedNote signed = SignedNote.read(note);
            Checkpoint checkpoint = Checkpoint.read(signed.text());
            if (!keys().signed(signed, checkpoint.size())) {
                return Optional.of(
                        "the checkpoint is not signed by " + verifier().name());
            }
            return rewritten(checkpoint.size(), checkpoint.root());
        } catch (UnreadableNote e) {
            return Optional.of(e.getMessage() == null ? "the checkpoint cannot be read" : e.getMessage());
        }
    }

    private Optional<String> rewritten(long size, Hash root) {
        long now = tree.latest().size();
        if (size > now) {
            return Optional.of("the checkpoint counts " + size + " events, the log has " + now);
        }
        return tree.at(size).hash().equals(root)
                ? Optional.empty()
                : Optional.of("the events up to position " + size + " are not those of the checkpoint");
    }

    private void compare() {
        broken = latest().flatMap(this::against);
        broken.ifPresent(why -> LOG.error("The log does not fit the checkpoint that was kept outside it: {}", why));
    }

    private Duration look() {
        try {
            long head = log.head();
            boolean due = System.nanoTime() - cutAt >= interval.toNanos() || looked == 0;
            if ((head > looked && official(looked)) || (due && head > kept())) {
                cut();
                cutAt = System.nanoTime();
            }
            looked = head;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("no checkpoint could be cut: {}", e.toString());
        }
        return interval;
    }

    /** How many events the last checkpoint counts. */
    private long kept() {
        return latest().map(
                        note -> Checkpoint.read(SignedNote.read(note).text()).size())
                .orElse(0L);
    }

    private boolean official(long since) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OFFICIAL_SINCE)) {
            select.setLong(1, since);
            for (int at = 0; at < OFFICIAL.size(); at++) {
                select.setString(2 + at, OFFICIAL.get(at));
            }
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
