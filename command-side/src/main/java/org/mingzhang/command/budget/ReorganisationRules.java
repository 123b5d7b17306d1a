package org.mingzhang.command.budget;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.BudgetId;

/**
 * A 划转 gives what functions or units that moved are paid from to the budget of the department where they went
 * (实施条例 art. 79): equal on both sides, in the same division, year and fund.
 */
final class ReorganisationRules {
    private static final String FIELD = "counterpart";

    private ReorganisationRules() {}

    /** There is another side exactly where the document says so, and it may be moved now. */
    static void sides(Findings findings, Situation now, Asked asked) {
        AdjustmentRequest request = asked.request();
        boolean reorganisation = request.direction() == AdjustmentDirection.REORGANISATION;
        findings.require(!reorganisation || asked.other().isPresent(), FIELD, Refusal.CounterpartMissing::new)
                .require(reorganisation || asked.other().isEmpty(), FIELD, Refusal.CounterpartNotAsked::new);
        leading(findings, now, "mends", request.mends());
        leading(findings, now, "reverses", request.reverses());
        request.reverses()
                .flatMap(number -> now.budget().execution().adjustments().get(number))
                .flatMap(FiledAdjustment::counterpart)
                .map(other -> other.document().budget())
                .ifPresent(there -> findings.require(
                        asked.other()
                                .filter(other -> other.budget().equals(there))
                                .isPresent(),
                        FIELD,
                        Refusal.CounterpartMissing::new));
        asked.other().ifPresent(other -> open(findings, now, other.budget()));
    }

    private static void leading(Findings findings, Situation now, String field, Optional<Integer> linked) {
        linked.flatMap(number -> now.budget().execution().adjustments().get(number))
                .filter(FiledAdjustment::follows)
                .ifPresent(document -> findings.object(field, follows(document)));
    }

    static Refusal follows(FiledAdjustment document) {
        AdjustmentRef leader = document.counterpart().orElseThrow().document();
        return new Refusal.FollowsAnother(document.number(), leader.budget(), leader.number());
    }

    /** Another budget of the same division and year, approved and not closed. */
    private static void open(Findings findings, Situation now, BudgetId there) {
        BudgetId here = now.states().id();
        if (there.equals(here)) {
            findings.object(FIELD, new Refusal.CounterpartIsItself(here));
            return;
        }
        if (!there.division().equals(here.division()) || !there.year().equals(here.year())) {
            findings.object(FIELD, new Refusal.CounterpartElsewhere(there, here.division(), here.year()));
            return;
        }
        Budget other = now.states().other(there);
        if (!Phase.AFTER_APPROVAL.contains(other.phase())) {
            findings.object(FIELD, new Refusal.CounterpartNotApproved(there, other.phase()));
            return;
        }
        other.execution()
                .closedOn()
                .ifPresent(day -> findings.object(FIELD, new Refusal.CounterpartClosed(there, day)));
    }

    /** The lines of both sides; what the giving side says of itself was looked at like any document. */
    static void check(Findings findings, BothSides both) {
        AdjustmentRequest here = both.request();
        AdjustmentRequest there = both.follower().request();
        signs(findings, here, "entries[", here.reverses().isEmpty());
        Findings ofOther = new Findings();
        EntryRules.check(ofOther, both.there(), there);
        signs(ofOther, there, "entries[", here.reverses().isPresent());
        there.performance().stream()
                .filter(effect -> !both.there().content().projects().has(effect.project()))
                .forEach(effect -> ofOther.object("performance", new Refusal.ProjectUnknown(effect.project())));
        PerformanceRules.check(ofOther, both.there(), both.follower());
        PurposeRules.check(ofOther, both.there(), there);
        findings.addAll(ofOther, ReorganisationRules::ofOther);
        reverse(findings, both);
        if (!here.entries().isEmpty() && !there.entries().isEmpty()) {
            EntryRules.balanced(
                    findings,
                    Stream.concat(here.entries().stream(), there.entries().stream())
                            .toList());
        }
    }

    private static String ofOther(String field) {
        return field.startsWith("entries[") ? "other" + field.substring("entries".length()) : field;
    }

    /** One side gives and the other gains; nothing goes to and fro. */
    private static void signs(Findings findings, AdjustmentRequest request, String row, boolean giving) {
        List<AdjustmentEntry> entries = request.entries();
        for (int at = 0; at < entries.size(); at++) {
            AdjustmentEntry entry = entries.get(at);
            findings.require(
                    entry.change().isZero() || entry.change().isNegative() == giving,
                    row + at + "].amount",
                    () -> new Refusal.DirectionDiffers(request.direction(), entry.line(), entry.change()));
        }
    }

    private static void reverse(Findings findings, BothSides both) {
        both.follower()
                .request()
                .reverses()
                .flatMap(number ->
                        both.there().budget().execution().adjustments().get(number))
                .ifPresent(document -> findings.require(
                        new HashSet<>(Reversal.entries(document))
                                .equals(new HashSet<>(both.follower().request().entries())),
                        "other",
                        () -> new Refusal.NotTheReverse(document.number())));
    }
}
