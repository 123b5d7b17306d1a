package org.mingzhang.kernel.value;

import java.util.List;
import java.util.stream.Stream;

/** Why a budget has to change, so that adjustments can be counted by cause. */
public enum ReasonClass {
    POLICY("政策调整"),
    TASK("工作任务变化"),
    PRICE("价格或标准变化"),
    STAFF("人员或机构变化"),
    EMERGENCY("突发事件"),
    PROGRESS("执行进度"),
    CORRECTION("更正"),
    /** Of documents from before there was {@link RevisionCut}, which says so beside any reason; no new one gives it. */
    REVISION_CUT("调减支出总额或重点支出"),
    OTHER("其他");

    private final String label;

    ReasonClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Those that a new document may give. */
    public static List<ReasonClass> offered() {
        return Stream.of(values()).filter(reason -> reason != REVISION_CUT).toList();
    }
}
