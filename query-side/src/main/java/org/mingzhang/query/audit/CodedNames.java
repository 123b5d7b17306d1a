package org.mingzhang.query.audit;

import java.util.List;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.Classification.Revenue;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.audit.Explanation.Answer;
import org.mingzhang.query.audit.Explanation.Coded;
import org.mingzhang.query.disclosure.BudgetFacts;

/** The official names of whatever a formula or a line is classified by, in the catalogues of the budget's year. */
record CodedNames(BudgetFacts facts) {
    Answer answer(String dimension, String code) {
        return new Answer(code, name(dimension, code));
    }

    /** A whole classification, in the order in which people say it. */
    List<Coded> of(Classification classification) {
        return switch (classification) {
            case Expenditure line -> of(line);
            case Revenue line ->
                List.of(
                        coded("unit", line.unit().value()),
                        coded("revenue", line.revenue().name()),
                        coded("fund", line.fund().name()),
                        coded("source", line.source().name()),
                        coded("appropriated", Boolean.toString(line.appropriated())));
        };
    }

    private List<Coded> of(Expenditure line) {
        return List.of(
                coded("unit", line.unit().value()),
                coded("function", line.function().value()),
                coded("category", line.category().name()),
                coded("project", line.project().map(ProjectCode::value).orElse("")),
                coded("dept", line.deptEconomic().value()),
                coded("gov", line.govEconomic().value()),
                coded("fund", line.fund().name()),
                coded("source", line.source().name()),
                coded("appropriated", Boolean.toString(line.appropriated())));
    }

    private Coded coded(String dimension, String code) {
        return new Coded(dimension, code, code.isEmpty() ? "" : name(dimension, code));
    }

    private String name(String dimension, String code) {
        Classifications codes = Classifications.shipped();
        FiscalYear year = facts.header().classificationYear();
        return switch (dimension) {
            case "unit" ->
                facts.unit(new UnitCode(code)).map(unit -> unit.name()).orElse(code);
            case "project" ->
                facts.projects().stream()
                        .filter(project -> project.code().equals(new ProjectCode(code)))
                        .findFirst()
                        .map(project -> project.name())
                        .orElse(code);
            case "fund" -> FundType.valueOf(code).label();
            case "source" -> YearSource.valueOf(code).label();
            case "revenue" -> RevenueSource.valueOf(code).label();
            case "category" -> ProjectCategory.valueOf(code).label();
            case "kind" -> code.equals("project") ? "项目支出" : "基本支出";
            case "appropriated" -> code.equals("true") ? "财政拨款" : "非财政拨款";
            case "function", "functionClass" -> codes.functional().nameOf(code, year);
            case "dept", "deptClass" -> codes.deptEconomic().nameOf(code, year);
            case "gov" -> codes.govEconomic().nameOf(code, year);
            default -> code;
        };
    }
}
