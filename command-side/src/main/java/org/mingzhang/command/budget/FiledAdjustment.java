package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.TargetChange;

/**
 * An adjustment as it stands.
 *
 * @param stations all that it has to pass
 * @param passed those that it has passed, in order
 * @param decidedOn the last day on which somebody decided on it outside, as their documents say; empty when nobody did
 * @param project what a project is to say with it; empty when it says what it said before
 * @param targets that it changed when it took effect
 * @param attachments every file that came with it so far
 * @param counterpart the document of the other budget that it moves; empty when it moves its own alone
 * @param last who handed it in, passed or ended it, whichever was last
 */
public record FiledAdjustment(
        int number,
        AdjustmentKind kind,
        AdjustmentRequest request,
        Actor maker,
        List<AdjustmentStation> stations,
        List<AdjustmentStation> passed,
        Optional<LocalDate> decidedOn,
        boolean approvalDemanded,
        AdjustmentStatus status,
        Optional<ProjectChange> project,
        List<TargetChange> targets,
        List<Attachment> attachments,
        Optional<Counterpart> counterpart,
        LastAct last) {
    public FiledAdjustment {
        stations = List.copyOf(stations);
        passed = List.copyOf(passed);
        targets = List.copyOf(targets);
        attachments = List.copyOf(attachments);
    }

    /** A project before and after. */
    public record ProjectChange(Project before, Project after) {}

    /** @param leads whether this document is the one that is decided on, and the other follows */
    public record Counterpart(AdjustmentRef document, boolean leads) {}

    /** Who acted, perhaps for somebody else, and on which business day. */
    public record LastAct(Actor by, LocalDate day) {
        static LastAct in(Envelope<?> act) {
            return new LastAct(act.actor(), act.businessDay());
        }
    }

    static FiledAdjustment of(Envelope<AdjustmentEvent.AdjustmentSubmitted> submitted) {
        AdjustmentEvent.AdjustmentSubmitted event = submitted.message();
        return new FiledAdjustment(
                event.number(),
                event.kind(),
                event.request(),
                submitted.actor(),
                event.stations(),
                List.of(),
                Optional.empty(),
                event.approvalDemanded(),
                AdjustmentStatus.IN_REVIEW,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                LastAct.in(submitted));
    }

    /** The station that comes next; empty when all are passed. */
    public Optional<AdjustmentStation> next() {
        return stations.stream().skip(passed.size()).findFirst();
    }

    /** Whether it holds or has moved money: on its way, or in effect. */
    boolean counts() {
        return status == AdjustmentStatus.IN_REVIEW || status == AdjustmentStatus.EFFECTIVE;
    }

    /** @param document of a decision that is taken outside */
    FiledAdjustment past(AdjustmentStation station, Optional<Basis> document) {
        List<AdjustmentStation> now = new ArrayList<>(passed);
        now.add(station);
        Optional<LocalDate> decided = Stream.concat(
                        decidedOn.stream(), document.filter(found -> station.isOutside()).map(Basis::date).stream())
                .max(LocalDate::compareTo);
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                now,
                decided,
                approvalDemanded,
                status,
                project,
                targets,
                attachments,
                counterpart,
                last);
    }

    FiledAdjustment in(AdjustmentStatus now) {
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                now,
                project,
                targets,
                attachments,
                counterpart,
                last);
    }

    FiledAdjustment changing(Project before, Project after) {
        ProjectChange change = new ProjectChange(before, after);
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                status,
                Optional.of(change),
                targets,
                attachments,
                counterpart,
                last);
    }

    /** In effect, with what it made of targets. */
    FiledAdjustment effective(List<TargetChange> changed) {
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                AdjustmentStatus.EFFECTIVE,
                project,
                changed,
                attachments,
                counterpart,
                last);
    }

    FiledAdjustment with(Attachment file) {
        List<Attachment> now = new ArrayList<>(attachments);
        now.add(file);
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                status,
                project,
                targets,
                now,
                counterpart,
                last);
    }

    FiledAdjustment beside(Counterpart other) {
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                status,
                project,
                targets,
                attachments,
                Optional.of(other),
                last);
    }

    /** The same, of which this was the last act. */
    FiledAdjustment by(LastAct act) {
        return new FiledAdjustment(
                number,
                kind,
                request,
                maker,
                stations,
                passed,
                decidedOn,
                approvalDemanded,
                status,
                project,
                targets,
                attachments,
                counterpart,
                act);
    }

    /** Whether it follows the document of another budget, and is decided on there. */
    boolean follows() {
        return counterpart.filter(other -> !other.leads()).isPresent();
    }
}
