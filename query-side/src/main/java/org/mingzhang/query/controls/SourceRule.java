package org.mingzhang.query.controls;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsStage;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * A source never gives more than it has, and a supplement draws in the same command exactly what it gives.
 *
 * <p>Supplements from before there were sources drew on none; they are left out until the division's year has its first.
 */
final class SourceRule implements Rule {
    private static final Set<AdjustmentKind> DRAWING = EnumSet.of(
            AdjustmentKind.SUPPLEMENT_FROM_RESERVE,
            AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED,
            AdjustmentKind.SUPPLEMENT_FROM_TRANSFER);

    private final Filings filings;
    private final Findings findings;
    private final Map<Source, Map<FundsStage, Long>> sources = new HashMap<>();
    private final Set<FundsId> kept = new HashSet<>();
    /** Sources of the command that is looked at, each with the last event that moved it. */
    private final Map<Source, RecordedEvent> touched = new LinkedHashMap<>();

    /** Of the command that is looked at. */
    private final Map<AdjustmentRef, Long> drawn = new HashMap<>();

    private Optional<RecordedEvent> effect = Optional.empty();

    SourceRule(Filings filings, Findings findings) {
        this.filings = filings;
        this.findings = findings;
    }

    private record Source(FundsId funds, int number) {}

    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof FundsEvent funds) {
            Source source = new Source(funds.funds(), funds.source());
            kept.add(funds.funds());
            touched.put(source, event);
            funds.movements()
                    .forEach(move -> sources.computeIfAbsent(source, any -> new EnumMap<>(FundsStage.class))
                            .merge(move.stage(), move.delta().fen(), Long::sum));
            if (funds instanceof FundsEvent.SourceDrawn draw) {
                draw.movements().stream()
                        .filter(move -> move.stage() == FundsStage.DRAWN)
                        .forEach(move ->
                                drawn.merge(draw.document(), move.delta().fen(), Long::sum));
            }
        } else if (event.envelope().message() instanceof AdjustmentTookEffect) {
            effect = Optional.of(event);
        }
    }

    @Override
    public void complete(RecordedEvent last) {
        touched.forEach((source, event) -> balance(event, source));
        effect.ifPresent(this::drawsWhatItGives);
        touched.clear();
        drawn.clear();
        effect = Optional.empty();
    }

    private void balance(RecordedEvent event, Source source) {
        Map<FundsStage, Long> of = sources.getOrDefault(source, Map.of());
        long granted = of.getOrDefault(FundsStage.GRANTED, 0L);
        long reserved = of.getOrDefault(FundsStage.RESERVED, 0L);
        long given = of.getOrDefault(FundsStage.DRAWN, 0L);
        findings.examine(Control.SOURCES);
        findings.require(
                reserved >= 0 && given >= 0 && granted - reserved - given >= 0,
                Control.SOURCES,
                event,
                "sources.overdrawn",
                source.number,
                new Amount(granted),
                new Amount(reserved),
                new Amount(given));
    }

    private void drawsWhatItGives(RecordedEvent event) {
        AdjustmentTookEffect of = (AdjustmentTookEffect) event.envelope().message();
        AdjustmentRef document = new AdjustmentRef(of.budget(), of.number());
        boolean draws = filings.of(document)
                .filter(filing -> DRAWING.contains(filing.submitted().kind())
                        && filing.submitted().request().reverses().isEmpty())
                .isPresent();
        if (draws && kept.contains(FundsId.of(of.budget()))) {
            long given = Amount.sum(of.postings().stream()
                            .filter(posting -> posting.stage() == Stage.ADJUSTED)
                            .map(Posting::delta)
                            .toList())
                    .fen();
            findings.examine(Control.SOURCES, new Amount(given));
            findings.require(
                    drawn.getOrDefault(document, 0L) == given,
                    Control.SOURCES,
                    event,
                    "sources.undrawn",
                    of.number(),
                    new Amount(given),
                    new Amount(drawn.getOrDefault(document, 0L)));
        }
    }
}
