package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.ScoredIndicator;

/** The bodies of dated rows that are not values of the kernel themselves. */
public final class Facts {
    private Facts() {}

    /**
     * A step of the rounds of preparation.
     *
     * @param phase stable key, such as {@code approved}
     * @param basis the document it rests on, where it has one
     * @param note what was said with it: a reason or a remark
     */
    public record PhaseFact(String phase, LocalDate day, String actor, Optional<Basis> basis, String note) {}

    /** What a line says beside its classification and amount. */
    public record LineNote(String note, String mappingReason) {}

    /** An ordered list of indicators. */
    public record Targets(List<Indicator> indicators) {}

    /** What was printed of an earlier year, since which day it is stated so, and by whom. */
    public record StatedFigures(Comparatives figures, String reason, LocalDate day, String actor) implements Dated {}

    /** Something that was said on a day. */
    public interface Dated {
        LocalDate day();
    }

    /** A secrecy review: up to which position, by whom. */
    public record ReviewFact(long position, String reviewer, String opinion, LocalDate day) {}

    /**
     * An adjustment as it was submitted.
     *
     * @param maker login of who submitted it; whoever acted for somebody is named with both
     */
    public record AdjustmentFact(
            int number,
            AdjustmentKind kind,
            AdjustmentRequest request,
            List<AdjustmentStation> stations,
            boolean approvalDemanded,
            String policy,
            String maker,
            String makerName,
            LocalDate day) {}

    /** Why an adjustment goes the way it goes; see {@link org.mingzhang.kernel.event.AdjustmentEvent}. */
    public record AdjustmentReasons(
            int number, List<AppliedRule> rules, List<ReachedLimit> limits, List<Acknowledgement> acknowledged) {
        /** What the submitter said to a limit; empty when nothing was asked. */
        public String said(String rule) {
            return acknowledged.stream()
                    .filter(said -> said.rule().equals(rule))
                    .map(Acknowledgement::text)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * The document of another budget that a 划转 moves with this one.
     *
     * @param department short name of the other department as it was then
     * @param leads whether this document is the one that is decided on
     * @param entries the lines of the other document
     */
    public record Counterpart(
            int number, AdjustmentRef document, String department, boolean leads, List<AdjustmentEntry> entries) {}

    /** What a project said when a document was submitted, and what it is to say with it. */
    public record ProjectChange(int number, Project before, Project after) {}

    /**
     * What happened to an adjustment.
     *
     * @param step {@code submitted}, {@code reviewed}, {@code returned}, {@code withdrawn}, {@code rejected} or {@code
     *     effective}
     * @param station the one that was passed, where it was one
     * @param effectiveOn the day from which it counts, once it is in effect
     */
    public record AdjustmentStep(
            int number,
            String step,
            Optional<AdjustmentStation> station,
            String actor,
            Role role,
            LocalDate day,
            Optional<Basis> document,
            String words,
            Optional<LocalDate> effectiveOn) {}

    /** What was issued of a line before the approval; less than zero when it was taken back. */
    public record ProvisionalFact(
            String line,
            ProvisionalGround ground,
            Amount amount,
            Amount reference,
            YearMonth until,
            Basis basis,
            String actor,
            LocalDate day) {}

    /**
     * The finance bureau held money of a line, or gave it free.
     *
     * @param change more than zero when it was frozen
     * @param percent the share that was said instead of an amount
     */
    public record FreezeFact(
            String line,
            Amount change,
            Optional<Integer> percent,
            String opinion,
            Optional<Basis> document,
            String actor,
            LocalDate day) {}

    /** A figure of a month that was stated anew. */
    public record CorrectionFact(
            String line,
            YearMonth month,
            MonthFigures before,
            MonthFigures after,
            Basis source,
            String reason,
            String actor,
            LocalDate day) {}

    /** How much of a project's line is needed next year. */
    public record CarryOverFact(String line, Amount carried, String statement, String actor, LocalDate day) {}

    /** The year is closed. */
    public record ClosingFact(LocalDate closedOn, Basis basis, String policy, String actor, LocalDate day) {}

    /**
     * A step of the final accounts.
     *
     * @param stage the one that was reached; for a return the one it came from
     * @param day on which it was reached
     * @param daysLate beyond what the law allows
     */
    public record AccountsFact(
            AccountsStage stage,
            boolean returned,
            LocalDate day,
            Optional<Basis> document,
            String words,
            int daysLate,
            String actor,
            Role role)
            implements Dated {
        /** Whether everybody may read final accounts of which this is the last that was said. */
        public boolean disclosed() {
            return stage == AccountsStage.DISCLOSED && !returned;
        }
    }

    /** A file that came with an adjustment, or with a decision on it. */
    public record AttachmentFact(int number, AttachmentRole role, Attachment file, String actor, LocalDate day) {}

    /** A source of supplements, as was last said of it. */
    public record FundsSourceFact(int number, FundsSource said) {}

    /**
     * What happened to a source.
     *
     * @param step {@code registered}, {@code increased}, {@code corrected}, {@code recovered}, {@code reserved}, {@code
     *     released}, {@code drawn} or {@code restored}
     * @param granted by how much there is more to give
     * @param reserved by how much more is held
     * @param drawn by how much more is given
     * @param document the adjustment that did it, where one did
     */
    public record FundsStep(
            int source,
            String step,
            Amount granted,
            Amount reserved,
            Amount drawn,
            Optional<AdjustmentRef> document,
            Optional<Basis> basis,
            String words,
            String actor,
            LocalDate day) {}

    /**
     * How far the targets of a project, or of the department, were when they were looked at.
     *
     * @param project blank for the department as a whole
     */
    public record MonitoringFact(
            String project,
            YearMonth through,
            Amount budgeted,
            Amount executed,
            List<IndicatorProgress> progress,
            MonitoringAction action,
            String words,
            String actor,
            LocalDate day) {}

    /**
     * What they came to in the end; points in hundredths.
     *
     * @param project blank for the department as a whole
     */
    public record EvaluationFact(
            String project,
            String rules,
            Amount budgeted,
            Amount executed,
            int executionWeight,
            int executionScore,
            String executionReason,
            List<ScoredIndicator> scores,
            int total,
            String grade,
            String words,
            String actor,
            LocalDate day) {}

    /** A release to the public; see {@link org.mingzhang.kernel.event.DisclosureEvent.DisclosurePublished}. */
    public record ReleaseFact(
            long position,
            LocalDate publishedOn,
            String publisher,
            String secrecyReviewer,
            String digest,
            int daysLate,
            Map<Integer, String> templateVersions,
            Map<Integer, String> emptyTableNotes) {}
}
