package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.store.BundleEvents;

/** The whole log as a bundle that anybody can verify without this program and its database. */
public final class BundleExport {
    private final CheckpointKeeper keeper;
    private final BundleEvents events;

    public BundleExport(CheckpointKeeper keeper, BundleEvents events) {
        this.keeper = keeper;
        this.events = events;
    }

    /** Writes a ZIP of the log as it is now, with a checkpoint that is cut for it. */
    public void write(OutputStream out) throws IOException {
        String note = keeper.cut();
        long size = Checkpoint.read(SignedNote.read(note).text()).size();
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "checkpoint.txt", note);
        entry(zip, "key.txt", keeper.verifier() + "\n");
        zip.putNextEntry(new ZipEntry("events.tsv"));
        events.write(size, zip);
        zip.closeEntry();
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
