package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.WriterConnections;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * Says that it is SHA-256, and hashes leaves as RFC 6962 hashes nodes, so that a node could pass for an event. Only the
 * log is written with it; whoever verifies has the usual one.
 */
final class WrongLeafPrefix implements TreeHash {
    private static final String STREAM = "411200-103-2025";
    private static final byte OF_NODES = 1;

    @Override
    public String name() {
        return USUAL;
    }

    @Override
    public MessageDigest fresh() {
        return TreeHash.usual().fresh();
    }

    @Override
    public Hash ofLeaf(byte[] data) {
        MessageDigest digest = fresh();
        digest.update(OF_NODES);
        return of(digest.digest(data));
    }

    /** What the offline verifier says of a log that is written with a hash. */
    static String verdict(TestDatabase kind, TreeHash hash) throws IOException {
        Path ledger = Files.createTempDirectory("mingzhang-leaves");
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(
                        open.dataSource(),
                        new WriterConnections(open.dataSource()),
                        new EventCodec(),
                        hash,
                        AppendObserver.NOBODY)) {
            OutsideVerdict.keeper(open, log, ledger); // the key is there before the first event
            log.append(LogAlone.append(STREAM, -1, 20, "hashed "));
            return OutsideVerdict.of(open, log, ledger, ledger.resolve("none"));
        }
    }
}
