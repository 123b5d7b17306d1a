package org.mingzhang.command.budget;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Stage;

/**
 * A special transfer keeps its purpose (预算法 art. 93(5)): whatever is moved, the lines that serve the purpose keep at
 * least what transfers bound to it have given.
 */
final class PurposeRules {
    private PurposeRules() {}

    static void check(Findings findings, Situation now, AdjustmentRequest request) {
        given(now, request).forEach((source, given) -> {
            Amount net = Amount.sum(request.entries().stream()
                    .filter(entry -> source.serves(entry.classification()))
                    .map(AdjustmentEntry::change)
                    .toList());
            if (net.isNegative()) {
                Amount left = budgeted(now, source).plus(net);
                findings.require(
                        !given.exceeds(left),
                        "entries",
                        () -> new Refusal.TransferKeepsPurpose(source.name(), SourceRules.bound(source), given, left));
            }
        });
    }

    /** What each bound source has given the budget, without what the document itself takes back. */
    private static Map<FundsSource, Amount> given(Situation now, AdjustmentRequest request) {
        Map<FundsSource, Amount> given = new LinkedHashMap<>();
        now.budget().execution().adjustments().values().forEach(document -> {
            boolean takenBack = request.reverses()
                    .filter(number -> number == document.number())
                    .isPresent();
            if (!takenBack) {
                now.funds()
                        .claimsOf(new AdjustmentRef(now.states().id(), document.number()))
                        .forEach(claim -> now.funds()
                                .source(claim.source())
                                .map(FundsBalance::said)
                                .filter(FundsSource::keepsPurpose)
                                .ifPresent(source -> given.merge(source, claim.drawn(), Amount::plus)));
            }
        });
        return given;
    }

    /** The budget of all lines that serve the purpose, without what is held to leave them. */
    private static Amount budgeted(Situation now, FundsSource source) {
        Execution execution = now.budget().execution();
        Amount sum = Amount.ZERO;
        for (Entries.Entry<LineKey, LineContent> line : now.content().lines().entries()) {
            if (source.serves(line.value().classification())) {
                sum = sum.plus(line.value().amount());
            }
        }
        for (Entries.Entry<LineKey, LineBalance> line : execution.balances().entries()) {
            Classification.Expenditure money = line.value().classification();
            if (source.serves(money)) {
                sum = sum.plus(line.value().of(Stage.ADJUSTED))
                        .minus(line.value().of(Stage.FROZEN));
            }
        }
        return sum;
    }
}
