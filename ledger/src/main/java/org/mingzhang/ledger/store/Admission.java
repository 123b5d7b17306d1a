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
    private final StreamVersions remembered;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<ReceiptKey, Receipt> receipts = new HashMap<>();
    private final boolean lookUp;
    private final List<Admitted> admitted = new ArrayList<>();
    private long lastPosition;

    /**
     * @param lookUp whether receipts of earlier batches are asked for; if not, the database refuses to record a second
     * @param lastPosition the position of the last event that is recorded already
     */
    Admission(LogReads reads, StreamVersions remembered, boolean lookUp, long lastPosition) {
        this.reads = reads;
        this.remembered = remembered;
        this.lookUp = lookUp;
        this.lastPosition = lastPosition;
    }

    /**
     * A request that will be recorded, with the receipt that will be stored beside it.
     *
     * @param rows its events and then its notes, each at its place in its stream
     */
    record Admitted(Append request, Receipt receipt, List<Row> rows) {}

    /** Recorded means admitted: the receipt in it is what will be stored. */
    Appended admit(EncodedAppend encoded) throws SQLException {
        Append request = encoded.request();
        Append.Claim claim = request.claim();
        Optional<Receipt> earlier = earlier(claim, lookUp);
        if (earlier.isPresent()) {
            return repeated(earlier.get(), claim);
        }
        for (Map.Entry<String, Long> expected : request.expectedVersions().entrySet()) {
            long actual = version(expected.getKey());
            if (actual != expected.getValue()) {
                // perhaps its own work: then that is the answer
                return earlier(claim, true)
                        .map(receipt -> repeated(receipt, claim))
                        .orElseGet(() -> new Appended.Conflict(expected.getKey(), expected.getValue(), actual));
            }
        }
        List<Row> rows = placed(encoded.rows());
        Receipt receipt = receipt(request);
        receipts.put(ReceiptKey.of(claim), receipt);
        admitted.add(new Admitted(request, receipt, rows));
        return new Appended.Recorded(receipt);
    }

    private Optional<Receipt> earlier(Append.Claim claim, boolean ask) throws SQLException {
        Receipt ofThisBatch = receipts.get(ReceiptKey.of(claim));
        return ofThisBatch == null && ask
                ? reads.receipt(claim.actor(), claim.key())
                : Optional.ofNullable(ofThisBatch);
    }

    private static Appended repeated(Receipt receipt, Append.Claim claim) {
        return receipt.bodyHash().equals(claim.bodyHash())
                ? new Appended.Repeated(receipt)
                : new Appended.KeyReused(receipt);
    }

    /** Everything admitted so far, in order. */
    List<Admitted> admitted() {
        return admitted;
    }

    private List<Row> placed(List<Row> rows) throws SQLException {
        List<Row> placed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            long place = version(row.stream()) + 1;
            versions.put(row.stream(), place);
            placed.add(row.at(place));
        }
        return placed;
    }

    private Receipt receipt(Append request) throws SQLException {
        lastPosition += request.events().size() + request.notes().size();
        Append.Claim claim = request.claim();
        return new Receipt(
                claim.bodyHash(),
                claim.commandId(),
                claim.stream(),
                version(claim.stream()),
                lastPosition,
                request.events().size(),
                claim.refused());
    }

    /** The versions of all streams that were looked at, with what was admitted. */
    Map<String, Long> versions() {
        return versions;
    }

    private long version(String stream) throws SQLException {
        Long known = versions.get(stream);
        if (known == null) {
            known = remembered.of(stream);
        }
        if (known == null) {
            known = reads.streamVersion(stream);
            versions.put(stream, known);
        }
        return known;
    }
}
