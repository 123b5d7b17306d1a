package org.mingzhang.ledger.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.proof.TreeHash;

/** Small things to append. */
public final class Histories {
    static final String STREAM = "411200-103-2025";
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);

    private Histories() {}

    public static Append append(String stream, long expected, String key, int events) {
        return append(stream, expected, key, events, "note");
    }

    /** One event under a key of its own. */
    public static Append append(String stream, long expected, String key, LedgerEvent event) {
        UUID command = UUID.randomUUID();
        Envelope<LedgerEvent> envelope = new Envelope<>(command, ACTOR, LocalDate.of(2025, 1, 2), event);
        return new Append(
                List.of(new NewEvent(UUID.randomUUID(), stream, envelope)),
                Map.of(stream, expected),
                new Append.Claim(ACTOR.login(), key, Bytes.of(new byte[32]), command, stream));
    }

    public static Append append(String stream, long expected, String key, int events, String note) {
        UUID command = UUID.randomUUID();
        List<NewEvent> list = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            LedgerEvent event = new RoundEvent.FirstProposalSubmitted(BudgetId.parse(STREAM), note + i);
            list.add(new NewEvent(
                    UUID.randomUUID(), stream, new Envelope<>(command, ACTOR, LocalDate.of(2025, 1, 2), event)));
        }
        return new Append(
                list,
                Map.of(stream, expected),
                new Append.Claim(
                        ACTOR.login(),
                        key,
                        Bytes.of(TreeHash.usual()
                                .ofBytes(note.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toArray()),
                        command,
                        stream));
    }
}
