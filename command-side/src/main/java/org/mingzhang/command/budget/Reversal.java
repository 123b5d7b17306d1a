package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;

/** The opposite of an adjustment: the same lines with the other sign; targets stay as they are then. */
final class Reversal {
    private Reversal() {}

    static AdjustmentRequest of(FiledAdjustment document, String reason, LocalDate effectiveOn) {
        AdjustmentRequest request = document.request();
        return new AdjustmentRequest(
                request.direction(),
                ReasonClass.CORRECTION,
                reason,
                effectiveOn,
                entries(document),
                unaffected(request),
                "",
                request.source(),
                request.sourceNote(),
                "",
                "冲销调整单第" + document.number() + "号",
                Optional.empty(),
                Optional.of(document.number()));
    }

    static List<AdjustmentEntry> entries(FiledAdjustment document) {
        return document.request().entries().stream()
                .map(entry -> new AdjustmentEntry(
                        entry.line(), entry.classification(), entry.change().negated()))
                .toList();
    }

    private static List<PerformanceEffect> unaffected(AdjustmentRequest request) {
        Set<ProjectCode> touched = new TreeSet<>();
        request.entries().forEach(entry -> entry.classification().project().ifPresent(touched::add));
        return touched.stream()
                .map(project -> new PerformanceEffect(project, Optional.empty()))
                .toList();
    }
}
