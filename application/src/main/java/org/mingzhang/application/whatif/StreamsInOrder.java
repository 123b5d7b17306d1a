package org.mingzhang.application.whatif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Some streams of the log, read in pieces and told act by act in the order in which they were recorded. */
final class StreamsInOrder {
    /** So many events of a stream are held at once. */
    private static final int TOGETHER = 500;

    private final EventLog log;
    private final long position;
    private final long length;
    private final PriorityQueue<Piece> next = new PriorityQueue<>(
            Comparator.comparingLong(piece -> piece.held.getFirst().position()));

    /** @param position the last event that counts */
    StreamsInOrder(EventLog log, List<String> streams, long position) {
        this.log = log;
        this.position = position;
        this.length = streams.stream()
                .mapToLong(stream -> log.streamVersion(stream) + 1)
                .sum();
        streams.forEach(stream -> new Piece(stream).offer());
    }

    /** How many events there are in all, also those that were recorded later. */
    long length() {
        return length;
    }

    /** All events of the next command; empty at the end. */
    List<RecordedEvent> act() {
        List<RecordedEvent> act = new ArrayList<>();
        Optional<RecordedEvent> first = peek();
        if (first.isEmpty()) {
            return act;
        }
        UUID command = first.get().envelope().commandId();
        while (peek().filter(event -> event.envelope().commandId().equals(command))
                .isPresent()) {
            Piece piece = next.remove();
            act.add(piece.held.removeFirst());
            piece.offer();
        }
        return act;
    }

    private Optional<RecordedEvent> peek() {
        return Optional.ofNullable(next.peek()).map(piece -> piece.held.getFirst());
    }

    /** What is held of one stream. */
    private final class Piece {
        private final String stream;
        private final Deque<RecordedEvent> held = new ArrayDeque<>();
        private long version;
        private boolean ended;

        Piece(String stream) {
            this.stream = stream;
        }

        /** In line again while it has events. */
        void offer() {
            if (held.isEmpty() && !ended) {
                List<RecordedEvent> read = log.readStream(stream, version, TOGETHER);
                version += read.size();
                ended = read.size() < TOGETHER;
                read.stream().filter(event -> event.position() <= position).forEach(held::add);
                ended |= held.size() < read.size();
            }
            if (!held.isEmpty()) {
                next.add(this);
            }
        }
    }
}
