package org.mingzhang.kernel.value;

/** The income rows of table 1, in printed order, with the fund each of them feeds (codes/revenue_rows.csv). */
public enum RevenueSource {
    GENERAL_PUBLIC("10", "一般公共预算", FundType.GENERAL_PUBLIC),
    GOVERNMENT_FUND("12", "政府性基金预算拨款收入", FundType.GOVERNMENT_FUND),
    STATE_CAPITAL("13", "国有资本经营预算拨款收入", FundType.STATE_CAPITAL),
    SPECIAL_ACCOUNT("20", "财政专户管理资金收入", FundType.SPECIAL_ACCOUNT),
    SERVICE_INCOME("31", "事业收入", FundType.UNIT_OWN),
    BUSINESS_INCOME("34", "事业单位经营收入", FundType.UNIT_OWN),
    SUPERIOR_SUBSIDY("32", "上级补助收入", FundType.UNIT_OWN),
    AFFILIATE_REMITTANCE("33", "附属单位上缴收入", FundType.UNIT_OWN),
    OTHER_INCOME("39", "其他收入", FundType.UNIT_OWN);

    private final String code;
    private final String label;
    private final FundType fund;

    RevenueSource(String code, String label, FundType fund) {
        this.code = code;
        this.label = label;
        this.fund = fund;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public FundType fund() {
        return fund;
    }

    public static RevenueSource ofLabel(String text) {
        for (RevenueSource source : values()) {
            if (source.label.equals(text.strip())) {
                return source;
            }
        }
        throw new InvalidValueException("revenue.unknown", text);
    }
}
