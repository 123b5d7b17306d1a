package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/**
 * Which kind of adjustment a sound document is: what the officer chose, and for a shift the highest boundary that money
 * crosses, because money that comes back on the same side has not crossed it (lifecycle.md §3.4).
 */
final class AdjustmentKinds {
    private AdjustmentKinds() {}

    /** @param content whether the document changes what a project says */
    static AdjustmentKind of(AdjustmentRequest request, boolean content) {
        return switch (request.direction()) {
            case SHIFT -> shift(request.entries());
            case SUPPLEMENT -> request.source().orElseThrow().kind();
            case REDUCTION -> AdjustmentKind.REDUCTION;
            case REORGANISATION -> AdjustmentKind.REORGANISATION;
            case CONTENT -> content ? AdjustmentKind.PROJECT_CONTENT : AdjustmentKind.PROJECT_TARGETS;
        };
    }

    private static AdjustmentKind shift(List<AdjustmentEntry> entries) {
        if (crosses(entries, AdjustmentKinds::goesToLowerLevel)) {
            return AdjustmentKind.LEVEL_SHIFT;
        }
        if (crosses(entries, AdjustmentKinds::partOfSpending)) {
            return AdjustmentKind.BASIC_PROJECT_SHIFT;
        }
        if (crosses(entries, Classification.Expenditure::project)) {
            return AdjustmentKind.PROJECT_SHIFT;
        }
        if (crosses(entries, Classification.Expenditure::function)) {
            return AdjustmentKind.FUNC_SHIFT;
        }
        boolean governmental = crosses(entries, Classification.Expenditure::govEconomic)
                || crosses(entries, Classification.Expenditure::unit);
        return governmental ? AdjustmentKind.GOV_ECON_SHIFT : AdjustmentKind.ECON_ITEM_SHIFT;
    }

    /**
     * Whether the line is not spent here but passed on to a lower level of government: the governmental class 51301
     * (上下级政府间转移性支出) or the function 230 (转移性支出) says so; departmental classes have no such thing.
     */
    private static boolean goesToLowerLevel(Classification.Expenditure money) {
        return money.govEconomic().value().equals("51301")
                || money.function().functionClass().value().equals("230");
    }

    /** 人员, 公用 or project: money between them is never a mere change of class. */
    private static String partOfSpending(Classification.Expenditure money) {
        return money.project().isPresent() ? "" : money.category().name();
    }

    private static boolean crosses(List<AdjustmentEntry> entries, Function<Classification.Expenditure, ?> side) {
        Map<Object, Amount> net = new HashMap<>();
        entries.forEach(entry -> net.merge(side.apply(entry.classification()), entry.change(), Amount::plus));
        return net.values().stream().anyMatch(amount -> !amount.isZero());
    }
}
