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

    /**
     * A request that will be recorded, with the receipt that will be stored beside it.
     *
     * @param versions of its events and then its notes, in their streams
     */
    record Admitted(Append request, Receipt receipt, List<Long> versions) {}

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
        List<Long> numbers = numbers(request);
        Receipt receipt = receipt(request);
        receipts.put(key, receipt);
        admitted.add(new Admitted(request, receipt, numbers));
        return new Appended.Recorded(receipt);
    }

    /** Everything admitted so far, in order. */
    List<Admitted> admitted() {
        return admitted;
    }

    private List<Long> numbers(Append request) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (List<NewEvent> part : List.of(request.events(), request.notes())) {
            for (NewEvent event : part) {
                long number = version(event.stream()) + 1;
                versions.put(event.stream(), number);
                numbers.add(number);
            }
        }
        return numbers;
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

    private long version(String stream) throws SQLException {
        Long known = versions.get(stream);
        if (known == null) {
            known = reads.streamVersion(stream);
            versions.put(stream, known);
        }
        return known;
    }
}
