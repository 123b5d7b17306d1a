package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.TreeHash;

/** A bundle that fits itself in every hash and signature, whatever its lines say; written as it is made. */
final class MadeBundle implements AutoCloseable {
    static final String ORIGIN = "city.example";
    static final SignerKey KEY = SignerKey.generate(ORIGIN);

    private final Path path;
    private final ZipOutputStream zip;
    private final Map<String, Long> versions = new HashMap<>();
    private Frontier frontier = Frontier.empty(TreeHash.usual());

    MadeBundle(Path folder) throws IOException {
        this.path = Files.createTempFile(folder, "made", ".zip");
        OutputStream out = Files.newOutputStream(path);
        this.zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("events.tsv"));
        raw("mingzhang-bundle 1\n");
    }

    MadeBundle event(String stream, String payload) throws IOException {
        return event(stream, "line-allocated", "王敏", payload.getBytes(StandardCharsets.UTF_8));
    }

    MadeBundle event(String stream, String name, String actor, byte[] payload) throws IOException {
        String line = line(
                frontier.size() + 1, stream, versions.merge(stream, 0L, (old, none) -> old + 1), name, actor, payload);
        frontier = frontier.with(List.of(leafOf(line)), node -> {});
        raw(line + "\n");
        return this;
    }

    /** Something that no leaf stands for. */
    MadeBundle raw(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    long size() {
        return frontier.size();
    }

    Checkpoint now() {
        return new Checkpoint(ORIGIN, frontier.size(), frontier.root());
    }

    String signed() {
        return KEY.sign(now().text());
    }

    /** With that checkpoint, and further files by name. */
    Path written(String note, Map<String, String> further) throws IOException {
        Map<String, String> files = new HashMap<>(further);
        files.put("checkpoint.txt", note);
        files.putIfAbsent("key.txt", KEY.verifier() + "\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            raw(file.getValue());
        }
        close();
        return path;
    }

    Path written() throws IOException {
        return written(signed(), Map.of());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Hash leafOf(String line) {
        return TreeHash.usual().of(java.util.HexFormat.of().parseHex(line.substring(line.lastIndexOf('\t') + 1)));
    }

    static String line(long position, String stream, long version, String name, String actor, byte[] payload) {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
        EventLeaf leaf = new EventLeaf(
                position,
                new UUID(1, position),
                stream,
                version,
                name,
                1,
                1_738_728_000_000_000L + position,
                actor,
                new UUID(2, position),
                TreeHash.usual().ofBytes(payload),
                TreeHash.usual().ofBytes(metadata));
        return String.join(
                "\t",
                Long.toString(leaf.position()),
                leaf.eventId().toString(),
                stream,
                Long.toString(version),
                name,
                "1",
                Long.toString(leaf.recordedMicros()),
                base64.encodeToString(actor.getBytes(StandardCharsets.UTF_8)),
                leaf.commandId().toString(),
                base64.encodeToString(payload),
                base64.encodeToString(metadata),
                leaf.hash().toString());
    }
}
