package org.mingzhang.query.controls;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;

/** No line of expenditure has less than is held, promised and paid of it, and nothing is paid beyond it. */
final class CoveredRule implements Rule {
    private final Findings findings;
    private final Map<Line, Map<Stage, Long>> lines = new HashMap<>();
    private final Set<BudgetId> approved = new HashSet<>();
    /** Lines of the command that is looked at, each with the last event that moved it. */
    private final Map<Line, RecordedEvent> touched = new LinkedHashMap<>();

    CoveredRule(Findings findings) {
        this.findings = findings;
    }

    private record Line(BudgetId budget, LineKey key) {}

    @Override
    public void see(RecordedEvent event) {
        if (!(event.envelope().message() instanceof BudgetEvent of)) {
            return;
        }
        if (of instanceof RoundEvent.BudgetApproved) {
            approved.add(of.budget());
        }
        for (Posting posting : postings(of)) {
            if (posting.classification() instanceof Classification.Expenditure) {
                Line line = new Line(of.budget(), posting.line());
                lines.computeIfAbsent(line, any -> new EnumMap<>(Stage.class))
                        .merge(posting.stage(), posting.delta().fen(), Long::sum);
                touched.put(line, event);
            }
        }
    }

    /** Revenue is not spent; its postings are left out with it. */
    private static List<Posting> postings(BudgetEvent event) {
        return switch (event) {
            case LineEvent.LineAllocated e -> e.postings();
            case LineEvent.LineRevised e -> e.postings();
            case LineEvent.LineRemoved e -> e.postings();
            case AdjustmentEvent.AdjustmentSubmitted e -> e.postings();
            case AdjustmentEvent.AdjustmentReturned e -> e.postings();
            case AdjustmentEvent.AdjustmentWithdrawn e -> e.postings();
            case AdjustmentEvent.AdjustmentRejected e -> e.postings();
            case AdjustmentEvent.AdjustmentTookEffect e -> e.postings();
            case ExecutionEvent.ProvisionalIssued e -> e.postings();
            case ExecutionEvent.ProvisionalReplaced e -> e.postings();
            case ExecutionEvent.LineFrozen e -> e.postings();
            case ExecutionEvent.LineThawed e -> e.postings();
            case ExecutionEvent.ExecutionRecorded e -> e.postings();
            case ExecutionEvent.LineClosed e -> e.postings();
            case BudgetEvent without -> List.of();
        };
    }

    @Override
    public void complete(RecordedEvent last) {
        touched.forEach((line, event) -> check(event, line));
        touched.clear();
    }

    private void check(RecordedEvent event, Line line) {
        long budgeted = fen(line, Stage.INITIAL) + fen(line, Stage.ADJUSTED);
        long may = approved.contains(line.budget) ? budgeted : fen(line, Stage.PROVISIONAL);
        long paid = fen(line, Stage.EXECUTED);
        long promised = fen(line, Stage.FROZEN) + fen(line, Stage.COMMITTED) + paid;
        long ended = fen(line, Stage.CARRIED_OVER) + fen(line, Stage.LAPSED);
        findings.examine(Control.COVERED, new Amount(may));
        findings.require(
                promised + ended <= may,
                Control.COVERED,
                event,
                "covered.below",
                line.key.value(),
                new Amount(may),
                new Amount(promised + ended));
        findings.require(
                budgeted >= 0, Control.COVERED, event, "covered.negative", line.key.value(), new Amount(budgeted));
        if (paid != 0) {
            findings.examine(Control.EXECUTION, new Amount(paid));
            findings.require(
                    paid <= may,
                    Control.EXECUTION,
                    event,
                    "execution.beyond",
                    line.key.value(),
                    new Amount(may),
                    new Amount(paid));
        }
    }

    private long fen(Line line, Stage stage) {
        return lines.getOrDefault(line, Map.of()).getOrDefault(stage, 0L);
    }
}
