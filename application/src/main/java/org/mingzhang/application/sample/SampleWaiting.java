package org.mingzhang.application.sample;

import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.SupplementSource;

/**
 * What is still under way in the sample's own year, which stays open while the invented one is closed: one document waits
 * for the department, another for the bureau, and the targets have been looked at. It is invented, too.
 */
final class SampleWaiting {
    private SampleWaiting() {}

    /** All of it; what was done before is not done again. */
    static void load(SampleDesk desk) {
        SampleDocuments documents = new SampleDocuments(desk);
        documents.submit(11, "2025-11-13", documents.shift(ReasonClass.TASK, "年底督查增加", "11", "8", 6_000));
        documents.submit(
                12,
                "2025-11-13",
                documents.supplement(ReasonClass.EMERGENCY, "水管抢修", "10", 20_000, SupplementSource.UNALLOCATED, "年初预留"),
                SampleFunds.UNALLOCATED);
        documents.passed(12, AdjustmentStation.DEPARTMENT_REVIEW, "2025-11-14");
        new InventedPerformance(desk).monitored(10, "2025-11-14");
    }
}
