package org.mingzhang.query.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.Facts;

/**
 * A line as the grid and its form show it: codes with their names, amounts in 元.
 *
 * @param notes what the line says beside its classification and amount
 */
record WrittenLine(BudgetFacts facts, LineFact line, Facts.LineNote notes) {
    static WrittenLine of(BudgetFacts facts, LineFact line, Map<String, Facts.LineNote> notes) {
        return new WrittenLine(facts, line, notes.getOrDefault(line.key().value(), new Facts.LineNote("", "")));
    }

    public String key() {
        return line.key().value();
    }

    /** The classification of expenditure; only lines of expenditure are asked. */
    public Classification.Expenditure spent() {
        return (Classification.Expenditure) line.classification();
    }

    /** The classification of income; only lines of income are asked. */
    public Classification.Revenue income() {
        return (Classification.Revenue) line.classification();
    }

    public String yuan() {
        return AmountUnit.YUAN.print(line.amount());
    }

    public String functionName() {
        return Classifications.shipped().functional().nameOf(spent().function().value(), year());
    }

    public String deptName() {
        return Classifications.shipped()
                .deptEconomic()
                .nameOf(spent().deptEconomic().value(), year());
    }

    public String govName() {
        return Classifications.shipped()
                .govEconomic()
                .nameOf(spent().govEconomic().value(), year());
    }

    public String project() {
        return spent().project().map(ProjectCode::value).orElse("");
    }

    public String projectName() {
        Optional<ProjectCode> code = spent().project();
        return facts.projects().stream()
                .filter(project -> code.filter(project.code()::equals).isPresent())
                .map(Project::name)
                .findFirst()
                .orElse("");
    }

    /** Whether the word occurs in any of its codes, names or notes. */
    boolean mentions(String word) {
        String all = String.join(
                " ",
                key(),
                spent().unit().value(),
                spent().function().value(),
                functionName(),
                project(),
                projectName(),
                spent().deptEconomic().value(),
                deptName(),
                spent().govEconomic().value(),
                spent().category().label(),
                notes.note());
        return all.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private FiscalYear year() {
        return facts.header().classificationYear();
    }
}
