package org.mingzhang.application.audit;

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
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;

/** Many entries with long reasons, put into the log of a running application. */
final class LargeTrail {
    static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    static final String BY = "jingban";

    /** The words of one reason; said again and again, so that the index stays small and the file does not. */
    private static final String SAID = "因年初测算偏低，请予追加。";

    private static final int TOGETHER = 500;

    private LargeTrail() {}

    /** @param characters of each reason */
    static void record(EventLog log, int entries, int characters) {
        String reason = SAID.repeat(characters / SAID.length());
        for (int at = 0; at < entries; at += TOGETHER) {
            log.append(piece(log, Math.min(TOGETHER, entries - at), reason));
        }
    }

    private static Append piece(EventLog log, int entries, String reason) {
        Actor actor = Actor.of(BY, "张敏", Role.UNIT_OFFICER);
        UUID act = UUID.randomUUID();
        List<NewEvent> events = new ArrayList<>();
        for (int at = 0; at < entries; at++) {
            events.add(new NewEvent(
                    UUID.randomUUID(),
                    BUDGET.toString(),
                    new Envelope<>(
                            act,
                            actor,
                            LocalDate.of(2025, 1, 2),
                            new RoundEvent.FirstProposalSubmitted(BUDGET, reason))));
        }
        return new Append(
                events,
                Map.of(BUDGET.toString(), log.streamVersion(BUDGET.toString())),
                new Append.Claim(actor.login(), act.toString(), Bytes.of(new byte[32]), act, BUDGET.toString()));
    }
}
