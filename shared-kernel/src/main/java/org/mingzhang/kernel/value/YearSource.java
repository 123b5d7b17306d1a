package org.mingzhang.kernel.value;

/** Which year the money comes from; a dimension crossed with the fund type (classification.md §4). */
public enum YearSource {
    CURRENT("本年"),
    CARRY_OVER("上年结转");

    private final String label;

    YearSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static YearSource ofLabel(String text) {
        for (YearSource source : values()) {
            if (source.label.equals(text.strip())) {
                return source;
            }
        }
        throw new InvalidValueException("source.unknown", text);
    }
}
