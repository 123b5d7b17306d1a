package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
 * least what transfers bound to it have given, and what lies on a line keeps one of them only.
 */
final class PurposeRules {
    private PurposeRules() {}

    static void check(Findings findings, Situation now, AdjustmentRequest request) {
        List<KeptPurposes.Given> given = given(now, request);
        if (given.isEmpty()) {
            return;
        }
        for (KeptPurposes.Lost lost : new KeptPurposes(given, lines(now, request)).lost()) {
            Predicate<Classification.Expenditure> theirs =
                    money -> lost.purposes().stream().anyMatch(source -> KeptPurposes.keeps(source, money));
            if (net(request, theirs).isNegative()) {
                findings.object(
                        "entries",
                        new Refusal.TransferKeepsPurpose(
                                said(lost, FundsSource::name),
                                said(lost, SourceRules::bound),
                                lost.given(),
                                lost.left()));
            }
        }
    }

    private static String said(KeptPurposes.Lost lost, Function<FundsSource, String> word) {
        return lost.purposes().stream().map(word).collect(Collectors.joining("、"));
    }

    private static Amount net(AdjustmentRequest request, Predicate<Classification.Expenditure> theirs) {
        return Amount.sum(request.entries().stream()
                .filter(entry -> theirs.test(entry.classification()))
                .map(AdjustmentEntry::change)
                .toList());
    }

    /** What each bound source has given the budget, without what the document itself takes back. */
    private static List<KeptPurposes.Given> given(Situation now, AdjustmentRequest request) {
        if (now.funds().claims().isEmpty()) {
            return List.of();
        }
        Map<Integer, Amount> drawn = new TreeMap<>();
        now.budget().execution().adjustments().values().forEach(document -> {
            boolean takenBack = request.reverses()
                    .filter(number -> number == document.number())
                    .isPresent();
            if (!takenBack) {
                now.funds()
                        .claimsOf(new AdjustmentRef(now.states().id(), document.number()))
                        .forEach(claim -> drawn.merge(claim.source(), claim.drawn(), Amount::plus));
            }
        });
        List<KeptPurposes.Given> given = new ArrayList<>();
        drawn.forEach((number, amount) -> now.funds()
                .source(number)
                .map(FundsBalance::said)
                .filter(source -> source.keepsPurpose() && amount.exceeds(Amount.ZERO))
                .ifPresent(source -> given.add(new KeptPurposes.Given(source, amount))));
        return given;
    }

    /** The budget by what it is counted under, as the document would leave it and without what is held to leave. */
    private static Map<Classification.Expenditure, Amount> lines(Situation now, AdjustmentRequest request) {
        Map<Classification.Expenditure, Amount> lines = new HashMap<>();
        for (Entries.Entry<LineKey, LineContent> line : now.content().lines().entries()) {
            lines.merge(line.value().classification(), line.value().amount(), Amount::plus);
        }
        for (Entries.Entry<LineKey, LineBalance> line :
                now.budget().execution().balances().entries()) {
            lines.merge(
                    line.value().classification(),
                    line.value().of(Stage.ADJUSTED).minus(line.value().of(Stage.FROZEN)),
                    Amount::plus);
        }
        request.entries().forEach(entry -> lines.merge(entry.classification(), entry.change(), Amount::plus));
        return lines;
    }
}
