package org.mingzhang.ledger.store;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;

/**
 * A request with the bytes of its events, made by whoever asks: the writer has the log to itself and should not keep it
 * longer than it must.
 *
 * @param rows its events and then its notes; their places in their streams are not known yet
 */
record EncodedAppend(Append request, List<Row> rows) {
    private static final long UNKNOWN = -1;

    static EncodedAppend of(Append request, EventCodec codec, TreeHash hash) {
        return new EncodedAppend(
                request,
                Stream.of(request.events(), request.notes())
                        .flatMap(List::stream)
                        .map(event -> row(event, codec, hash))
                        .toList());
    }

    private static Row row(NewEvent event, EventCodec codec, TreeHash hash) {
        EventName name = EventName.of(event.envelope().message());
        return new Row(
                event.eventId(),
                event.stream(),
                UNKNOWN,
                name.name(),
                name.version(),
                event.envelope().actor().login(),
                event.envelope().commandId(),
                Bytes.of(codec.payload(event.envelope().message())),
                Bytes.of(codec.metadata(event.envelope())),
                hash);
    }
}
