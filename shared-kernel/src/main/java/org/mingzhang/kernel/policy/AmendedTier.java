package org.mingzhang.kernel.policy;

import java.util.List;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Texts;

/** One tier of a kind as an amendment sets it; see {@link AdjustmentRule}. */
public record AmendedTier(
        AdjustmentKind kind,
        Amount least,
        boolean permitted,
        List<AdjustmentStation> stations,
        boolean approvalDemanded,
        String basis,
        boolean confirmed) {
    private static final int LONGEST_BASIS = 300;

    public AmendedTier {
        stations = stations.stream().distinct().sorted().toList();
        Texts.required("policy.basis", basis, LONGEST_BASIS);
    }
}
