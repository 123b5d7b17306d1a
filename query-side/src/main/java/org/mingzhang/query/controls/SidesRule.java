package org.mingzhang.query.controls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.AdjustmentEvent.CounterpartLinked;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Both documents of a 划转 name each other, one of them leads, together they ask for nothing more than they give, fund by
 * fund, and they take effect together and with the same amounts.
 */
final class SidesRule implements Rule {
    private final Filings filings;
    private final Findings findings;
    private final Map<AdjustmentRef, Side> sides = new HashMap<>();

    /** Of the command that is looked at, each with the event that says it. */
    private final Map<AdjustmentRef, RecordedEvent> submitted = new LinkedHashMap<>();

    private final Map<AdjustmentRef, RecordedEvent> effects = new LinkedHashMap<>();

    SidesRule(Filings filings, Findings findings) {
        this.filings = filings;
        this.findings = findings;
    }

    /** What a document says of the other one. */
    private record Side(CounterpartLinked said, RecordedEvent event) {}

    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentSubmitted e
                && e.request().direction() == AdjustmentDirection.REORGANISATION) {
            submitted.put(new AdjustmentRef(e.budget(), e.number()), event);
        } else if (event.envelope().message() instanceof CounterpartLinked e) {
            sides.put(new AdjustmentRef(e.budget(), e.number()), new Side(e, event));
        } else if (event.envelope().message() instanceof AdjustmentTookEffect e
                && sides.containsKey(new AdjustmentRef(e.budget(), e.number()))) {
            effects.put(new AdjustmentRef(e.budget(), e.number()), event);
        }
    }

    @Override
    public void complete(RecordedEvent last) {
        submitted.forEach(this::linked);
        effects.forEach(this::together);
        submitted.clear();
        effects.clear();
    }

    private void linked(AdjustmentRef document, RecordedEvent event) {
        findings.examine(Control.BALANCE);
        Optional<Side> own = Optional.ofNullable(sides.get(document));
        Optional<Side> other = own.flatMap(side -> Optional.ofNullable(sides.get(side.said.counterpart())));
        boolean mutual = own.isPresent()
                && other.filter(side -> side.said.counterpart().equals(document)
                                && side.said.leads() != own.get().said.leads())
                        .isPresent();
        findings.require(mutual, Control.BALANCE, event, "balance.reference", document.number());
        own.ifPresent(side -> asked(document, side));
    }

    /** What it asks for and what the other asks for, as that one says it itself. */
    private void asked(AdjustmentRef document, Side side) {
        List<AdjustmentEntry> both = new ArrayList<>(entries(document));
        both.addAll(entries(side.said.counterpart()));
        Map<FundType, Long> sums = new TreeMap<>();
        both.forEach(entry ->
                sums.merge(entry.classification().fund(), entry.change().fen(), Long::sum));
        differ(side.event, document, side.said.counterpart(), sums);
        findings.require(
                side.said.entries().equals(entries(side.said.counterpart())),
                Control.BALANCE,
                side.event,
                "balance.told",
                document.number(),
                named(side.said.counterpart()));
    }

    private List<AdjustmentEntry> entries(AdjustmentRef document) {
        return filings.of(document)
                .map(filing -> filing.submitted().request().entries())
                .orElse(List.of());
    }

    private void together(AdjustmentRef document, RecordedEvent event) {
        findings.examine(Control.BALANCE);
        AdjustmentRef other = Optional.ofNullable(sides.get(document))
                .map(side -> side.said.counterpart())
                .orElse(document);
        Optional<RecordedEvent> there = Optional.ofNullable(effects.get(other));
        findings.require(there.isPresent(), Control.BALANCE, event, "balance.alone", document.number(), named(other));
        there.ifPresent(effect -> {
            Map<FundType, Long> sums = new TreeMap<>();
            moved(event, sums);
            moved(effect, sums);
            differ(event, document, other, sums);
        });
    }

    private static void moved(RecordedEvent event, Map<FundType, Long> sums) {
        if (event.envelope().message() instanceof AdjustmentTookEffect effect) {
            effect.postings().stream()
                    .filter(posting -> posting.stage() == Stage.ADJUSTED
                            && posting.classification() instanceof Classification.Expenditure)
                    .forEach(
                            posting -> sums.merge(fund(posting), posting.delta().fen(), Long::sum));
        }
    }

    private static FundType fund(Posting posting) {
        return posting.classification().fund();
    }

    private void differ(RecordedEvent event, AdjustmentRef own, AdjustmentRef other, Map<FundType, Long> sums) {
        sums.forEach((fund, sum) -> findings.require(
                sum == 0, Control.BALANCE, event, "balance.sides", own.number(), named(other), fund, new Amount(sum)));
    }

    private static String named(AdjustmentRef document) {
        return document.budget() + "/" + document.number();
    }
}
