package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.Classification.Revenue;
import org.mingzhang.kernel.value.Code;
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
    UNIT("unit", "\\d{6}", c -> c.unit().value()),
    FUND("fund", names(FundType.values()), c -> c.fund().name()),
    SOURCE("source", names(YearSource.values()), c -> c.source().name()),
    APPROPRIATED("appropriated", "true|false", c -> Boolean.toString(appropriated(c))),
    REVENUE(
            "revenue",
            names(RevenueSource.values()),
            c -> c instanceof Revenue r ? r.revenue().name() : ""),
    FUNCTION("function", "\\d{7}", c -> spent(c, e -> e.function().value())),
    FUNCTION_CLASS(
            "functionClass", "2\\d{2}", c -> spent(c, e -> e.function().value().substring(0, 3))),
    KIND("kind", "basic|project", c -> spent(c, e -> e.category().isProjectExpenditure() ? "project" : "basic")),
    CATEGORY(
            "category",
            names(ProjectCategory.values()),
            c -> spent(c, e -> e.category().name())),
    PROJECT(
            "project",
            "[0-9A-Z]{9,24}",
            c -> spent(c, e -> e.project().map(Code::value).orElse(""))),
    DEPT("dept", "3\\d{4}", c -> spent(c, e -> e.deptEconomic().value())),
    DEPT_CLASS(
            "deptClass",
            "3\\d{2}",
            c -> spent(c, e -> e.deptEconomic().economicClass().value())),
    GOV("gov", "5\\d{4}", c -> spent(c, e -> e.govEconomic().value()));

    private final String key;
    private final String answers;
    private final Function<Classification, String> value;

    Dimension(String key, String answers, Function<Classification, String> value) {
        this.key = key;
        this.answers = answers;
        this.value = value;
    }

    String key() {
        return key;
    }

    String of(Classification classification) {
        return value.apply(classification);
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

    private static String spent(Classification c, Function<Expenditure, String> value) {
        return c instanceof Expenditure e ? value.apply(e) : "";
    }

    private static boolean appropriated(Classification c) {
        return switch (c) {
            case Expenditure e -> e.appropriated();
            case Revenue r -> r.appropriated();
        };
    }
}
