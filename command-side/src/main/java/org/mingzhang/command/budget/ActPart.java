package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/**
 * What one command of an act did, told from its events: an act is a command or a batch of them, and each begins with an event
 * of its own budget.
 */
record ActPart(List<Envelope<LedgerEvent>> events) {
    ActPart {
        events = List.copyOf(events);
    }

    /** The parts of an act, in their order. */
    static List<ActPart> of(List<Envelope<LedgerEvent>> act) {
        Optional<BudgetId> about = act.stream()
                .map(Envelope::message)
                .filter(BudgetEvent.class::isInstance)
                .map(event -> ((BudgetEvent) event).budget())
                .findFirst();
        List<ActPart> parts = new ArrayList<>();
        List<Envelope<LedgerEvent>> open = new ArrayList<>();
        for (Envelope<LedgerEvent> event : act) {
            if (!open.isEmpty() && begins(event.message(), about, open)) {
                parts.add(new ActPart(open));
                open = new ArrayList<>();
            }
            open.add(event);
        }
        parts.add(new ActPart(open));
        return parts;
    }

    private static boolean begins(LedgerEvent event, Optional<BudgetId> about, List<Envelope<LedgerEvent>> open) {
        if (!(event instanceof BudgetEvent own) || !about.equals(Optional.of(own.budget()))) {
            return false;
        }
        return switch (own) {
            case AdjustmentEvent adjustment -> decides(adjustment);
            case ExecutionEvent.OfLine line -> !goesOn(line, open);
            case ExecutionEvent.YearClosed ignored -> !(open.getLast().message() instanceof ExecutionEvent.LineClosed);
            case BudgetEvent ignored -> true;
        };
    }

    /** Whatever else happens to a document happens with one of these. */
    private static boolean decides(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentEvent.AdjustmentSubmitted ignored -> true;
            case AdjustmentEvent.AdjustmentReviewed ignored -> true;
            case AdjustmentEvent.AdjustmentReturned ignored -> true;
            case AdjustmentEvent.AdjustmentWithdrawn ignored -> true;
            case AdjustmentEvent.AdjustmentRejected ignored -> true;
            case AdjustmentEvent.AdjustmentTookEffect ignored -> true;
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> false;
            case AdjustmentEvent.ProjectAdjustmentAsked ignored -> false;
            case AdjustmentEvent.CounterpartLinked ignored -> false;
            case AdjustmentEvent.ProjectTakenOver ignored -> false;
            case AdjustmentEvent.ProjectAdjusted ignored -> false;
            case AdjustmentEvent.AttachmentAdded ignored -> false;
        };
    }

    /** A report, a statement and a closing are many lines of one command; none of them names a line twice. */
    private static boolean goesOn(ExecutionEvent.OfLine line, List<Envelope<LedgerEvent>> open) {
        LedgerEvent last = open.getLast().message();
        return switch (line) {
            case ExecutionEvent.ExecutionRecorded now ->
                last instanceof ExecutionEvent.ExecutionRecorded before
                        && before.month().equals(now.month())
                        && before.source().equals(now.source())
                        && unnamed(now, open);
            case ExecutionEvent.CarryOverStated now ->
                last instanceof ExecutionEvent.CarryOverStated && unnamed(now, open);
            case ExecutionEvent.LineClosed ignored -> last instanceof ExecutionEvent.LineClosed;
            case ExecutionEvent.LineFrozen ignored -> false;
            case ExecutionEvent.LineThawed ignored -> false;
            case ExecutionEvent.ProvisionalIssued ignored -> last instanceof ExecutionEvent.ProvisionalIssued;
            case ExecutionEvent.ProvisionalReplaced ignored -> true; // with the approval that replaces it
        };
    }

    private static boolean unnamed(ExecutionEvent.OfLine now, List<Envelope<LedgerEvent>> open) {
        return open.stream()
                .map(Envelope::message)
                .noneMatch(event -> event instanceof ExecutionEvent.OfLine before
                        && before.line().equals(now.line()));
    }

    /** The event by which it is known; empty when only sources of the division moved. */
    Optional<Envelope<BudgetEvent>> head() {
        return events.stream()
                .filter(event -> event.message() instanceof BudgetEvent)
                .findFirst()
                .map(event -> event.with((BudgetEvent) event.message()));
    }

    /** Those events of a kind, in their order. */
    <E extends LedgerEvent> List<E> all(Class<E> kind) {
        return events.stream()
                .map(Envelope::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The same without the lines at those places among its lines. */
    ActPart withoutLines(List<Integer> places) {
        List<Envelope<LedgerEvent>> left = new ArrayList<>();
        int at = 0;
        for (Envelope<LedgerEvent> event : events) {
            boolean line = event.message() instanceof ExecutionEvent.OfLine;
            if (!line || !places.contains(at)) {
                left.add(event);
            }
            at += line ? 1 : 0;
        }
        return new ActPart(left);
    }
}
