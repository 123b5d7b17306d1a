package org.mingzhang.kernel.value;

/** What may go on under another code: a unit, a project, or a code of one of the classifications. */
public enum SuccessionKind {
    UNIT("预算单位", "\\d{6}"),
    PROJECT("项目", "[0-9A-Z]{9,24}"),
    FUNCTION("支出功能分类科目", "\\d{7}"),
    DEPT_ECONOMIC("部门预算支出经济分类科目", "3\\d{4}"),
    GOV_ECONOMIC("政府预算支出经济分类科目", "5\\d{4}");

    private final String label;
    private final String codes;

    SuccessionKind(String label, String codes) {
        this.label = label;
        this.codes = codes;
    }

    public String label() {
        return label;
    }

    /** Whether lines carry such a code: of classifications the lowest level only. */
    public boolean takes(String code) {
        return code.matches(codes);
    }

    public static SuccessionKind ofLabel(String text) {
        for (SuccessionKind kind : values()) {
            if (kind.label.equals(text.strip())) {
                return kind;
            }
        }
        throw new InvalidValueException("succession.kind-unknown", text);
    }
}
