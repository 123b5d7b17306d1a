package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingzhang.ledger.proof.CarriedSuccessions;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.TlogProof;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.LogTree;

/** The log, one budget of it or one event of it, in forms that anybody can verify without this program and its database. */
public final class BundleExport {
    private final CheckpointKeeper keeper;
    private final BundleEvents events;
    private final LogTree tree;
    private final OlderCheckpoints older;

    public BundleExport(CheckpointKeeper keeper, BundleEvents events, LogTree tree) {
        this.keeper = keeper;
        this.events = events;
        this.tree = tree;
        this.older = new OlderCheckpoints(keeper, tree);
    }

    /** Writes a ZIP of the log as it is now, with a checkpoint that is cut for it. */
    public void write(OutputStream out) throws IOException {
        // What is kept before the cut counts no more events than it, or the end of the log is missing.
        Stream<String> kept = signed();
        String note = keeper.cut();
        ZipOutputStream zip = begun(note, out);
        zip.putNextEntry(new ZipEntry("kept.txt"));
        kept(kept, zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("events.tsv"));
        events.write(OlderCheckpoints.size(note), zip);
        zip.closeEntry();
        zip.finish();
    }

    /**
     * Writes a ZIP of one stream, each event with its proof.
     *
     * @param since to compare with a checkpoint of that many events; more than the log has are refused
     */
    public void writeStream(String stream, OptionalLong since, OutputStream out) throws IOException {
        String note = keeper.cut();
        long size = OlderCheckpoints.size(note);
        String growth = since.isPresent() ? older.growth(since.getAsLong(), note) : "";
        ZipOutputStream zip = begun(note, out);
        if (since.isPresent()) {
            entry(zip, "growth.txt", growth);
            entry(zip, "older.txt", older.note(since.getAsLong()));
        }
        zip.putNextEntry(new ZipEntry("events.tsv"));
        events.writeStream(stream, tree, size, zip);
        zip.closeEntry();
        zip.finish();
    }

    /** That the event at a position is in the log, with the event; refuses a position that the log does not have. */
    public String inclusion(long position) {
        String note = keeper.cut();
        if (position < 1 || position > OlderCheckpoints.size(note)) {
            throw new IllegalArgumentException("the log has no position " + position);
        }
        String event = events.line(position).orElseThrow();
        String carried = new CarriedSuccessions(keeper.successions(), "").text();
        return new TlogProof(
                        carried.isEmpty() ? event : event + "\n" + carried,
                        position - 1,
                        tree.inclusion(position, OlderCheckpoints.size(note)),
                        note)
                .text();
    }

    /** That the log still begins with its first so many events; refuses more than it has. */
    public String growth(long older) {
        String note = keeper.latest()
                .filter(kept -> OlderCheckpoints.size(kept) >= older)
                .orElseGet(keeper::cut);
        return new CarriedSuccessions(keeper.successions(), this.older.growth(older, note)).text();
    }

    /** A line for each checkpoint. */
    private static void kept(Stream<String> notes, OutputStream out) throws IOException {
        out.write("mingzhang-kept 1\n".getBytes(StandardCharsets.UTF_8));
        Iterator<String> each = notes.iterator();
        while (each.hasNext()) {
            String line = Base64.getEncoder().encodeToString(each.next().getBytes(StandardCharsets.UTF_8));
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What was kept, without what a key signed that was lost since: nobody can verify that. */
    private Stream<String> signed() {
        KeyChain keys = older.keys();
        return keeper.notes().filter(note -> keys.signed(SignedNote.read(note), OlderCheckpoints.size(note)));
    }

    private ZipOutputStream begun(String note, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "checkpoint.txt", note);
        entry(zip, "key.txt", keeper.verifier() + "\n");
        List<String> successions = keeper.successions();
        for (int at = 0; at < successions.size(); at++) {
            entry(zip, KeySuccession.file(at + 1), successions.get(at));
        }
        return zip;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
