package org.mingzhang.ledger.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides which requests of a batch may be recorded, each in sight of the ones admitted before it. */
final class Admission {
    private final LogReads reads;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private long lastPosition;

    Admission(LogReads reads, long lastPosition) {
        this.reads = reads;
        this.lastPosition = lastPosition;
    }

    /** Recorded means admitted: its receipt is what will be stored. */
    Appended admit(Append request) throws SQLException {
        Append.Claim claim = request.claim();
        String key = claim.actor() + "\u0000" + claim.key();
        Optional<Receipt> earlier =
                receipts.containsKey(key) ? Optional.of(receipts.get(key)) : reads.receipt(claim.actor(), claim.key());
        if (earlier.isPresent()) {
            Receipt receipt = earlier.get();
            return receipt.bodyHash().equals(claim.bodyHash())
                    ? new Appended.Repeated(receipt)
                    : new Appended.KeyReused(receipt);
        }
        for (Map.Entry<String, Long> expected : request.expectedVersions().entrySet()) {
            long actual = version(expected.getKey());
            if (actual != expected.getValue()) {
                return new Appended.Conflict(expected.getKey(), expected.getValue(), actual);
            }
        }
        Receipt receipt = record(request);
        receipts.put(key, receipt);
        return new Appended.Recorded(receipt);
    }

    private Receipt record(Append request) throws SQLException {
        for (NewEvent event : request.events()) {
            versions.put(event.stream(), version(event.stream()) + 1);
        }
        lastPosition += request.events().size();
        Append.Claim claim = request.claim();
        return new Receipt(
                claim.bodyHash(),
                claim.commandId(),
                claim.stream(),
                version(claim.stream()),
                lastPosition,
                request.events().size());
    }

    private long version(String stream) throws SQLException {
        Long known = versions.get(stream);
        if (known == null) {
            known = reads.streamVersion(stream);
            versions.put(stream, known);
        }
        return known;
    }
}
