package org.mingzhang.kernel.value;

/**
 * The three project categories of the integrated budget standard, with 运转类 split in two (lifecycle.md §5).
 *
 * <p>人员类 and 公用经费 make up 基本支出; 其他运转类 and 特定目标类 make up 项目支出.
 */
public enum ProjectCategory {
    PERSONNEL("1", "人员类", false),
    OPERATING("21", "公用经费", false),
    OTHER_OPERATIONS("22", "其他运转类", true),
    SPECIFIC_PURPOSE("3", "特定目标类", true);

    private final String code;
    private final String label;
    private final boolean project;

    ProjectCategory(String code, String label, boolean project) {
        this.code = code;
        this.label = label;
        this.project = project;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether money of this category is 项目支出; otherwise it is 基本支出. */
    public boolean isProjectExpenditure() {
        return project;
    }

    public static ProjectCategory ofLabel(String text) {
        for (ProjectCategory category : values()) {
            if (category.label.equals(text.strip())) {
                return category;
            }
        }
        throw new InvalidValueException("category.unknown", text);
    }
}
