package org.mingzhang.kernel.value;

/** What follows from monitoring (performance.md §4); what it says of money is done by its own documents. */
public enum MonitoringAction {
    CONTINUE("继续执行"),
    CORRECT("纠偏整改"),
    SUSPEND("暂缓或停止拨款"),
    ADJUST_TARGET("调整目标"),
    RECALL("收回资金");

    private final String label;

    MonitoringAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static MonitoringAction ofLabel(String text) {
        for (MonitoringAction action : values()) {
            if (action.label.equals(text.strip())) {
                return action;
            }
        }
        throw new InvalidValueException("monitoring-action.unknown", text);
    }
}
