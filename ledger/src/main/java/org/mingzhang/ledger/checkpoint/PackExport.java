package org.mingzhang.ledger.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.PackSeal;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.LogTree;

/**
 * Evidence packs: some events of the log with their proofs, and files that explain them, under one seal; their form is said
 * at the package {@code ledger.verify}.
 *
 * <p>Everything goes out as it is written; what is remembered is a line for each file.
 */
public final class PackExport {
    private static final String EVENTS = "events.tsv";

    private final CheckpointKeeper keeper;
    private final BundleEvents events;
    private final LogTree tree;
    private final OlderCheckpoints older;

    public PackExport(CheckpointKeeper keeper, BundleEvents events, LogTree tree) {
        this.keeper = keeper;
        this.events = events;
        this.tree = tree;
        this.older = new OlderCheckpoints(keeper, tree);
    }

    /** Writes the files that explain the events. */
    public interface Explanation {
        void write(Files files) throws IOException;
    }

    /** Takes one file after another. */
    public interface Files {
        /** @param path of visible ASCII, with slashes between; what is in a folder {@code attachments} an event has to name */
        void add(String path, Content content) throws IOException;
    }

    /** Writes the bytes of a file; closing what it writes to does nothing. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** How many events a checkpoint counts. */
    public static long events(String note) {
        return OlderCheckpoints.size(note);
    }

    /** A checkpoint that can be sealed, to begin with; throws {@link NoCheckpointException} when nothing may be signed. */
    public String checkpoint() {
        return keeper.fresh();
    }

    /**
     * Writes a ZIP.
     *
     * @param note the checkpoint that counts all of the events
     * @param positions of the events
     */
    public void write(String note, SortedSet<Long> positions, Explanation explanation, OutputStream out)
            throws IOException {
        write(note, OptionalLong.empty(), positions, explanation, out);
    }

    /**
     * The same with the proof that the log begins with what an older checkpoint counts.
     *
     * @param since how many events that one counts, no more than {@code note}
     */
    public void write(
            String note, OptionalLong since, SortedSet<Long> positions, Explanation explanation, OutputStream out)
            throws IOException {
        Checkpoint checkpoint = Checkpoint.read(SignedNote.read(note).text());
        Sealed sealed = new Sealed(new ZipOutputStream(out));
        sealed.text("checkpoint.txt", note);
        sealed.text("key.txt", keeper.verifier() + "\n");
        List<String> successions = keeper.successions();
        for (int at = 0; at < successions.size(); at++) {
            sealed.text(KeySuccession.file(at + 1), successions.get(at));
        }
        if (since.isPresent()) {
            sealed.text("growth.txt", older.growth(since.getAsLong(), note));
            sealed.text("older.txt", older.note(since.getAsLong()));
        }
        List<Long> chosen = positions.headSet(checkpoint.size() + 1).stream().toList();
        chosen.forEach(sealed::event);
        sealed.add(EVENTS, to -> events.writeChosen(chosen, tree, checkpoint.size(), to));
        explanation.write(sealed);
        String list = sealed.list.toString();
        sealed.text("files.tsv", list);
        String digest = HexFormat.of().formatHex(sha256().digest(list.getBytes(StandardCharsets.UTF_8)));
        sealed.text("pack.txt", keeper.seal(PackSeal.of(checkpoint, digest)));
        sealed.zip.finish();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The pack so far, with the list that will be sealed. */
    private static final class Sealed implements Files {
        private final ZipOutputStream zip;
        private final StringBuilder list = new StringBuilder();

        Sealed(ZipOutputStream zip) {
            this.zip = zip;
        }

        void event(long position) {
            list.append("event\t").append(position).append('\n');
        }

        void text(String path, String text) throws IOException {
            add(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void add(String path, Content content) throws IOException {
            zip.putNextEntry(new ZipEntry(path));
            Measured measured = new Measured(zip);
            content.write(measured);
            zip.closeEntry();
            list.append("file\t")
                    .append(HexFormat.of().formatHex(measured.digest.digest()))
                    .append('\t')
                    .append(measured.length)
                    .append('\t')
                    .append(path)
                    .append('\n');
        }
    }

    /** Hashes and counts what goes through. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private long length;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            digest.update(bytes, from, count);
            length += count;
        }

        @Override
        public void flush() {
            // The ZIP decides when.
        }

        @Override
        public void close() {
            // The next file follows.
        }
    }
}
