package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.RehashedRows;
import org.mingzhang.ledger.store.WriterConnections;

/** The log of an installation as it lies in its database, for programs that only read: nothing is signed, kept or marked. */
public final class InstalledLog implements AutoCloseable {
    private final JdbcEventLog log;
    private final RehashedRows rows;
    private final TreeHash hash;
    private final KeptNotes notes;
    private final BrokenMark mark;

    /** @param folder of key and checkpoints, which need not be there */
    public InstalledLog(DataSource dataSource, TreeHash hash, Path folder) throws IOException {
        this.log = new JdbcEventLog(
                dataSource, new WriterConnections(dataSource), new EventCodec(), hash, AppendObserver.NOBODY);
        this.rows = new RehashedRows(dataSource, hash);
        this.hash = hash;
        this.notes = new KeptNotes(folder.resolve("checkpoints"), InstantSource.system());
        this.mark = new BrokenMark(folder, InstantSource.system());
        if (Files.isDirectory(folder.resolve("checkpoints"))) {
            notes.refresh();
        }
    }

    public EventLog events() {
        return log;
    }

    /**
     * What came of hashing every event anew.
     *
     * @param events how many the log had when that began
     * @param checkpoints how many of it were kept outside the database, all of which fit if nothing is wrong
     * @param wrong what does not hold
     */
    public record Verdict(long events, long checkpoints, Optional<String> wrong) {}

    /** Whether each event gives its hash, all of them the root that the log states, and every checkpoint that was kept fits. */
    public Verdict verdict() {
        LogTree.Root root = log.tree().latest();
        long[] sizes = notes.sizes();
        Optional<String> wrong = mark.read();
        if (wrong.isEmpty() && sizes.length > 0 && sizes[sizes.length - 1] > root.size()) {
            wrong = Optional.of(
                    "a checkpoint counts " + sizes[sizes.length - 1] + " events, the log has " + root.size());
        }
        Rehashing rehashing = new Rehashing(rows, notes);
        Frontier frontier = Frontier.empty(hash);
        while (wrong.isEmpty() && frontier.size() < root.size()) {
            Rehashing.Piece piece = rehashing.after(frontier, root);
            frontier = piece.frontier();
            wrong = piece.wrong();
        }
        return new Verdict(root.size(), sizes.length, wrong);
    }

    @Override
    public void close() {
        log.close();
    }
}
