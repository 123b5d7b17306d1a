package org.mingzhang.query.trail;

import java.util.Collection;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;

/** The sentences about money: lines, adjustments, execution and sources. */
record MoneySentences(SaidIn said) {
    String line(LineEvent event) {
        String line = event.line().value();
        return switch (event) {
            case LineEvent.LineAllocated e ->
                said.event(
                        e,
                        line,
                        SaidIn.yuan(e.content().amount()),
                        e.content().classification().function().value(),
                        e.content().classification().unit().value());
            case LineEvent.LineRevised e ->
                said.event(
                        e,
                        line,
                        SaidIn.yuan(e.before().amount()),
                        SaidIn.yuan(e.after().amount()));
            case LineEvent.LineRemoved e ->
                said.event(e, line, SaidIn.yuan(e.content().amount()));
        };
    }

    String revenue(RevenueEvent event) {
        String line = event.line().value();
        return switch (event) {
            case RevenueEvent.RevenueEstimated e ->
                said.event(e, line, SaidIn.yuan(e.content().amount()));
            case RevenueEvent.RevenueRevised e ->
                said.event(
                        e,
                        line,
                        SaidIn.yuan(e.before().amount()),
                        SaidIn.yuan(e.after().amount()));
            case RevenueEvent.RevenueRemoved e ->
                said.event(e, line, SaidIn.yuan(e.content().amount()));
        };
    }

    String adjustment(AdjustmentEvent event) {
        int number = event.number();
        return switch (event) {
            case AdjustmentEvent.AdjustmentSubmitted e -> submitted(e);
            case AdjustmentEvent.AdjustmentReviewed e -> said.event(e, number, said.chosen(e.station()));
            case AdjustmentEvent.AdjustmentReturned e -> said.event(e, number);
            case AdjustmentEvent.AdjustmentWithdrawn e -> said.event(e, number);
            case AdjustmentEvent.AdjustmentRejected e -> said.event(e, number);
            case AdjustmentEvent.AdjustmentTookEffect e -> effect(e);
            case AdjustmentEvent.AdjustmentRulesApplied e ->
                said.event(
                        e,
                        number,
                        e.rules().size(),
                        e.limits().size(),
                        e.acknowledged().size());
            case AdjustmentEvent.ProjectAdjustmentAsked e ->
                said.event(e, number, e.after().name());
            case AdjustmentEvent.ProjectAdjusted e ->
                said.event(e, number, e.after().name());
            case AdjustmentEvent.ProjectTakenOver e ->
                said.event(e, number, e.project().name(), e.targets().size());
            case AdjustmentEvent.CounterpartLinked e ->
                said.event(
                        e,
                        number,
                        e.department(),
                        e.counterpart().budget(),
                        e.counterpart().number());
            case AdjustmentEvent.AttachmentAdded e ->
                said.event(e, number, e.attachment().name(), e.attachment().sha256());
        };
    }

    private String submitted(AdjustmentEvent.AdjustmentSubmitted event) {
        Collection<Amount> changes =
                event.request().entries().stream().map(AdjustmentEntry::change).toList();
        return said.event(
                event,
                event.number(),
                said.chosen(event.kind()),
                less(changes),
                more(changes),
                event.stations().size());
    }

    private String effect(AdjustmentEvent.AdjustmentTookEffect event) {
        Collection<Amount> changes = event.postings().stream()
                .filter(posting -> posting.stage() == Stage.ADJUSTED)
                .map(Posting::delta)
                .toList();
        if (event.approval().isEmpty()) {
            return said.without(event, event.number(), event.effectiveOn(), less(changes), more(changes));
        }
        return said.event(
                event,
                event.number(),
                event.effectiveOn(),
                event.approval().get().documentNumber(),
                less(changes),
                more(changes));
    }

    String execution(ExecutionEvent event) {
        return switch (event) {
            case ExecutionEvent.ProvisionalIssued e ->
                said.event(
                        e,
                        e.line().value(),
                        SaidIn.yuan(e.amount()),
                        e.until(),
                        e.basis().documentNumber());
            case ExecutionEvent.ProvisionalReplaced e ->
                said.event(e, e.line().value(), SaidIn.yuan(e.provisional()), SaidIn.yuan(e.approved()));
            case ExecutionEvent.LineFrozen e -> said.event(e, e.line().value(), SaidIn.yuan(e.amount()));
            case ExecutionEvent.LineThawed e -> said.event(e, e.line().value(), SaidIn.yuan(e.amount()));
            case ExecutionEvent.ExecutionRecorded e ->
                said.event(
                        e,
                        e.line().value(),
                        e.month(),
                        SaidIn.yuan(e.after().paid()),
                        SaidIn.yuan(e.after().refunded()),
                        e.source().documentNumber());
            case ExecutionEvent.CarryOverStated e -> said.event(e, e.line().value(), SaidIn.yuan(e.carried()));
            case ExecutionEvent.LineClosed e ->
                said.event(e, e.line().value(), SaidIn.yuan(e.carried()), SaidIn.yuan(e.lapsed()));
            case ExecutionEvent.YearClosed e ->
                said.event(e, e.closedOn(), e.basis().documentNumber());
        };
    }

    String funds(FundsEvent event) {
        int source = event.source();
        Collection<Amount> moved =
                event.movements().stream().map(FundsMovement::delta).toList();
        String all = SaidIn.yuan(Amount.sum(moved));
        return switch (event) {
            case FundsEvent.SourceRegistered e ->
                said.event(e, source, e.said().name(), all, e.said().basis().documentNumber());
            case FundsEvent.SourceIncreased e ->
                said.event(e, source, all, e.basis().documentNumber());
            case FundsEvent.SourceCorrected e -> said.event(e, source, e.after().name(), all);
            case FundsEvent.SourceRecovered e ->
                said.event(e, source, e.document().budget(), e.document().number(), all);
            case FundsEvent.SourceReserved e ->
                said.event(e, source, e.document().budget(), e.document().number(), all);
            case FundsEvent.SourceReleased e ->
                said.event(e, source, e.document().budget(), e.document().number(), less(moved));
            case FundsEvent.SourceDrawn e ->
                said.event(e, source, e.document().budget(), e.document().number(), more(moved));
            case FundsEvent.SourceRestored e ->
                said.event(e, source, e.document().budget(), e.document().number(), less(moved));
        };
    }

    private static String less(Collection<Amount> changes) {
        return SaidIn.yuan(Amount.sum(
                changes.stream().filter(Amount::isNegative).map(Amount::negated).toList()));
    }

    private static String more(Collection<Amount> changes) {
        return SaidIn.yuan(Amount.sum(
                changes.stream().filter(change -> !change.isNegative()).toList()));
    }
}
