package org.mingzhang.ledger.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Hash;

/** The hash of a row of the log; how it is computed is said at {@link EventLeaf}. */
final class LeafHash {
    private LeafHash() {}

    static Hash of(long position, Row row, Instant recordedAt) {
        return new EventLeaf(
                        position,
                        row.eventId(),
                        row.stream(),
                        row.streamVersion(),
                        row.name(),
                        row.version(),
                        ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt),
                        row.actor(),
                        row.commandId(),
                        row.payloadHash(),
                        row.metadataHash())
                .hash();
    }
}
