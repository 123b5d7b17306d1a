package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/** Amended rules are whole: every amount of a kind has one tier, somebody decides, and the law is kept. */
final class AmendmentRules {
    /** More rows than anybody can check. */
    private static final int MOST_ROWS = 100;

    private AmendmentRules() {}

    static void check(Findings findings, List<AmendedTier> tiers, List<AmendedLimit> limits) {
        findings.require(!tiers.isEmpty() || !limits.isEmpty(), "", Refusal.NothingAmended::new);
        ListRules.atMost(findings, MOST_ROWS, "paths", tiers);
        ListRules.atMost(findings, MOST_ROWS, "limits", limits);
        tiers(findings, tiers);
        Set<String> named = new HashSet<>();
        for (int at = 0; at < limits.size(); at++) {
            String id = limits.get(at).id();
            findings.require(named.add(id), "limits[" + at + "].id", () -> new Refusal.LimitTwice(id));
        }
    }

    private static void tiers(Findings findings, List<AmendedTier> tiers) {
        Map<AdjustmentKind, Set<Amount>> seen = new HashMap<>();
        for (int at = 0; at < tiers.size(); at++) {
            AmendedTier tier = tiers.get(at);
            String row = "paths[" + at + "].";
            findings.require(
                    !tier.least().isNegative(), row + "least", () -> new Refusal.AmountNotPositive(tier.least()));
            findings.require(
                    seen.computeIfAbsent(tier.kind(), kind -> new HashSet<>()).add(tier.least()),
                    row + "least",
                    () -> new Refusal.TierTwice(tier.kind(), tier.least()));
            stations(findings, tier, row + "stations");
        }
        seen.forEach((kind, amounts) -> findings.require(
                amounts.contains(Amount.ZERO),
                "paths",
                () -> new Refusal.FirstTierMissing(
                        kind, amounts.stream().sorted().findFirst().orElse(Amount.ZERO))));
    }

    /** A kind may be forbidden; what is permitted is decided by somebody, and by whom the law says. */
    private static void stations(Findings findings, AmendedTier tier, String field) {
        findings.require(
                !tier.permitted() || !tier.stations().isEmpty(),
                field,
                () -> new Refusal.NobodyDecides(tier.kind(), tier.least()));
        for (AdjustmentStation station : LawOfPaths.stations(tier.kind())) {
            findings.require(
                    !tier.permitted() || tier.stations().contains(station),
                    field,
                    () -> new Refusal.LawWeakened(tier.kind(), station));
        }
    }
}
