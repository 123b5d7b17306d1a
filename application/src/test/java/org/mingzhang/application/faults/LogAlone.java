package org.mingzhang.application.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.query.disclosure.LineFact;

/** Small requests for a log without an application around it. */
final class LogAlone {
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final LineFact LIKE = SampleFacts.facts().expenditure().getFirst();

    private LogAlone() {}

    static Append append(String stream, long expected, int events, String note) {
        return append(
                stream,
                expected,
                IntStream.range(0, events)
                        .mapToObj(i -> new RoundEvent.FirstProposalSubmitted(BudgetId.parse(stream), note + i)));
    }

    /** As large as those of a real budget; a line each, numbered from the first. */
    static Append lines(String stream, long expected, int first, int events) {
        return append(
                stream,
                expected,
                IntStream.range(first, first + events)
                        .mapToObj(i -> allocated(BudgetId.parse(stream), new LineKey("n" + i))));
    }

    private static LineEvent allocated(BudgetId budget, LineKey line) {
        LineContent content =
                new LineContent((Classification.Expenditure) LIKE.classification(), LIKE.amount(), "", "");
        Posting posting = new Posting(
                line, content.classification(), Stage.INITIAL, content.amount(), LocalDate.of(2025, 1, 1), "");
        return new LineEvent.LineAllocated(budget, line, content, List.of(posting));
    }

    private static Append append(String stream, long expected, Stream<? extends LedgerEvent> events) {
        UUID command = UUID.randomUUID();
        List<NewEvent> list = events.map(event -> new NewEvent(
                        UUID.randomUUID(),
                        stream,
                        new Envelope<LedgerEvent>(command, ACTOR, LocalDate.of(2025, 1, 2), event)))
                .toList();
        return new Append(
                list,
                Map.of(stream, expected),
                new Append.Claim(ACTOR.login(), command.toString(), Bytes.of(new byte[32]), command, stream));
    }
}
