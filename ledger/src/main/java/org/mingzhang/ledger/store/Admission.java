package org.mingzhang.ledger.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which requests of a batch may be recorded, each in sight of the ones admitted before it. */
final class Admission {
    private final LogReads reads;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<Key, Receipt> receipts = new HashMap<>();
    private final List<Admitted> admitted = new ArrayList<>();
    private long lastPosition;

    /** @param lastPosition the position of the last event that is recorded already */
    Admission(LogReads reads, long lastPosition) {
        this.reads = reads;
        this.lastPosition = lastPosition;
    }

    /** A request that will be recorded, with the receipt that will be stored beside it. */
    record Admitted(Append request, Receipt receipt) {}

    private record Key(String actor, String key) {}

    /** Recorded means admitted: the receipt in it is what will be stored. */
    Appended admit(Append request) throws SQLException {
        Append.Claim claim = request.claim();
        Key key = new Key(claim.actor(), claim.key());
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
        Receipt receipt = receipt(request);
        receipts.put(key, receipt);
        admitted.add(new Admitted(request, receipt));
        return new Appended.Recorded(receipt);
    }

    /** Everything admitted so far, in order. */
    List<Admitted> admitted() {
        return admitted;
    }

    private Receipt receipt(Append request) throws SQLException {
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
