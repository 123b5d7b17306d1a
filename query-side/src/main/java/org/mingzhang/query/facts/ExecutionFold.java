package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.query.facts.FactChange.Put;

/**
 * What is said beside the money of a year; the money itself is postings.
 *
 * <p>A figure that is stated for the first time makes no row: a year of a large department has hundreds of thousands.
 */
final class ExecutionFold {
    private static final String ONE = "";

    private ExecutionFold() {}

    static Stream<FactChange> rows(Envelope<ExecutionEvent> envelope) {
        String actor = AdjustmentFold.named(envelope.actor());
        LocalDate day = envelope.businessDay();
        return switch (envelope.message()) {
            case ExecutionEvent.ProvisionalIssued e ->
                Stream.of(new Put(
                        FactKind.PROVISIONAL,
                        e.line().value(),
                        new Facts.ProvisionalFact(
                                e.line().value(),
                                e.ground(),
                                e.amount(),
                                e.reference(),
                                e.until(),
                                e.basis(),
                                actor,
                                day)));
            case ExecutionEvent.ProvisionalReplaced ignored -> Stream.empty();
            case ExecutionEvent.LineFrozen e ->
                Stream.of(freeze(envelope, e.line(), e.amount(), e.percent(), e.opinion(), e.document()));
            case ExecutionEvent.LineThawed e ->
                Stream.of(freeze(envelope, e.line(), e.amount().negated(), e.percent(), e.opinion(), e.document()));
            case ExecutionEvent.ExecutionRecorded e ->
                e.before().stream()
                        .map(before -> new Put(
                                FactKind.CORRECTION,
                                e.month() + " " + e.line(),
                                new Facts.CorrectionFact(
                                        e.line().value(),
                                        e.month(),
                                        before,
                                        e.after(),
                                        e.source(),
                                        e.reason(),
                                        actor,
                                        day)));
            case ExecutionEvent.CarryOverStated e ->
                Stream.of(new Put(
                        FactKind.CARRY_OVER,
                        e.line().value(),
                        new Facts.CarryOverFact(e.line().value(), e.carried(), e.statement(), actor, day)));
            case ExecutionEvent.LineClosed ignored -> Stream.empty();
            case ExecutionEvent.YearClosed e ->
                Stream.of(new Put(
                        FactKind.CLOSING, ONE, new Facts.ClosingFact(e.closedOn(), e.basis(), e.policy(), actor, day)));
        };
    }

    private static FactChange freeze(
            Envelope<ExecutionEvent> envelope,
            LineKey line,
            Amount change,
            Optional<Integer> percent,
            String opinion,
            Optional<Basis> document) {
        return new Put(
                FactKind.FREEZE,
                line.value(),
                new Facts.FreezeFact(
                        line.value(),
                        change,
                        percent,
                        opinion,
                        document,
                        AdjustmentFold.named(envelope.actor()),
                        envelope.businessDay()));
    }

    static FactChange accounts(Envelope<AccountsEvent> envelope) {
        String actor = AdjustmentFold.named(envelope.actor());
        return new Put(
                FactKind.ACCOUNTS,
                ONE,
                switch (envelope.message()) {
                    case AccountsEvent.AccountsPassed e ->
                        new Facts.AccountsFact(
                                e.stage(),
                                false,
                                e.day(),
                                e.document(),
                                e.opinion(),
                                e.daysLate(),
                                actor,
                                envelope.actor().role());
                    case AccountsEvent.AccountsReturned e ->
                        new Facts.AccountsFact(
                                e.from(),
                                true,
                                envelope.businessDay(),
                                Optional.empty(),
                                e.reason(),
                                0,
                                actor,
                                envelope.actor().role());
                });
    }
}
