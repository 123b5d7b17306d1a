package org.mingzhang.kernel.value;

/** Whether a target will still be reached (完成可能性, performance.md §4). */
public enum Outlook {
    CERTAIN("确定能"),
    POSSIBLE("有可能"),
    IMPOSSIBLE("完全不可能");

    private final String label;

    Outlook(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Outlook ofLabel(String text) {
        for (Outlook outlook : values()) {
            if (outlook.label.equals(text.strip())) {
                return outlook;
            }
        }
        throw new InvalidValueException("outlook.unknown", text);
    }
}
