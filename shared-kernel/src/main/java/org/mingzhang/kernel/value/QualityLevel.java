package org.mingzhang.kernel.value;

/** How far what is demanded in words was reached (performance.md §3). */
public enum QualityLevel {
    REACHED("达成预期"),
    PARTLY("部分达成"),
    MISSED("未达成");

    private final String label;

    QualityLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static QualityLevel ofLabel(String text) {
        for (QualityLevel level : values()) {
            if (level.label.equals(text.strip())) {
                return level;
            }
        }
        throw new InvalidValueException("quality.unknown", text);
    }
}
