package org.mingzhang.query.facts;

import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.query.facts.FactChange.Put;

/** Funds as rows: what each source says, and a row for each thing that happens to it. */
final class FundsFold {
    private static final Optional<AdjustmentRef> NONE = Optional.empty();

    private FundsFold() {}

    static Stream<FactChange> rows(Envelope<FundsEvent> envelope) {
        FundsEvent message = envelope.message();
        return switch (message) {
            case FundsEvent.SourceRegistered e ->
                Stream.of(
                        said(e, e.said()),
                        step(envelope, "registered", of(e.said().basis()), NONE, ""));
            case FundsEvent.SourceIncreased e -> Stream.of(step(envelope, "increased", of(e.basis()), NONE, e.note()));
            case FundsEvent.SourceCorrected e ->
                Stream.of(
                        said(e, e.after()),
                        step(envelope, "corrected", of(e.after().basis()), NONE, e.reason()));
            case FundsEvent.SourceRecovered e ->
                Stream.of(
                        said(e, e.said()),
                        step(envelope, "recovered", of(e.said().basis()), Optional.of(e.document()), ""));
            case FundsEvent.SourceReserved e -> Stream.of(step(envelope, "reserved", e.document()));
            case FundsEvent.SourceReleased e -> Stream.of(step(envelope, "released", e.document()));
            case FundsEvent.SourceDrawn e -> Stream.of(step(envelope, "drawn", e.document()));
            case FundsEvent.SourceRestored e -> Stream.of(step(envelope, "restored", e.document()));
        };
    }

    private static Optional<Basis> of(Basis basis) {
        return Optional.of(basis);
    }

    private static FactChange said(FundsEvent event, FundsSource said) {
        return new Put(
                FactKind.FUNDS_SOURCE,
                Integer.toString(event.source()),
                new Facts.FundsSourceFact(event.source(), said));
    }

    private static FactChange step(Envelope<FundsEvent> envelope, String step, AdjustmentRef document) {
        return step(envelope, step, Optional.empty(), Optional.of(document), "");
    }

    private static FactChange step(
            Envelope<FundsEvent> envelope,
            String step,
            Optional<Basis> basis,
            Optional<AdjustmentRef> document,
            String words) {
        FundsEvent event = envelope.message();
        return new Put(
                FactKind.FUNDS_STEP,
                Integer.toString(event.source()),
                new Facts.FundsStep(
                        event.source(),
                        step,
                        sum(event, FundsStage.GRANTED),
                        sum(event, FundsStage.RESERVED),
                        sum(event, FundsStage.DRAWN),
                        document,
                        basis,
                        words,
                        AdjustmentFold.named(envelope.actor()),
                        envelope.businessDay()));
    }

    private static Amount sum(FundsEvent event, FundsStage stage) {
        return Amount.sum(event.movements().stream()
                .filter(movement -> movement.stage() == stage)
                .map(FundsMovement::delta)
                .toList());
    }
}
