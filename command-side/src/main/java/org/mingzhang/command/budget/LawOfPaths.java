package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;

/** Stations that the Budget Law itself demands; no rule of a division takes them away. */
public final class LawOfPaths {
    private static final LocalDate IN_FORCE = LocalDate.of(2015, 1, 1);
    private static final AppliedRule RESERVE =
            law("budget-law-64", AdjustmentStation.GOVERNMENT_DECISION, "预算法第六十四条：预备费的动用方案由本级政府决定");
    private static final AppliedRule REVISION =
            law("budget-law-69", AdjustmentStation.STANDING_COMMITTEE, "预算法第六十九条：预算调整方案须经本级人大常委会批准");

    /** Which expenditure is 重点支出 no code tells; whoever asks for the cut marks it as one. */
    private static final AppliedRule CUT = law(
            "budget-law-67",
            AdjustmentStation.STANDING_COMMITTEE,
            "预算法第六十七条第一、三项，第六十九条：调减支出总额或重点支出的，须作预算调整，经本级人大常委会批准");

    private LawOfPaths() {}

    /** What the law demands of a document of that kind. */
    static List<AppliedRule> demanded(AdjustmentKind kind, AdjustmentRequest request) {
        List<AppliedRule> demanded = new ArrayList<>(demanded(kind));
        if (request.statesRevision()) {
            demanded.add(CUT);
        }
        return demanded;
    }

    private static List<AppliedRule> demanded(AdjustmentKind kind) {
        return switch (kind) {
            case SUPPLEMENT_FROM_RESERVE -> List.of(RESERVE);
            case SUPPLEMENT_BY_REVISION -> List.of(REVISION);
            case ECON_ITEM_SHIFT,
                    GOV_ECON_SHIFT,
                    FUNC_SHIFT,
                    PROJECT_SHIFT,
                    LEVEL_SHIFT,
                    BASIC_PROJECT_SHIFT,
                    SUPPLEMENT_FROM_UNALLOCATED,
                    SUPPLEMENT_FROM_TRANSFER,
                    REDUCTION,
                    CARRY_OVER_CONFIRM,
                    REORGANISATION,
                    PROJECT_CONTENT,
                    PROJECT_TARGETS -> List.of();
        };
    }

    /** The stations that no rule may leave out. */
    public static Set<AdjustmentStation> stations(AdjustmentKind kind) {
        return demanded(kind).stream().flatMap(rule -> rule.stations().stream()).collect(Collectors.toSet());
    }

    private static AppliedRule law(String rule, AdjustmentStation station, String basis) {
        return new AppliedRule(rule, IN_FORCE, Optional.empty(), List.of(station), true, basis, true, 0);
    }
}
