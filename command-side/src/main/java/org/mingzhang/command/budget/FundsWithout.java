package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsStage;

/**
 * What moved the sources of the division by itself, or for a budget that is not told: it happens as it did as long as the
 * source has the money.
 */
final class FundsWithout {
    private final LeftOut leftOut;
    private final Consumer<Departure> told;

    FundsWithout(LeftOut leftOut, Consumer<Departure> told) {
        this.leftOut = leftOut;
        this.told = told;
    }

    List<Envelope<LedgerEvent>> fitting(long position, ActPart part, Funds before) {
        List<Envelope<LedgerEvent>> fitting = new ArrayList<>();
        Funds now = before;
        for (Envelope<LedgerEvent> event : part.events()) {
            Optional<FundsEvent> fits = fitting(position, event, now);
            if (fits.isPresent()) {
                fitting.add(event.with(fits.get()));
                now = now.evolve(event.with(fits.get()));
            }
        }
        return fitting;
    }

    private Optional<FundsEvent> fitting(long position, Envelope<LedgerEvent> envelope, Funds now) {
        FundsEvent event = (FundsEvent) envelope.message();
        Optional<AdjustmentRef> document = document(event);
        if (document.filter(leftOut::has).isPresent()) {
            return event instanceof FundsEvent.SourceRecovered e
                    ? Optional.of(
                            new FundsEvent.SourceRecovered(e.funds(), e.source(), e.said(), e.document(), List.of()))
                    : Optional.empty();
        }
        Optional<FundsBalance> balance = now.source(event.source());
        Amount asked = FundsBalance.sum(event.movements(), FundsStage.RESERVED)
                .plus(FundsBalance.sum(event.movements(), FundsStage.DRAWN))
                .minus(FundsBalance.sum(event.movements(), FundsStage.GRANTED));
        if (balance.isEmpty() || !asked.exceeds(balance.get().left())) {
            return Optional.of(event);
        }
        document.ifPresent(leftOut::add);
        told.accept(stopped(position, envelope, document, balance.get(), asked));
        return Optional.empty();
    }

    private static Departure stopped(
            long position,
            Envelope<LedgerEvent> envelope,
            Optional<AdjustmentRef> document,
            FundsBalance source,
            Amount asked) {
        FundsEvent event = (FundsEvent) envelope.message();
        return new Departure.Stopped(
                position,
                envelope.businessDay(),
                Departure.Step.DRAW,
                document.map(AdjustmentRef::budget),
                document.map(AdjustmentRef::number).orElse(0),
                Optional.empty(),
                Optional.empty(),
                asked,
                List.of(new Refusal.SourceExhausted(
                        event.source(), source.said().name(), source.left(), asked)));
    }

    private static Optional<AdjustmentRef> document(FundsEvent event) {
        return switch (event) {
            case FundsEvent.SourceRegistered ignored -> Optional.empty();
            case FundsEvent.SourceIncreased ignored -> Optional.empty();
            case FundsEvent.SourceCorrected ignored -> Optional.empty();
            case FundsEvent.SourceRecovered e -> Optional.of(e.document());
            case FundsEvent.SourceReserved e -> Optional.of(e.document());
            case FundsEvent.SourceReleased e -> Optional.of(e.document());
            case FundsEvent.SourceDrawn e -> Optional.of(e.document());
            case FundsEvent.SourceRestored e -> Optional.of(e.document());
        };
    }
}
