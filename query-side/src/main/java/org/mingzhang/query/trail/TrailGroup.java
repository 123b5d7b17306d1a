package org.mingzhang.query.trail;

import java.util.Locale;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.event.TargetEvent;

/** The families of what is recorded, as an auditor asks for them. */
enum TrailGroup {
    SUBMISSION,
    ROUND,
    LINE,
    REVENUE,
    PROJECT,
    TARGET,
    UNIT,
    STATEMENT,
    DISCLOSURE,
    ADJUSTMENT,
    EXECUTION,
    ACCOUNTS,
    PERFORMANCE,
    FUNDS,
    POLICY,
    COMPARATIVE,
    CROSSWALK,
    ADMINISTRATION,
    READING;

    static TrailGroup of(LedgerEvent event) {
        return switch (event) {
            case RoundEvent ignored -> ROUND;
            case OrganisationEvent ignored -> UNIT;
            case LineEvent ignored -> LINE;
            case RevenueEvent ignored -> REVENUE;
            case ProjectEvent ignored -> PROJECT;
            case TargetEvent ignored -> TARGET;
            case StatementEvent ignored -> STATEMENT;
            case ComparativeEvent ignored -> COMPARATIVE;
            case DisclosureEvent ignored -> DISCLOSURE;
            case AdjustmentEvent ignored -> ADJUSTMENT;
            case ExecutionEvent ignored -> EXECUTION;
            case AccountsEvent ignored -> ACCOUNTS;
            case PerformanceEvent ignored -> PERFORMANCE;
            case FundsEvent ignored -> FUNDS;
            case PolicyEvent ignored -> POLICY;
            case CrosswalkEvent ignored -> CROSSWALK;
            case AdministrationEvent ignored -> ADMINISTRATION;
            case SubmissionEvent ignored -> SUBMISSION;
            case ReadingEvent ignored -> READING;
        };
    }

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same for a class of events, which needs no event. */
    static TrailGroup of(Class<? extends LedgerEvent> type) {
        Class<?> family = type.getEnclosingClass();
        while (family != null && family.getEnclosingClass() != null) {
            family = family.getEnclosingClass();
        }
        String name = String.valueOf(family == null ? type.getSimpleName() : family.getSimpleName());
        String word = name.replace("Event", "").toUpperCase(Locale.ROOT);
        return word.equals("ORGANISATION") ? UNIT : valueOf(word);
    }
}
