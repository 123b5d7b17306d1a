package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;

/**
 * What has become of the approved budget; a region of its own beside preparation and publication.
 *
 * @param balances of lines whose money has moved
 * @param adjustments by number, from 1
 * @param documents what those of the adjustments that count add up to
 * @param course of the money itself, beside the documents
 */
public record Execution(
        Entries<LineKey, LineBalance> balances,
        Entries<Integer, FiledAdjustment> adjustments,
        DocumentsOfYear documents,
        YearCourse course) {
    static final Execution NONE = new Execution(Entries.none(), Entries.none(), DocumentsOfYear.NONE, YearCourse.NONE);

    Execution after(Envelope<? extends AdjustmentEvent> envelope) {
        AdjustmentEvent message = envelope.message();
        FiledAdjustment.LastAct act = FiledAdjustment.LastAct.in(envelope);
        Execution moved = new Execution(posted(message.postings()), adjustments, documents, course);
        return switch (message) {
            case AdjustmentEvent.AdjustmentSubmitted e -> moved.submitted(FiledAdjustment.of(envelope.with(e)));
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> moved;
            case AdjustmentEvent.CounterpartLinked e ->
                moved.with(of(e).beside(new FiledAdjustment.Counterpart(e.counterpart(), e.leads())));
            case AdjustmentEvent.ProjectTakenOver ignored -> moved;
            case AdjustmentEvent.ProjectAdjustmentAsked e -> moved.with(of(e).changing(e.before(), e.after()));
            case AdjustmentEvent.ProjectAdjusted e -> moved.with(of(e).changing(e.before(), e.after()));
            case AdjustmentEvent.AdjustmentReviewed e ->
                moved.with(of(e).past(e.station(), e.document()).by(act));
            case AdjustmentEvent.AdjustmentReturned e ->
                moved.with(of(e).in(AdjustmentStatus.RETURNED).by(act));
            case AdjustmentEvent.AdjustmentWithdrawn e ->
                moved.with(of(e).in(AdjustmentStatus.WITHDRAWN).by(act));
            case AdjustmentEvent.AdjustmentRejected e ->
                moved.with(of(e).in(AdjustmentStatus.REJECTED).by(act));
            case AdjustmentEvent.AttachmentAdded e -> moved.with(of(e).with(e.attachment()));
            case AdjustmentEvent.AdjustmentTookEffect e ->
                moved.with(of(e).effective(e.targets()).by(act));
        };
    }

    Execution spent(Envelope<? extends ExecutionEvent> envelope) {
        return new Execution(posted(envelope.message().postings()), adjustments, documents, course.after(envelope));
    }

    /** The day of the closing; empty while the year is open. */
    public Optional<LocalDate> closedOn() {
        return course.closedOn();
    }

    /** What of a line may be given away; nothing of one that there is not. */
    public Amount available(LineKey line, Content content) {
        Amount initial = content.lines().get(line).map(LineContent::amount).orElse(Amount.ZERO);
        return balances.get(line).map(found -> found.available(initial)).orElse(initial);
    }

    /** Under what a line is counted; empty when there is none, neither from the beginning nor since. */
    public Optional<Classification.Expenditure> classification(LineKey line, Content content) {
        return content.lines()
                .get(line)
                .map(LineContent::classification)
                .or(() -> balances.get(line).map(LineBalance::classification));
    }

    int nextNumber() {
        return adjustments.size() + 1;
    }

    private FiledAdjustment of(AdjustmentEvent event) {
        return adjustments
                .get(event.number())
                .orElseThrow(() -> new IllegalStateException("no adjustment was submitted as " + event.number()));
    }

    private Execution submitted(FiledAdjustment adjustment) {
        return new Execution(
                balances, adjustments.add(adjustment.number(), adjustment), documents.with(adjustment), course);
    }

    private Execution with(FiledAdjustment adjustment) {
        FiledAdjustment before = adjustments
                .get(adjustment.number())
                .orElseThrow(() -> new IllegalStateException("no adjustment " + adjustment.number()));
        return new Execution(
                balances,
                adjustments.replace(adjustment.number(), adjustment),
                documents.with(before, adjustment),
                course);
    }

    private Entries<LineKey, LineBalance> posted(List<Posting> postings) {
        Entries<LineKey, LineBalance> now = balances;
        for (Posting posting : postings) {
            if (!(posting.classification() instanceof Classification.Expenditure money)) {
                throw new IllegalStateException("income is not adjusted: " + posting);
            }
            LineBalance before = now.get(posting.line()).orElseGet(() -> LineBalance.none(money));
            now = now.set(posting.line(), before.post(posting));
        }
        return now;
    }
}
