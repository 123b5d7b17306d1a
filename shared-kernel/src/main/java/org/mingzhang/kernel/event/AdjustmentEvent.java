package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.TargetChange;

/** The way of an adjustment after approval, from its submission to its effect or its end (lifecycle.md §3, §8.3). */
public sealed interface AdjustmentEvent extends BudgetEvent {
    /** Of the document within its budget, from 1. */
    int number();

    /**
     * Holds the money of the lines that give (stage FROZEN), so that it cannot be promised twice.
     *
     * @param stations that it has to pass, as the rules of the day demand
     * @param approvalDemanded whether it may take effect only with an approval document (批复)
     * @param policy name of those rules
     */
    record AdjustmentSubmitted(
            BudgetId budget,
            int number,
            AdjustmentKind kind,
            AdjustmentRequest request,
            List<AdjustmentStation> stations,
            boolean approvalDemanded,
            String policy,
            List<Posting> postings)
            implements AdjustmentEvent {
        public AdjustmentSubmitted {
            stations = List.copyOf(stations);
            postings = List.copyOf(postings);
        }
    }

    /**
     * Why it goes the way it goes; recorded with its submission.
     *
     * @param rules that named its stations
     * @param limits that it reaches and that did not stop it
     * @param acknowledged what the submitter said to those that ask for it
     */
    record AdjustmentRulesApplied(
            BudgetId budget,
            int number,
            List<AppliedRule> rules,
            List<ReachedLimit> limits,
            List<Acknowledgement> acknowledged)
            implements AdjustmentEvent {
        public AdjustmentRulesApplied {
            rules = List.copyOf(rules);
            limits = List.copyOf(limits);
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /**
     * What a project is to say once the document takes effect; recorded with its submission.
     *
     * @param before as it was then
     */
    record ProjectAdjustmentAsked(BudgetId budget, int number, Project before, Project after)
            implements AdjustmentEvent {}

    /**
     * Names the document of the other budget that a 划转 moves with this one; recorded in both with their submission.
     *
     * @param department short name of the other department as it was then
     * @param leads whether this document is the one that is decided on; the other then follows it
     * @param entries the lines of the other document, so that each tells the whole
     */
    record CounterpartLinked(
            BudgetId budget,
            int number,
            AdjustmentRef counterpart,
            String department,
            boolean leads,
            List<AdjustmentEntry> entries)
            implements AdjustmentEvent {
        public CounterpartLinked {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A project comes into the budget with its money, because what it is for went there (划转); recorded with the effect.
     *
     * @param project with the unit that has it from now on
     * @param targets as they were where it came from
     */
    record ProjectTakenOver(BudgetId budget, int number, Project project, List<Indicator> targets)
            implements AdjustmentEvent {
        public ProjectTakenOver {
            targets = List.copyOf(targets);
        }
    }

    /** What a project says changes; recorded with the effect of the document. */
    record ProjectAdjusted(BudgetId budget, int number, Project before, Project after) implements AdjustmentEvent {}

    /** @param document of a decision that is taken outside, by the government or the people's congress */
    record AdjustmentReviewed(
            BudgetId budget, int number, AdjustmentStation station, Optional<Basis> document, String opinion)
            implements AdjustmentEvent {}

    /** Gives the held money free; the document may be taken up again by another one. */
    record AdjustmentReturned(BudgetId budget, int number, String reason, List<Posting> postings)
            implements AdjustmentEvent {
        public AdjustmentReturned {
            postings = List.copyOf(postings);
        }
    }

    /** By whoever submitted it. */
    record AdjustmentWithdrawn(BudgetId budget, int number, String reason, List<Posting> postings)
            implements AdjustmentEvent {
        public AdjustmentWithdrawn {
            postings = List.copyOf(postings);
        }
    }

    /** For good. */
    record AdjustmentRejected(BudgetId budget, int number, String reason, List<Posting> postings)
            implements AdjustmentEvent {
        public AdjustmentRejected {
            postings = List.copyOf(postings);
        }
    }

    /**
     * Gives the held money free and moves it (stage ADJUSTED).
     *
     * @param approval number, title, issuer and day of the 批复; empty when the rules demand none
     */
    record AdjustmentTookEffect(
            BudgetId budget,
            int number,
            Optional<Basis> approval,
            LocalDate effectiveOn,
            List<TargetChange> targets,
            List<Posting> postings)
            implements AdjustmentEvent {
        public AdjustmentTookEffect {
            targets = List.copyOf(targets);
            postings = List.copyOf(postings);
        }
    }

    /** A file that came with the submission, a decision or the approval, appended together with it; it stays for good. */
    record AttachmentAdded(BudgetId budget, int number, AttachmentRole role, Attachment attachment)
            implements AdjustmentEvent {}
}
