package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.PackSeal;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.LogTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Key and checkpoints of an installation; signs a checkpoint only if it goes on from the one that was kept before. */
final class CheckpointFolder {
    private static final String KEY_IS_MISSING = "the key is missing in the folder of the ledger";
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

    private final Path folder;
    private final FolderLock lock;
    private final KeyFiles keys;
    private final KeptNotes notes;
    private final BrokenMark mark;
    private final KeptComparison comparison;
    private volatile Optional<String> failure = Optional.empty();

    /** As they were last read: the folder may be away for a while, the key that was handed out stays what it is. */
    private volatile Optional<KeyFiles.Told> known = Optional.empty();

    CheckpointFolder(Path folder, LogTree tree, InstantSource clock, SignatureScheme scheme) {
        this.folder = folder;
        this.lock = new FolderLock(folder);
        this.keys = new KeyFiles(folder, scheme);
        this.notes = new KeptNotes(folder.resolve("checkpoints"), clock);
        this.mark = new BrokenMark(folder, clock);
        this.comparison = new KeptComparison(tree);
    }

    KeptNotes notes() {
        return notes;
    }

    KeyFiles keys() {
        return keys;
    }

    BrokenMark mark() {
        return mark;
    }

    /** Makes the key if nothing shows that there ever was one, and compares the log with what was kept of it. */
    void open(String origin) {
        try {
            Files.createDirectories(folder);
            lock.alone(() -> {
                notes.make();
                notes.refresh();
                if (keys.untouched() && notes.newest().isEmpty()) {
                    keys.make(origin, stated().size());
                }
                return keys.signer();
            });
        } catch (IOException | UncheckedIOException | UnreadableNote e) {
            failed(e);
        }
        chain().flatMap(chain -> comparison.withKept(notes, chain)).ifPresent(mark::set);
    }

    /** A checkpoint of the log as it is now, signed and kept; throws {@link NoCheckpointException} when that may not be. */
    String cut() {
        return alone(() -> signed(signer()));
    }

    /** Signs what is no checkpoint; throws {@link NoCheckpointException} when nothing may be signed. */
    String seal(PackSeal seal) {
        return alone(() -> {
            mark.read().ifPresent(why -> {
                throw new NoCheckpointException(why);
            });
            return signer().sign(seal.text());
        });
    }

    /** Another key signs from now on. */
    void rotate() {
        alone(() -> {
            SignerKey present = signer();
            String note = signed(present);
            keys.rotate(present, Checkpoint.read(SignedNote.read(note).text()).size());
            return note;
        });
    }

    private String alone(FolderLock.Work<String> work) {
        try {
            String done = lock.alone(work);
            failure = Optional.empty();
            return done;
        } catch (IOException | UncheckedIOException | UnreadableNote e) {
            throw new NoCheckpointException(failed(e));
        }
    }

    private String failed(Exception why) {
        LOG.warn("no checkpoint could be cut: {}", why.toString());
        failure = Optional.of(why.toString());
        return why.toString();
    }

    private SignerKey signer() throws IOException {
        return keys.signer().orElseThrow(() -> new NoCheckpointException(KEY_IS_MISSING));
    }

    private String signed(SignerKey key) throws IOException {
        notes.refresh();
        mark.read().ifPresent(why -> {
            throw new NoCheckpointException(why);
        });
        LogTree.Root root = stated();
        notes.newest().ifPresent(kept -> holds(comparison.with(kept.note(), keychain())));
        holds(comparison.within(root));
        Optional<KeptNotes.Kept> same = notes.newest().filter(kept -> kept.size() == root.size());
        if (same.filter(kept -> SignedNote.read(kept.note()).isSignedBy(key.verifier()))
                .isPresent()) {
            return same.get().note();
        }
        String note = key.sign(new Checkpoint(key.verifier().name(), root.size(), root.hash()).text());
        if (same.isEmpty()) {
            notes.keep(root.size(), note);
        }
        return note;
    }

    /** Compares the log with the newest checkpoint that any node kept, also when it has not grown. */
    void compare() throws IOException {
        notes.refresh();
        Optional<KeyChain> chain = chain();
        if (chain.isPresent()) {
            notes.newest()
                    .flatMap(kept -> comparison.with(kept.note(), chain.get()))
                    .ifPresent(mark::set);
        }
    }

    private LogTree.Root stated() {
        Optional<LogTree.Root> root = comparison.stated();
        if (root.isEmpty()) {
            holds(Optional.of("what the log states of its tree is no tree's"));
        }
        return root.orElseThrow();
    }

    /** How many events the tree has. */
    long size() {
        return stated().size();
    }

    /** Whether the log has events that no checkpoint counts. */
    boolean isBehind() {
        long kept = notes.newest().map(KeptNotes.Kept::size).orElse(0L);
        return comparison.stated().filter(root -> root.size() <= kept).isEmpty();
    }

    /** Nothing is signed from then on. */
    private void holds(Optional<String> against) {
        against.ifPresent(why -> {
            mark.set(why);
            throw new NoCheckpointException(why);
        });
    }

    /** Whether a checkpoint, kept by whomever, is of this log, and this log still begins with what it counts. */
    Optional<String> against(String note) {
        return comparison.with(note, keychain());
    }

    /** The keys, read anew each time, because another process on the same folder may have changed them. */
    private Optional<KeyFiles.Told> told() {
        try {
            Optional<KeyFiles.Told> read = keys.told();
            if (read.isPresent()) {
                known = read;
            }
        } catch (UncheckedIOException | UnreadableNote e) {
            LOG.warn("the keys of the ledger cannot be read: {}", e.toString());
        }
        return known;
    }

    private Optional<KeyChain> chain() {
        return told().map(KeyFiles.Told::chain);
    }

    private KeyChain keychain() {
        return chain().orElseThrow(() -> new NoCheckpointException(KEY_IS_MISSING));
    }

    /** The key with which checkpoints are verified. */
    VerifierKey verifier() {
        return keychain().present();
    }

    /** Why no checkpoint can be signed or kept at present. */
    Optional<String> trouble() {
        return keys.missing() ? Optional.of(KEY_IS_MISSING) : failure;
    }

    /** The notes that lead from earlier keys to the present one, the oldest first. */
    List<String> successions() {
        return told().map(KeyFiles.Told::successions).orElse(List.of());
    }
}
