package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsStage;

/**
 * The funds of a division's year as the decider sees them: a value, folded from events.
 *
 * @param sources by number, from 1
 * @param claims what each adjustment holds and has drawn
 * @param recovered the sources that reductions made
 */
public record Funds(
        Entries<Integer, FundsBalance> sources,
        Entries<AdjustmentRef, List<Claim>> claims,
        Entries<AdjustmentRef, List<Integer>> recovered) {
    private static final Funds NONE = new Funds(Entries.none(), Entries.none(), Entries.none());

    /** What an adjustment has of a source; less than nothing is drawn by one that gave back. */
    public record Claim(int source, Amount reserved, Amount drawn) {
        Claim after(List<FundsMovement> movements) {
            return new Claim(
                    source,
                    reserved.plus(FundsBalance.sum(movements, FundsStage.RESERVED)),
                    drawn.plus(FundsBalance.sum(movements, FundsStage.DRAWN)));
        }
    }

    /** The state before anything happened. */
    public static Funds none() {
        return NONE;
    }

    /** The state after an event; one that cannot follow this state throws {@link IllegalStateException}. */
    public Funds evolve(Envelope<? extends FundsEvent> envelope) {
        FundsEvent message = envelope.message();
        return switch (message) {
            case FundsEvent.SourceRegistered e -> with(FundsBalance.of(e.source(), e.said()), e.movements());
            case FundsEvent.SourceIncreased e -> with(of(e), e.movements());
            case FundsEvent.SourceCorrected e -> with(of(e).saying(e.after()), e.movements());
            case FundsEvent.SourceRecovered e ->
                with(FundsBalance.of(e.source(), e.said()), e.movements()).made(e.document(), e.source());
            case FundsEvent.SourceReserved e -> with(of(e), e.movements()).claimed(e.document(), e);
            case FundsEvent.SourceReleased e -> with(of(e), e.movements()).claimed(e.document(), e);
            case FundsEvent.SourceDrawn e -> with(of(e), e.movements()).claimed(e.document(), e);
            case FundsEvent.SourceRestored e -> with(of(e), e.movements()).claimed(e.document(), e);
        };
    }

    public Optional<FundsBalance> source(int number) {
        return sources.get(number);
    }

    public List<Claim> claimsOf(AdjustmentRef document) {
        return claims.get(document).orElse(List.of());
    }

    int nextNumber() {
        return sources.size() + 1;
    }

    private FundsBalance of(FundsEvent event) {
        return sources.get(event.source())
                .orElseThrow(() -> new IllegalStateException("no source was registered as " + event.source()));
    }

    private Funds with(FundsBalance balance, List<FundsMovement> movements) {
        FundsBalance after = balance.after(movements);
        return new Funds(sources.set(after.number(), after), claims, recovered);
    }

    private Funds made(AdjustmentRef document, int source) {
        List<Integer> all = new ArrayList<>(recovered.get(document).orElse(List.of()));
        all.add(source);
        return new Funds(sources, claims, recovered.set(document, List.copyOf(all)));
    }

    private Funds claimed(AdjustmentRef document, FundsEvent event) {
        List<Claim> all = new ArrayList<>(claimsOf(document));
        Claim before = all.stream()
                .filter(claim -> claim.source == event.source())
                .findFirst()
                .orElseGet(() -> new Claim(event.source(), Amount.ZERO, Amount.ZERO));
        all.remove(before);
        all.add(before.after(event.movements()));
        return new Funds(sources, claims.set(document, List.copyOf(all)), recovered);
    }
}
