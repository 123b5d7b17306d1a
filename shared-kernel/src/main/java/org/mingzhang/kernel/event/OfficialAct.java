package org.mingzhang.kernel.event;

/** Which events are acts that others rely on from then on; the log is sealed outside the database at each of them. */
public final class OfficialAct {
    private OfficialAct() {}

    /** The same for every event of a kind, whatever it says. */
    public static boolean is(LedgerEvent event) {
        return switch (event) {
            case BudgetEvent budget -> is(budget);
            case PolicyEvent policy -> is(policy);
            case CrosswalkEvent ofComparisons -> false;
            case AdministrationEvent ofAccounts -> false;
            case FundsEvent funds -> is(funds);
            case SubmissionEvent note -> false;
            case ReadingEvent note -> false;
        };
    }

    private static boolean is(BudgetEvent event) {
        return switch (event) {
            case RoundEvent round -> is(round);
            case AdjustmentEvent adjustment -> is(adjustment);
            case DisclosureEvent disclosure -> is(disclosure);
            case ExecutionEvent execution -> is(execution);
            case AccountsEvent accounts -> is(accounts);
            case PerformanceEvent stated -> false;
            case OrganisationEvent drafted -> false;
            case LineEvent drafted -> false;
            case RevenueEvent drafted -> false;
            case ProjectEvent drafted -> false;
            case TargetEvent drafted -> false;
            case StatementEvent drafted -> false;
            case ComparativeEvent printedBefore -> false;
        };
    }

    /** 控制数, 人大批准, 批复 and its passing on to the units; what goes to and fro before them binds nobody. */
    private static boolean is(RoundEvent event) {
        return switch (event) {
            case RoundEvent.CeilingIssued ceiling -> true;
            case RoundEvent.CeilingRevised ceiling -> true;
            case RoundEvent.BudgetEnacted enacted -> true;
            case RoundEvent.BudgetApproved approved -> true;
            case RoundEvent.BudgetDistributed distributed -> true;
            case RoundEvent.BudgetOpened opened -> false;
            case RoundEvent.FirstProposalSubmitted proposal -> false;
            case RoundEvent.FirstProposalReturned proposal -> false;
            case RoundEvent.SecondDraftSubmitted draft -> false;
            case RoundEvent.SecondDraftReturned draft -> false;
            case RoundEvent.IncludedInGovernmentDraft draft -> false;
        };
    }

    /** Only the numbered 批复 changes the budget. */
    private static boolean is(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentEvent.AdjustmentTookEffect effect -> true;
            case AdjustmentEvent.AdjustmentSubmitted pending -> false;
            case AdjustmentEvent.AdjustmentRulesApplied pending -> false;
            case AdjustmentEvent.CounterpartLinked pending -> false;
            case AdjustmentEvent.ProjectTakenOver withItsEffect -> false;
            case AdjustmentEvent.ProjectAdjustmentAsked pending -> false;
            case AdjustmentEvent.ProjectAdjusted together -> false;
            case AdjustmentEvent.AdjustmentReviewed pending -> false;
            case AdjustmentEvent.AdjustmentReturned ended -> false;
            case AdjustmentEvent.AdjustmentWithdrawn ended -> false;
            case AdjustmentEvent.AdjustmentRejected ended -> false;
            case AdjustmentEvent.AttachmentAdded file -> false;
        };
    }

    /** Rules bind from when they are in force. */
    private static boolean is(PolicyEvent event) {
        return switch (event) {
            case PolicyEvent.AmendmentPutInForce inForce -> true;
            case PolicyEvent.AmendmentProposed pending -> false;
            case PolicyEvent.AmendmentDeclined ended -> false;
        };
    }

    /** The closing ends the year; what is recorded of a single line before it comes by the thousand. */
    private static boolean is(ExecutionEvent event) {
        return switch (event) {
            case ExecutionEvent.YearClosed closed -> true;
            case ExecutionEvent.OfLine line -> false;
        };
    }

    private static boolean is(AccountsEvent event) {
        return switch (event) {
            case AccountsEvent.AccountsPassed passed -> true;
            case AccountsEvent.AccountsReturned returned -> false;
        };
    }

    private static boolean is(DisclosureEvent event) {
        return switch (event) {
            case DisclosureEvent.DisclosurePublished published -> true;
            case DisclosureEvent.SecrecyReviewConfirmed review -> false;
        };
    }

    /** What a document gives, and what the effect of an adjustment gives on or brings back; what is only held is not. */
    private static boolean is(FundsEvent event) {
        return switch (event) {
            case FundsEvent.SourceRegistered registered -> true;
            case FundsEvent.SourceIncreased increased -> true;
            case FundsEvent.SourceCorrected corrected -> true;
            case FundsEvent.SourceRecovered recovered -> true;
            case FundsEvent.SourceDrawn drawn -> true;
            case FundsEvent.SourceRestored restored -> true;
            case FundsEvent.SourceReserved held -> false;
            case FundsEvent.SourceReleased free -> false;
        };
    }
}
