package org.mingzhang.kernel.value;

import java.util.List;
import java.util.stream.Stream;

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
    OTHER_INCOME("39", "其他收入", FundType.UNIT_OWN),
    /**
     * A unit's own money of this year of which nobody said which of the five it is: an adjustment names the fund of its
     * lines and no income. No row of table 1 shows it, only the totals; nobody chooses it.
     */
    UNSAID_OWN("3", "单位资金（收入项目未说明）", FundType.UNIT_OWN);

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

    /** Those that have a row of table 1, which are those that may be chosen. */
    public static List<RevenueSource> printed() {
        return Stream.of(values()).filter(RevenueSource::isPrinted).toList();
    }

    public boolean isPrinted() {
        return this != UNSAID_OWN;
    }

    /**
     * The income that feeds a fund, as far as the fund says it; what a unit has of its own from last year is other income,
     * as it is where a year is carried over.
     */
    public static RevenueSource feeding(FundType fund, YearSource source) {
        return switch (fund) {
            case GENERAL_PUBLIC -> GENERAL_PUBLIC;
            case GOVERNMENT_FUND -> GOVERNMENT_FUND;
            case STATE_CAPITAL -> STATE_CAPITAL;
            case SPECIAL_ACCOUNT -> SPECIAL_ACCOUNT;
            case UNIT_OWN -> source == YearSource.CARRY_OVER ? OTHER_INCOME : UNSAID_OWN;
        };
    }

    public static RevenueSource ofLabel(String text) {
        for (RevenueSource source : printed()) {
            if (source.label.equals(text.strip())) {
                return source;
            }
        }
        throw new InvalidValueException("revenue.unknown", text);
    }
}
