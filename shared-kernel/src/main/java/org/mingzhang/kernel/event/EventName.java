package org.mingzhang.kernel.event;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stored name and version of an event; never edited, only added to.
 *
 * <p>The names are written out, so that renaming a class cannot rename what is stored.
 *
 * @param name such as {@code line-allocated}
 * @param version from 1
 */
public record EventName(String name, int version) {
    private static final Map<Class<? extends LedgerEvent>, EventName> CURRENT = current();

    /** The name under which new events of this kind are stored. */
    public static EventName of(LedgerEvent event) {
        EventName name = CURRENT.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException(
                    "no stored name for " + event.getClass().getName());
        }
        return name;
    }

    /** The record that each current name stands for, for reading. */
    public static Map<EventName, Class<? extends LedgerEvent>> types() {
        Map<EventName, Class<? extends LedgerEvent>> types = new LinkedHashMap<>();
        CURRENT.forEach((type, name) -> types.put(name, type));
        return types;
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }

    private static Map<Class<? extends LedgerEvent>, EventName> current() {
        Map<Class<? extends LedgerEvent>, EventName> names = new LinkedHashMap<>();
        put(names, RoundEvent.BudgetOpened.class, "budget-opened", 1);
        put(names, RoundEvent.FirstProposalSubmitted.class, "first-proposal-submitted", 1);
        put(names, RoundEvent.FirstProposalReturned.class, "first-proposal-returned", 1);
        put(names, RoundEvent.CeilingIssued.class, "ceiling-issued", 1);
        put(names, RoundEvent.CeilingRevised.class, "ceiling-revised", 1);
        put(names, RoundEvent.SecondDraftSubmitted.class, "second-draft-submitted", 1);
        put(names, RoundEvent.SecondDraftReturned.class, "second-draft-returned", 1);
        put(names, RoundEvent.IncludedInGovernmentDraft.class, "included-in-government-draft", 1);
        put(names, RoundEvent.BudgetEnacted.class, "budget-enacted", 1);
        put(names, RoundEvent.BudgetApproved.class, "budget-approved", 1);
        put(names, RoundEvent.BudgetDistributed.class, "budget-distributed", 1);
        put(names, OrganisationEvent.UnitRegistered.class, "unit-registered", 1);
        put(names, OrganisationEvent.UnitRevised.class, "unit-revised", 1);
        put(names, OrganisationEvent.UnitRemoved.class, "unit-removed", 1);
        put(names, LineEvent.LineAllocated.class, "line-allocated", 1);
        put(names, LineEvent.LineRevised.class, "line-revised", 1);
        put(names, LineEvent.LineRemoved.class, "line-removed", 1);
        put(names, RevenueEvent.RevenueEstimated.class, "revenue-estimated", 1);
        put(names, RevenueEvent.RevenueRevised.class, "revenue-revised", 1);
        put(names, RevenueEvent.RevenueRemoved.class, "revenue-removed", 1);
        put(names, ProjectEvent.ProjectRegistered.class, "project-registered", 1);
        put(names, ProjectEvent.ProjectRevised.class, "project-revised", 1);
        put(names, ProjectEvent.ProjectRemoved.class, "project-removed", 1);
        put(names, TargetEvent.OverallTargetsSet.class, "overall-targets-set", 1);
        put(names, TargetEvent.ProjectTargetsSet.class, "project-targets-set", 1);
        put(names, StatementEvent.StatementMade.class, "statement-made", 1);
        put(names, DisclosureEvent.SecrecyReviewConfirmed.class, "secrecy-review-confirmed", 1);
        put(names, DisclosureEvent.DisclosurePublished.class, "disclosure-published", 1);
        put(names, AdjustmentEvent.AdjustmentSubmitted.class, "adjustment-submitted", 2);
        put(names, AdjustmentEvent.AdjustmentReviewed.class, "adjustment-reviewed", 1);
        put(names, AdjustmentEvent.AdjustmentReturned.class, "adjustment-returned", 1);
        put(names, AdjustmentEvent.AdjustmentWithdrawn.class, "adjustment-withdrawn", 1);
        put(names, AdjustmentEvent.AdjustmentRejected.class, "adjustment-rejected", 1);
        put(names, AdjustmentEvent.AdjustmentTookEffect.class, "adjustment-took-effect", 1);
        put(names, AdjustmentEvent.AdjustmentRulesApplied.class, "adjustment-rules-applied", 1);
        put(names, AdjustmentEvent.ProjectAdjustmentAsked.class, "project-adjustment-asked", 1);
        put(names, AdjustmentEvent.ProjectAdjusted.class, "project-adjusted", 1);
        put(names, PolicyEvent.AmendmentProposed.class, "amendment-proposed", 1);
        put(names, PolicyEvent.AmendmentPutInForce.class, "amendment-put-in-force", 1);
        put(names, PolicyEvent.AmendmentDeclined.class, "amendment-declined", 1);
        put(names, ExecutionEvent.ProvisionalIssued.class, "provisional-issued", 1);
        put(names, ExecutionEvent.ProvisionalReplaced.class, "provisional-replaced", 1);
        put(names, ExecutionEvent.LineFrozen.class, "line-frozen", 1);
        put(names, ExecutionEvent.LineThawed.class, "line-thawed", 1);
        put(names, ExecutionEvent.ExecutionRecorded.class, "execution-recorded", 1);
        put(names, ExecutionEvent.CarryOverStated.class, "carry-over-stated", 1);
        put(names, ExecutionEvent.LineClosed.class, "line-closed", 1);
        put(names, ExecutionEvent.YearClosed.class, "year-closed", 1);
        put(names, AccountsEvent.AccountsPassed.class, "accounts-passed", 1);
        put(names, AccountsEvent.AccountsReturned.class, "accounts-returned", 1);
        put(names, AdjustmentEvent.AttachmentAdded.class, "attachment-added", 1);
        put(names, AdministrationEvent.PersonSignedIn.class, "person-signed-in", 1);
        put(names, AdministrationEvent.PersonSignedOut.class, "person-signed-out", 1);
        put(names, AdministrationEvent.SignInFailed.class, "sign-in-failed", 1);
        put(names, AdministrationEvent.AccountLockedOut.class, "account-locked-out", 1);
        put(names, AdministrationEvent.StrangersTurnedAway.class, "strangers-turned-away", 1);
        put(names, AdministrationEvent.AccountCreated.class, "account-created", 1);
        put(names, AdministrationEvent.AccountRenamed.class, "account-renamed", 1);
        put(names, AdministrationEvent.RightsChanged.class, "rights-changed", 1);
        put(names, AdministrationEvent.AccountLocked.class, "account-locked", 1);
        put(names, AdministrationEvent.AccountUnlocked.class, "account-unlocked", 1);
        put(names, AdministrationEvent.PasswordLinkIssued.class, "password-link-issued", 1);
        put(names, AdministrationEvent.PasswordChanged.class, "password-changed", 1);
        put(names, AdministrationEvent.SessionsEnded.class, "sessions-ended", 1);
        put(names, AdministrationEvent.TokenIssued.class, "token-issued", 1);
        put(names, AdministrationEvent.TokenRevoked.class, "token-revoked", 1);
        put(names, AdministrationEvent.DelegationGiven.class, "delegation-given", 1);
        put(names, AdministrationEvent.DelegationEnded.class, "delegation-ended", 1);
        put(names, SubmissionEvent.CommandAccepted.class, "command-accepted", 2);
        put(names, SubmissionEvent.CommandRefused.class, "command-refused", 2);
        put(names, FundsEvent.SourceRegistered.class, "source-registered", 1);
        put(names, FundsEvent.SourceIncreased.class, "source-increased", 1);
        put(names, FundsEvent.SourceCorrected.class, "source-corrected", 1);
        put(names, FundsEvent.SourceRecovered.class, "source-recovered", 1);
        put(names, FundsEvent.SourceReserved.class, "source-reserved", 1);
        put(names, FundsEvent.SourceReleased.class, "source-released", 1);
        put(names, FundsEvent.SourceDrawn.class, "source-drawn", 1);
        put(names, FundsEvent.SourceRestored.class, "source-restored", 1);
        put(names, AdjustmentEvent.CounterpartLinked.class, "adjustment-counterpart-linked", 1);
        put(names, AdjustmentEvent.ProjectTakenOver.class, "project-taken-over", 1);
        put(names, ComparativeEvent.ComparativesStated.class, "comparatives-stated", 1);
        put(names, CrosswalkEvent.UnitMerged.class, "unit-merged", 1);
        put(names, CrosswalkEvent.UnitSplit.class, "unit-split", 1);
        put(names, CrosswalkEvent.ProjectContinuedAs.class, "project-continued-as", 1);
        put(names, CrosswalkEvent.CodeReplaced.class, "code-replaced", 1);
        put(names, CrosswalkEvent.SuccessionWithdrawn.class, "succession-withdrawn", 1);
        put(names, ReadingEvent.UndisclosedRead.class, "undisclosed-read", 1);
        put(names, PerformanceEvent.PerformanceMonitored.class, "performance-monitored", 2);
        put(names, PerformanceEvent.PerformanceSelfEvaluated.class, "performance-self-evaluated", 1);
        return names;
    }

    private static void put(
            Map<Class<? extends LedgerEvent>, EventName> names,
            Class<? extends LedgerEvent> type,
            String name,
            int version) {
        names.put(type, new EventName(name, version));
    }
}
