package org.mingzhang.query.audit;

import java.util.Optional;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Basis;

/**
 * What an event says beside its money: the reason that was given, the document that it names, the adjustment it is part of.
 *
 * @param reason blank when none was given
 */
record EventAccount(String reason, Optional<Basis> document, Optional<Integer> adjustment) {
    private static final EventAccount NOTHING = because("");

    static EventAccount of(BudgetEvent message) {
        return switch (message) {
            case LineEvent event -> because(line(event));
            case RevenueEvent event -> because(revenue(event));
            case ProjectEvent event -> because(project(event));
            case TargetEvent event -> because(targets(event));
            case OrganisationEvent event -> because(unit(event));
            case AdjustmentEvent event -> adjustment(event);
            case ExecutionEvent event -> execution(event);
            case RoundEvent ignored -> NOTHING; // told as a step of the budget
            case StatementEvent ignored -> NOTHING;
            case ComparativeEvent.ComparativesStated e ->
                because(e.reason(), Optional.of(e.after().source()));
            case DisclosureEvent ignored -> NOTHING;
            case AccountsEvent ignored -> NOTHING;
            case PerformanceEvent.PerformanceMonitored e -> because(e.words());
            case PerformanceEvent.PerformanceSelfEvaluated e -> because(e.words());
        };
    }

    private static EventAccount because(String reason) {
        return new EventAccount(reason, Optional.empty(), Optional.empty());
    }

    private static EventAccount because(String reason, Optional<Basis> document) {
        return new EventAccount(reason, document, Optional.empty());
    }

    private static String line(LineEvent event) {
        return switch (event) {
            case LineEvent.LineAllocated e -> e.content().note();
            case LineEvent.LineRevised e -> e.after().note();
            case LineEvent.LineRemoved e -> e.reason();
        };
    }

    private static String revenue(RevenueEvent event) {
        return switch (event) {
            case RevenueEvent.RevenueEstimated e -> e.content().note();
            case RevenueEvent.RevenueRevised e -> e.after().note();
            case RevenueEvent.RevenueRemoved e -> e.reason();
        };
    }

    private static String project(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered ignored -> "";
            case ProjectEvent.ProjectRevised e -> e.reason();
            case ProjectEvent.ProjectRemoved e -> e.reason();
        };
    }

    private static String targets(TargetEvent event) {
        return switch (event) {
            case TargetEvent.OverallTargetsSet e -> e.reason();
            case TargetEvent.ProjectTargetsSet e -> e.reason();
        };
    }

    private static String unit(OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.UnitRegistered ignored -> "";
            case OrganisationEvent.UnitRevised ignored -> "";
            case OrganisationEvent.UnitRemoved e -> e.reason();
        };
    }

    private static EventAccount adjustment(AdjustmentEvent event) {
        Optional<Basis> document =
                event instanceof AdjustmentEvent.AdjustmentTookEffect effect ? effect.approval() : Optional.empty();
        return new EventAccount("", document, Optional.of(event.number()));
    }

    private static EventAccount execution(ExecutionEvent event) {
        return switch (event) {
            case ExecutionEvent.ProvisionalIssued e -> because("", Optional.of(e.basis()));
            case ExecutionEvent.ProvisionalReplaced ignored -> NOTHING;
            case ExecutionEvent.LineFrozen e -> because(e.opinion(), e.document());
            case ExecutionEvent.LineThawed e -> because(e.opinion(), e.document());
            case ExecutionEvent.ExecutionRecorded e -> because(e.reason(), Optional.of(e.source()));
            case ExecutionEvent.CarryOverStated e -> because(e.statement());
            case ExecutionEvent.LineClosed ignored -> NOTHING;
            case ExecutionEvent.YearClosed e -> because("", Optional.of(e.basis()));
        };
    }
}
