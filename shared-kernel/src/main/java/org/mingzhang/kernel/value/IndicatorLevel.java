package org.mingzhang.kernel.value;

/** Level-one indicators (一级指标) of performance targets (performance.md §1). */
public enum IndicatorLevel {
    INPUT_MANAGEMENT("投入管理指标"),
    COST("成本指标"),
    OUTPUT("产出指标"),
    BENEFIT("效益指标"),
    SATISFACTION("满意度指标");

    private final String label;

    IndicatorLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static IndicatorLevel ofLabel(String text) {
        for (IndicatorLevel level : values()) {
            if (level.label.equals(text.strip())) {
                return level;
            }
        }
        throw new InvalidValueException("indicator.level-unknown", text);
    }
}
