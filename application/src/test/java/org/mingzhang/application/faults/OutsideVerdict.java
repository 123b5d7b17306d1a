package org.mingzhang.application.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;

/** What the offline verifier says of a log, with all the checkpoints that were kept of it while it was written. */
final class OutsideVerdict {
    private OutsideVerdict() {}

    /**
     * The exit status and what was said.
     *
     * @param ledger folder with key and kept checkpoints, which come with the bundle
     * @param older one more that somebody kept, if that file is there
     */
    static String of(OpenDatabase open, JdbcEventLog log, Path ledger, Path older) throws IOException {
        Path folder = Files.createTempDirectory("mingzhang-verdict");
        Path bundle = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            new BundleExport(
                            keeper(open, log, ledger),
                            new BundleEvents(open.dataSource()),
                            new LogTree(open.dataSource()))
                    .write(out);
        } catch (IllegalStateException e) {
            return "the export itself says: " + e.getMessage();
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> arguments =
                Files.exists(older) ? List.of(bundle.toString(), older.toString()) : List.of(bundle.toString());
        int status = VerifyLedger.run(arguments, print, print);
        Files.delete(bundle);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** With the keys and checkpoints of a folder. */
    static CheckpointKeeper keeper(OpenDatabase open, JdbcEventLog log, Path ledger) {
        return new CheckpointKeeper(
                        open.dataSource(), log, new LogTree(open.dataSource()), ledger, "", Duration.ofHours(1))
                .open();
    }
}
