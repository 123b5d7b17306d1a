package org.mingzhang.command.budget;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;

/** The lines of an adjustment: what is law or arithmetic (lifecycle.md §3.4, hard guards). */
final class EntryRules {
    private EntryRules() {}

    /** How much money changes its place. */
    static Amount moved(AdjustmentRequest request) {
        Amount in = Amount.ZERO;
        Amount out = Amount.ZERO;
        for (AdjustmentEntry entry : request.entries()) {
            if (entry.change().isNegative()) {
                out = out.minus(entry.change());
            } else {
                in = in.plus(entry.change());
            }
        }
        return in.exceeds(out) ? in : out;
    }

    static void check(Findings findings, Situation now, AdjustmentRequest request) {
        List<AdjustmentEntry> entries = request.entries();
        boolean money = request.direction() != AdjustmentDirection.CONTENT;
        findings.require(!money || !entries.isEmpty(), "entries", Refusal.NoEntries::new);
        ListRules.atMost(findings, ListRules.MOST_ENTRIES, "entries", entries);
        Set<LineKey> seen = new HashSet<>();
        for (int at = 0; at < entries.size(); at++) {
            AdjustmentEntry entry = entries.get(at);
            String row = "entries[" + at + "].";
            findings.require(seen.add(entry.line()), row + "line", () -> new Refusal.LineTwice(entry.line()));
            findings.require(!entry.change().isZero(), row + "amount", () -> new Refusal.ChangeIsZero(entry.line()));
            line(findings, now, entry, row);
            available(findings, now, entry, row);
            direction(findings, request, entry, row);
        }
        if (request.direction() == AdjustmentDirection.SHIFT) {
            balanced(findings, entries);
        }
    }

    /** A line that is there stays what it is; a new one has to fit like any line. */
    private static void line(Findings findings, Situation now, AdjustmentEntry entry, String row) {
        Optional<Classification.Expenditure> known =
                now.budget().execution().classification(entry.line(), now.content());
        if (known.isPresent()) {
            findings.require(
                    known.get().equals(entry.classification()),
                    row + "line",
                    () -> new Refusal.LineClassificationDiffers(entry.line()));
            return;
        }
        findings.require(
                !now.content().revenue().has(entry.line()),
                row + "line",
                () -> new Refusal.LineKeyTaken(entry.line(), LineSide.REVENUE));
        Findings fit = new Findings();
        LineDecisions.classified(fit, now, new LineContent(entry.classification(), Amount.ZERO, "", ""));
        findings.addAll(fit, field -> row + field.substring(field.lastIndexOf('.') + 1));
    }

    private static void available(Findings findings, Situation now, AdjustmentEntry entry, String row) {
        Amount asked = entry.change().negated();
        Amount available = now.budget().execution().available(entry.line(), now.content());
        findings.require(
                !asked.exceeds(Amount.ZERO) || !asked.exceeds(available),
                row + "amount",
                () -> lacking(now, entry.line(), available, asked));
    }

    /** Somebody who comes second may be right another time; who asks for more than there is never is. */
    private static Refusal lacking(Situation now, LineKey line, Amount available, Amount asked) {
        Amount held = held(now, line);
        return asked.exceeds(available.plus(held))
                ? new Refusal.NotAvailable(line, available, asked)
                : new Refusal.HeldByDocuments(line, available, asked, held);
    }

    private static Amount held(Situation now, LineKey line) {
        return Amount.sum(now.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .flatMap(document -> document.request().entries().stream())
                .filter(entry -> entry.line().equals(line) && entry.change().isNegative())
                .map(entry -> entry.change().negated())
                .toList());
    }

    private static void direction(Findings findings, AdjustmentRequest request, AdjustmentEntry entry, String row) {
        boolean back = request.reverses().isPresent();
        boolean fits = switch (request.direction()) {
            case SHIFT, REORGANISATION -> true;
            case SUPPLEMENT -> entry.change().isNegative() == back;
            case REDUCTION -> entry.change().isNegative() != back;
            case CONTENT -> false;
        };
        findings.require(
                fits,
                row + "amount",
                () -> new Refusal.DirectionDiffers(request.direction(), entry.line(), entry.change()));
    }

    /** Nothing is gained or lost, neither in all nor within a fund: the budgets are kept apart (预算法 art. 5). */
    static void balanced(Findings findings, List<AdjustmentEntry> entries) {
        Amount in = Amount.ZERO;
        Amount out = Amount.ZERO;
        Map<Totals.Purse, Amount> purses = new TreeMap<>();
        for (AdjustmentEntry entry : entries) {
            Amount change = entry.change();
            in = change.isNegative() ? in : in.plus(change);
            out = change.isNegative() ? out.minus(change) : out;
            Classification.Expenditure money = entry.classification();
            purses.merge(new Totals.Purse(money.fund(), money.source()), change, Amount::plus);
        }
        Amount gained = in;
        Amount given = out;
        if (!gained.equals(given)) {
            findings.object("entries", new Refusal.ShiftUnbalanced(given, gained));
            return;
        }
        purses.forEach((purse, net) -> findings.require(
                net.isZero(), "entries", () -> new Refusal.FundChanges(purse.fund(), purse.source(), net)));
    }
}
