package org.mingzhang.query.web;

import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.Facts;

/**
 * A line as the grid and its form show it: codes with their names, amounts in 元.
 *
 * @param notes what the line says beside its classification and amount
 */
record WrittenLine(CodeNames names, LineFact line, Facts.LineNote notes) {
    static WrittenLine of(CodeNames names, LineFact line, Map<String, Facts.LineNote> notes) {
        return new WrittenLine(names, line, notes.getOrDefault(line.key().value(), new Facts.LineNote("", "")));
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
        return names.function(spent().function());
    }

    public String deptName() {
        return names.dept(spent().deptEconomic());
    }

    public String govName() {
        return names.gov(spent().govEconomic());
    }

    public String project() {
        return spent().project().map(ProjectCode::value).orElse("");
    }

    public String projectName() {
        return names.project(spent().project());
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
}
