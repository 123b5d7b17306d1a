package org.mingzhang.application.faults;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.NewEvent;

/** Small requests for a log without an application around it. */
final class LogAlone {
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    private LogAlone() {}

    static Append append(String stream, long expected, int events, String note) {
        UUID command = UUID.randomUUID();
        List<NewEvent> list = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            list.add(new NewEvent(
                    UUID.randomUUID(),
                    stream,
                    new Envelope<>(
                            command,
                            ACTOR,
                            LocalDate.of(2025, 1, 2),
                            new RoundEvent.FirstProposalSubmitted(BudgetId.parse(stream), note + i))));
        }
        return new Append(
                list,
                Map.of(stream, expected),
                new Append.Claim(ACTOR.login(), command.toString(), Bytes.of(new byte[32]), command, stream));
    }
}
