package org.mingzhang.kernel.value;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a figure of a year is the figure of: a budget as a whole, one of its named parts, or one code of a classification.
 *
 * <p>The same question is asked of the lines of a year that is kept here, so that what is known of two years in different
 * depth can be compared: table 6 for the operating cost (its 公用经费), table 8 for the three publics (tables.md).
 */
public enum FigureLevel {
    TOTAL("支出总计", ""),
    BASIC("基本支出", ""),
    PROJECTS("项目支出", ""),
    /** 公用经费 of all units as the narrative of the sample has it; the statutory 机关运行经费 is narrower. */
    OPERATING("机构运行经费", ""),
    THREE_PUBLICS("“三公”经费", ""),
    OVERSEAS_TRAVEL("因公出国（境）费", ""),
    HOSPITALITY("公务接待费", ""),
    VEHICLES("公务用车购置及运行费", ""),
    VEHICLE_PURCHASE("公务用车购置费", ""),
    VEHICLE_RUNNING("公务用车运行维护费", ""),
    FUNCTION("支出功能分类", "\\d{3}(\\d{2}){0,2}"),
    DEPT_ECONOMIC("部门预算支出经济分类", "3\\d{2}(\\d{2})?"),
    GOV_ECONOMIC("政府预算支出经济分类", "5\\d{2}(\\d{2})?"),
    FUND("资金性质", Arrays.stream(FundType.values()).map(Enum::name).collect(Collectors.joining("|"))),
    UNIT("预算单位", "\\d{6}"),
    PROJECT("项目", "[0-9A-Z]{9,24}");

    private static final Set<String> PURCHASE = Set.of("31013", "30913");
    private static final String RUNNING = "30231";
    private static final String ABROAD = "30212";
    private static final String GUESTS = "30217";

    private final String label;
    private final String codes;

    FigureLevel(String label, String codes) {
        this.label = label;
        this.codes = codes;
    }

    public String label() {
        return label;
    }

    /** Whether a code goes with it; the others are one figure each. */
    public boolean coded() {
        return !codes.isEmpty();
    }

    /** Whether it takes that code; blank for those that take none. */
    public boolean takes(String code) {
        return code.matches(codes);
    }

    public static FigureLevel ofLabel(String text) {
        for (FigureLevel level : values()) {
            if (level.label.equals(text.strip())) {
                return level;
            }
        }
        throw new InvalidValueException("figure.level-unknown", text);
    }

    /** Whether a line counts under it. */
    public boolean counts(String code, Classification.Expenditure line) {
        return switch (this) {
            case FUNCTION -> line.function().value().startsWith(code);
            case DEPT_ECONOMIC -> line.deptEconomic().value().startsWith(code);
            case GOV_ECONOMIC -> line.govEconomic().value().startsWith(code);
            case FUND -> line.fund().name().equals(code);
            case UNIT -> line.unit().value().equals(code);
            case PROJECT ->
                line.project().map(ProjectCode::value).filter(code::equals).isPresent();
            case TOTAL, BASIC, PROJECTS, OPERATING, THREE_PUBLICS, OVERSEAS_TRAVEL, HOSPITALITY, VEHICLES ->
                counts(line.appropriated(), line.category().isProjectExpenditure(), line.deptEconomic());
            case VEHICLE_PURCHASE, VEHICLE_RUNNING ->
                counts(line.appropriated(), line.category().isProjectExpenditure(), line.deptEconomic());
        };
    }

    /** The same where only this much is known of the money; never for levels that go by a code. */
    public boolean counts(boolean appropriated, boolean ofProject, DeptEconomicCode money) {
        String dept = money.value();
        return switch (this) {
            case TOTAL -> true;
            case BASIC -> !ofProject;
            case PROJECTS -> ofProject;
            case OPERATING -> appropriated && !ofProject && (dept.startsWith("302") || dept.startsWith("310"));
            case THREE_PUBLICS ->
                appropriated
                        && (dept.equals(ABROAD)
                                || dept.equals(GUESTS)
                                || dept.equals(RUNNING)
                                || PURCHASE.contains(dept));
            case OVERSEAS_TRAVEL -> appropriated && dept.equals(ABROAD);
            case HOSPITALITY -> appropriated && dept.equals(GUESTS);
            case VEHICLES -> appropriated && (dept.equals(RUNNING) || PURCHASE.contains(dept));
            case VEHICLE_PURCHASE -> appropriated && PURCHASE.contains(dept);
            case VEHICLE_RUNNING -> appropriated && dept.equals(RUNNING);
            case FUNCTION, DEPT_ECONOMIC, GOV_ECONOMIC, FUND, UNIT, PROJECT -> false;
        };
    }
}
