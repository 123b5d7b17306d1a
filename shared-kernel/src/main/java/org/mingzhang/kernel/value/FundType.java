package org.mingzhang.kernel.value;

/**
 * The nature of money (资金性质); the budgets are independent of each other and never netted (预算法 art. 5).
 *
 * <p>The social insurance fund budget never occurs at a department (classification.md §4).
 */
public enum FundType {
    GENERAL_PUBLIC("11", "一般公共预算", true),
    GOVERNMENT_FUND("12", "政府性基金预算", true),
    STATE_CAPITAL("13", "国有资本经营预算", true),
    SPECIAL_ACCOUNT("2", "财政专户管理资金", false),
    UNIT_OWN("3", "单位资金", false);

    private final String code;
    private final String label;
    private final boolean governmentMoney;

    FundType(String code, String label, boolean governmentMoney) {
        this.code = code;
        this.label = label;
        this.governmentMoney = governmentMoney;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether it is 政府预算资金, the first of the three groups of tables 11 and 12. */
    public boolean isGovernmentMoney() {
        return governmentMoney;
    }

    public static FundType ofLabel(String text) {
        for (FundType fund : values()) {
            if (fund.label.equals(text.strip())) {
                return fund;
            }
        }
        throw new InvalidValueException("fund.unknown", text);
    }
}
