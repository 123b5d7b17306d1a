package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.TargetChange;

/**
 * The opposite of an adjustment: the same lines with the other sign. Projects and targets become what they were, unless
 * somebody has changed them again since: then they stay.
 */
final class Reversal {
    private Reversal() {}

    static Asked of(FiledAdjustment document, Situation now, String reason, LocalDate effectiveOn) {
        AdjustmentRequest request = document.request();
        return new Asked(
                new AdjustmentRequest(
                        request.direction(),
                        ReasonClass.CORRECTION,
                        reason,
                        effectiveOn,
                        entries(document),
                        performance(document, now.content()),
                        "",
                        request.source(),
                        request.sourceNote(),
                        "",
                        content(document.number()),
                        Optional.empty(),
                        Optional.of(document.number()),
                        Optional.empty()),
                document.project().flatMap(change -> back(change, now.content())),
                List.of(),
                Optional.empty(),
                document.counterpart().map(other -> back(other.document(), now)));
    }

    /** The same in the other budget, where a 划转 moved one. */
    private static OtherSide back(AdjustmentRef document, Situation now) {
        Situation there = now.at(document.budget());
        FiledAdjustment follower =
                there.budget().execution().adjustments().get(document.number()).orElseThrow();
        return new OtherSide(document.budget(), entries(follower), performance(follower, there.content()));
    }

    static List<AdjustmentEntry> entries(FiledAdjustment document) {
        return document.request().entries().stream()
                .map(entry -> new AdjustmentEntry(
                        entry.line(), entry.classification(), entry.change().negated()))
                .toList();
    }

    /** What a reverse is asked with; by it one that was only named is told from one that was written out. */
    static String content(int number) {
        return "冲销调整单第" + number + "号";
    }

    private static Optional<Project> back(FiledAdjustment.ProjectChange change, Content now) {
        return now.projects()
                .get(change.after().code())
                .filter(change.after()::equals)
                .map(still -> change.before());
    }

    private static List<PerformanceEffect> performance(FiledAdjustment document, Content now) {
        Set<ProjectCode> touched = new TreeSet<>();
        document.request()
                .entries()
                .forEach(entry -> entry.classification().project().ifPresent(touched::add));
        document.targets().forEach(change -> touched.add(change.project()));
        return touched.stream()
                .map(project -> new PerformanceEffect(project, before(document, now, project)))
                .toList();
    }

    private static Optional<List<Indicator>> before(FiledAdjustment document, Content now, ProjectCode project) {
        return document.targets().stream()
                .filter(change -> change.project().equals(project))
                .filter(change -> now.targetsOf(project).equals(change.after()))
                .map(TargetChange::before)
                .findFirst();
    }
}
