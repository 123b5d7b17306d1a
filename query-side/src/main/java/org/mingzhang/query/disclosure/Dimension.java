package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.Classification.Revenue;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.YearSource;

/**
 * What a template may ask of a line's classification, with the answers there are.
 *
 * <p>A question that one side cannot answer, or an answer that does not exist, is refused when the template is read:
 * either would quietly count nothing.
 */
enum Dimension {
    UNIT("unit", "\\d{6}"),
    FUND("fund", names(FundType.values())),
    SOURCE("source", names(YearSource.values())),
    APPROPRIATED("appropriated", "true|false"),
    REVENUE("revenue", names(RevenueSource.values())),
    FUNCTION("function", "\\d{7}"),
    FUNCTION_CLASS("functionClass", "2\\d{2}"),
    KIND("kind", "basic|project"),
    CATEGORY("category", names(ProjectCategory.values())),
    PROJECT("project", "[0-9A-Z]{9,24}"),
    DEPT("dept", "3\\d{4}"),
    DEPT_CLASS("deptClass", "3\\d{2}"),
    GOV("gov", "5\\d{4}");

    private final String key;
    private final String answers;

    Dimension(String key, String answers) {
        this.key = key;
        this.answers = answers;
    }

    String key() {
        return key;
    }

    /** The answer; the empty text where the other side is asked. */
    String of(Classification classification) {
        return switch (classification) {
            case Expenditure line -> of(line);
            case Revenue line -> of(line);
        };
    }

    /** The dimension from whose answer this one's follows. */
    Dimension stored() {
        return switch (this) {
            case FUNCTION_CLASS -> FUNCTION;
            case KIND -> CATEGORY;
            case DEPT_CLASS -> DEPT;
            case UNIT, FUND, SOURCE, APPROPRIATED, REVENUE, FUNCTION, CATEGORY, PROJECT, DEPT, GOV -> this;
        };
    }

    private String of(Expenditure line) {
        return switch (this) {
            case UNIT -> line.unit().value();
            case FUND -> line.fund().name();
            case SOURCE -> line.source().name();
            case APPROPRIATED -> Boolean.toString(line.appropriated());
            case REVENUE -> "";
            case FUNCTION -> line.function().value();
            case FUNCTION_CLASS -> line.function().value().substring(0, 3);
            case KIND -> line.category().isProjectExpenditure() ? "project" : "basic";
            case CATEGORY -> line.category().name();
            case PROJECT -> line.project().isPresent() ? line.project().get().value() : "";
            case DEPT -> line.deptEconomic().value();
            case DEPT_CLASS -> line.deptEconomic().value().substring(0, 3);
            case GOV -> line.govEconomic().value();
        };
    }

    private String of(Revenue line) {
        return switch (this) {
            case UNIT -> line.unit().value();
            case FUND -> line.fund().name();
            case SOURCE -> line.source().name();
            case APPROPRIATED -> Boolean.toString(line.appropriated());
            case REVENUE -> line.revenue().name();
            case FUNCTION, FUNCTION_CLASS, KIND, CATEGORY, PROJECT, DEPT, DEPT_CLASS, GOV -> "";
        };
    }

    boolean canBe(String answer) {
        return answer.matches(answers);
    }

    /** The placeholders of a row that is grouped by it. */
    List<String> placeholders() {
        return switch (this) {
            case UNIT, DEPT, DEPT_CLASS, GOV -> List.of(key, key + ".name");
            case FUNCTION -> List.of(key, key + ".name", key + ".class", key + ".group", key + ".item");
            case PROJECT -> List.of(key, key + ".name", key + ".category", key + ".unit.name");
            case FUND, SOURCE, APPROPRIATED, REVENUE, FUNCTION_CLASS, KIND, CATEGORY -> List.of(key);
        };
    }

    boolean knownTo(FactSide side) {
        return switch (this) {
            case UNIT, FUND, SOURCE, APPROPRIATED -> true;
            case REVENUE -> side == FactSide.REVENUE;
            case FUNCTION, FUNCTION_CLASS, KIND, CATEGORY, PROJECT, DEPT, DEPT_CLASS, GOV ->
                side == FactSide.EXPENDITURE;
        };
    }

    static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values()).filter(d -> d.key.equals(key)).findFirst();
    }

    private static String names(Enum<?>[] choices) {
        return Arrays.stream(choices).map(Enum::name).collect(Collectors.joining("|"));
    }
}
