package org.mingzhang.application.controls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/** A log written anew beneath the program, command by command, with something else in the place of one event. */
final class CopiedLog {
    private CopiedLog() {}

    /** Into an empty log; positions stay what they were. */
    static void write(EventLog to, List<RecordedEvent> events, long at, UnaryOperator<Envelope<LedgerEvent>> change) {
        List<RecordedEvent> command = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (!command.isEmpty()
                    && !command.getLast()
                            .envelope()
                            .commandId()
                            .equals(event.envelope().commandId())) {
                append(to, command, at, change);
                command.clear();
            }
            command.add(event);
        }
        append(to, command, at, change);
    }

    private static void append(
            EventLog to, List<RecordedEvent> command, long at, UnaryOperator<Envelope<LedgerEvent>> change) {
        Map<String, Long> versions = new HashMap<>();
        List<NewEvent> events = new ArrayList<>();
        for (RecordedEvent event : command) {
            versions.putIfAbsent(event.stream(), event.streamVersion() - 1);
            Envelope<LedgerEvent> said = event.position() == at ? change.apply(event.envelope()) : event.envelope();
            events.add(new NewEvent(event.eventId(), event.stream(), said));
        }
        UUID id = command.getFirst().envelope().commandId();
        String stream = command.getFirst().stream();
        to.append(new Append(
                events, versions, new Append.Claim("copy", id.toString(), Bytes.of(new byte[32]), id, stream)));
    }
}
