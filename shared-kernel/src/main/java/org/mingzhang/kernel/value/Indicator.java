package org.mingzhang.kernel.value;

/**
 * One performance indicator with its target exactly as it was written.
 *
 * @param level2 second-level name; empty when the source does not state it (table 12 never prints it)
 * @param target the raw target text, such as {@code ≥95%}; never rewritten, parsed when needed
 * @param note 指标值说明; empty when none
 */
public record Indicator(IndicatorLevel level1, String level2, String name, String target, String note) {
    public Indicator {
        Texts.optional("indicator.level2", level2, 100);
        Texts.required("indicator.name", name, 200);
        Texts.required("indicator.target", target, 200);
        Texts.optional("indicator.note", note, 500);
    }
}
