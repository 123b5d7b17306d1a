package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;

/** What has to be said on an adjustment before anybody decides on it (lifecycle.md §3.3–3.5). */
final class RequestRules {
    private RequestRules() {}

    static void check(Findings findings, Situation now, Asked asked) {
        AdjustmentRequest request = asked.request();
        TextRules.reason(findings, request.reason());
        if (now.withFiles()) {
            TextRules.optional(findings, "requestContent", request.requestContent());
        } else {
            TextRules.required(findings, "requestContent", request.requestContent());
        }
        TextRules.optional(findings, "requestNumber", request.requestNumber());
        TextRules.optional(findings, "procurement", request.procurement());
        TextRules.optional(findings, "sourceNote", request.sourceNote());
        plain(findings, request);
        inItsYear(findings, now, request.effectiveOn());
        source(findings, request, asked.source().isPresent());
        mended(findings, now, request);
        if (request.reverses().isPresent()) {
            reversed(findings, now, request, request.reverses().get());
        }
        ProjectAdjustments.check(findings, now, asked);
        EntryRules.check(findings, now.with(asked.in(now.content())), request);
        PerformanceRules.check(findings, now, asked);
    }

    /** What a reverse says beside its reason was said by the document that it takes back. */
    private static void plain(Findings findings, AdjustmentRequest request) {
        ActiveTexts.check(findings, "reason", request.reason());
        if (request.reverses().isEmpty()) {
            ActiveTexts.check(findings, "requestContent", request.requestContent());
            ActiveTexts.check(findings, "requestNumber", request.requestNumber());
            ActiveTexts.check(findings, "procurement", request.procurement());
            ActiveTexts.check(findings, "sourceNote", request.sourceNote());
        }
    }

    static void inItsYear(Findings findings, Situation now, LocalDate day) {
        int year = now.budget().opening().orElseThrow().id().year().value();
        findings.require(day.getYear() == year, "effectiveOn", () -> new Refusal.EffectiveInAnotherYear(day, year));
    }

    /** @param numbered whether it names one that is registered, whose kind and name it then need not say */
    private static void source(Findings findings, AdjustmentRequest request, boolean numbered) {
        boolean asked = request.direction() == AdjustmentDirection.SUPPLEMENT;
        boolean back = request.reverses().isPresent();
        findings.require(
                        !asked || back || numbered || request.source().isPresent(),
                        "source",
                        Refusal.SourceMissing::new)
                .require(asked || request.source().isEmpty(), "source", Refusal.SourceNotAsked::new);
        if (asked && !back && !numbered) {
            TextRules.required(findings, "sourceNote", request.sourceNote());
        }
    }

    /** A returned document is taken up again once, by whoever may draft. */
    private static void mended(Findings findings, Situation now, AdjustmentRequest request) {
        request.mends().ifPresent(number -> {
            boolean returned = now.budget()
                    .execution()
                    .adjustments()
                    .get(number)
                    .filter(found -> found.status() == AdjustmentStatus.RETURNED)
                    .isPresent();
            findings.require(returned, "mends", () -> new Refusal.NotReturned(number));
            taken(now, number, AdjustmentRequest::mends)
                    .ifPresent(by -> findings.object("mends", new Refusal.AlreadyMended(number, by)));
        });
    }

    private interface Link {
        Optional<Integer> of(AdjustmentRequest request);
    }

    /** The document that is on its way or in effect and refers to that one. */
    private static Optional<Integer> taken(Situation now, int number, Link link) {
        return now.budget()
                .execution()
                .adjustments()
                .values()
                .filter(FiledAdjustment::counts)
                .filter(found -> link.of(found.request())
                        .filter(linked -> linked == number)
                        .isPresent())
                .map(FiledAdjustment::number)
                .findFirst();
    }

    private static void reversed(Findings findings, Situation now, AdjustmentRequest request, int number) {
        Optional<FiledAdjustment> effective = now.budget()
                .execution()
                .adjustments()
                .get(number)
                .filter(found -> found.status() == AdjustmentStatus.EFFECTIVE);
        if (effective.isEmpty()) {
            findings.object("reverses", new Refusal.NotEffective(number));
            return;
        }
        taken(now, number, AdjustmentRequest::reverses)
                .ifPresent(by -> findings.object("reverses", new Refusal.AlreadyReversed(number, by)));
        List<AdjustmentEntry> back = Reversal.entries(effective.get());
        findings.require(
                new HashSet<>(back).equals(new HashSet<>(request.entries())),
                "entries",
                () -> new Refusal.NotTheReverse(number));
    }
}
