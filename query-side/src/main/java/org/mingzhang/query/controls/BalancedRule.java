package org.mingzhang.query.controls;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;

/** What an effect moves adds up as its kind demands, and is what the document asked for, line by line. */
record BalancedRule(Filings filings, Findings findings) implements Rule {
    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentTookEffect effect) {
            findings.examine(Control.BALANCE, Moved.by(effect.postings()));
            filings.of(effect).ifPresent(filing -> {
                AdjustmentDirection direction = filing.submitted().request().direction();
                if (direction == AdjustmentDirection.SHIFT) {
                    shifts(event, effect);
                }
                asAsked(event, effect, filing.submitted().request().entries());
            });
        }
    }

    private void shifts(RecordedEvent event, AdjustmentTookEffect effect) {
        Map<FundType, Long> sums = new TreeMap<>();
        moved(effect.postings())
                .forEach(posting -> sums.merge(
                        posting.classification().fund(), posting.delta().fen(), Long::sum));
        sums.forEach((fund, sum) -> findings.require(
                sum == 0, Control.BALANCE, event, "balance.shift", effect.number(), fund, new Amount(sum)));
    }

    private void asAsked(RecordedEvent event, AdjustmentTookEffect effect, List<AdjustmentEntry> entries) {
        Map<LineKey, Long> open = new TreeMap<>(Comparator.comparing(LineKey::value));
        entries.forEach(entry -> open.merge(entry.line(), entry.change().fen(), Long::sum));
        moved(effect.postings())
                .forEach(posting -> open.merge(posting.line(), -posting.delta().fen(), Long::sum));
        open.forEach((line, fen) -> findings.require(
                fen == 0, Control.BALANCE, event, "balance.asked", effect.number(), line.value(), new Amount(fen)));
    }

    private static List<Posting> moved(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.stage() == Stage.ADJUSTED
                        && posting.classification() instanceof Classification.Expenditure)
                .toList();
    }
}
