package org.mingzhang.query.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;

/** The names that go with the codes of one budget, looked up once for all of its lines. */
public final class CodeNames {
    private final FiscalYear year;
    private final Map<ProjectCode, String> projects = new HashMap<>();
    private final Map<UnitCode, String> units = new HashMap<>();

    private CodeNames(FiscalYear year) {
        this.year = year;
    }

    public static CodeNames of(BudgetFacts facts) {
        CodeNames names = new CodeNames(facts.header().classificationYear());
        facts.projects().forEach(project -> names.projects.put(project.code(), project.name()));
        facts.units().forEach(unit -> names.units.put(unit.code(), unit.name()));
        return names;
    }

    public String function(FunctionCode code) {
        return Classifications.shipped().functional().nameOf(code.value(), year);
    }

    public String dept(DeptEconomicCode code) {
        return Classifications.shipped().deptEconomic().nameOf(code.value(), year);
    }

    public String gov(GovEconomicCode code) {
        return Classifications.shipped().govEconomic().nameOf(code.value(), year);
    }

    /** Blank for a line without a project. */
    public String project(Optional<ProjectCode> code) {
        return code.map(known -> projects.getOrDefault(known, "")).orElse("");
    }

    /** The code itself when the unit is not one of the budget's. */
    public String unit(UnitCode code) {
        return units.getOrDefault(code, code.value());
    }
}
