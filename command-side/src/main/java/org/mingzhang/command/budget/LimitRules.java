package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.ReachedLimit;

/** A limit that stops refuses; one that asks why has to be answered. */
final class LimitRules {
    private LimitRules() {}

    static void check(Findings findings, AdjustmentPath path, List<Acknowledgement> acknowledged) {
        path.stops().forEach(limit -> findings.object("entries", Refusal.LimitReached.of(limit)));
        List<String> asked = path.toAcknowledge();
        for (int at = 0; at < asked.size(); at++) {
            String rule = asked.get(at);
            String field = "acknowledged[" + at + "].text";
            String text = text(rule, acknowledged);
            if (text.isBlank()) {
                ask(
                        findings,
                        field,
                        path.limits().stream()
                                .filter(limit -> limit.rule().equals(rule))
                                .toList());
            }
            TextRules.optional(findings, field, text);
            ActiveTexts.check(findings, field, text);
        }
    }

    /** One box for all that one rule is reached by. */
    private static void ask(Findings findings, String field, List<ReachedLimit> limits) {
        findings.object(field, Refusal.LimitReached.of(limits.getFirst()));
        limits.stream().skip(1).forEach(limit -> findings.object("entries", Refusal.LimitReached.of(limit)));
    }

    /** What was said to the limits that ask for it, and nothing else. */
    static List<Acknowledgement> said(AdjustmentPath path, List<Acknowledgement> acknowledged) {
        return path.toAcknowledge().stream()
                .map(rule -> new Acknowledgement(rule, text(rule, acknowledged)))
                .toList();
    }

    private static String text(String rule, List<Acknowledgement> acknowledged) {
        return acknowledged.stream()
                .filter(said -> said.rule().equals(rule))
                .map(Acknowledgement::text)
                .findFirst()
                .orElse("");
    }
}
