package org.mingzhang.ledger.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RehashedRows;
import org.mingzhang.ledger.store.WriterConnections;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;

/** A log with its keeper, whose exports are verified as a stranger does it. */
public final class ExportedLog implements AutoCloseable {
    private final OpenDatabase open;
    private final JdbcEventLog log;
    private final Path folder;

    public ExportedLog(TestDatabase kind, Path folder) {
        this(kind, folder, TreeHash.usual());
    }

    /** @param hash of its tree */
    ExportedLog(TestDatabase kind, Path folder, TreeHash hash) {
        this.open = kind.open();
        this.log = log(hash);
        this.folder = folder;
    }

    /** As after a start with that setting. */
    JdbcEventLog log(TreeHash hash) {
        return new JdbcEventLog(
                open.dataSource(),
                new WriterConnections(open.dataSource()),
                new EventCodec(),
                hash,
                AppendObserver.NOBODY);
    }

    RehashedRows rehashed() {
        return new RehashedRows(open.dataSource(), log.tree().algorithm());
    }

    public JdbcEventLog log() {
        return log;
    }

    /** A checkpoint of now. */
    public String checkpoint() {
        return keeper().cut();
    }

    /** The proof of one event. */
    public String inclusion(long position) {
        return export().inclusion(position);
    }

    /** The key of now. */
    public String key() {
        return keeper().verifier().toString();
    }

    /** Another key from now on. */
    public void rotate() {
        keeper().rotate();
    }

    /** As after a new start of the program. */
    CheckpointKeeper keeper() {
        return keeper(SignatureScheme.USUAL);
    }

    /** @param scheme of keys that it makes */
    CheckpointKeeper keeper(String scheme) {
        return new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        log.tree(),
                        folder.resolve("ledger"),
                        "city.example",
                        Duration.ofHours(1),
                        SignatureScheme.named(scheme),
                        InstantSource.system())
                .open();
    }

    BundleExport export() {
        return new BundleExport(keeper(), new BundleEvents(open.dataSource()), log.tree());
    }

    /** Of its events. */
    public PackExport packs() {
        return new PackExport(keeper(), new BundleEvents(open.dataSource()), log.tree());
    }

    public Path whole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export().write(bytes);
        return file("whole", ".zip", bytes);
    }

    public Path ofStream(String stream, OptionalLong since) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export().writeStream(stream, since, bytes);
        return file("stream", ".zip", bytes);
    }

    /** A text that somebody keeps. */
    public Path kept(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "kept", ".txt"), text);
    }

    /** The exit status and what was said. */
    public static String verified(Object... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return VerifyLedger.run(texts, out, out) + " " + said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        log.close();
        open.close();
    }

    private Path file(String name, String ending, ByteArrayOutputStream bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, name, ending), bytes.toByteArray());
    }
}
