package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.Facts.CorrectionFact;

/** Execution as files: all months, the lines of one, and what was stated anew in it. */
final class MonthGrid {
    static final Grid<MonthPages.MonthRow> MONTHS = new Grid<>(
            "months.title",
            List.of(
                    GridColumn.code("months.month", row -> row.month().month().toString()),
                    GridColumn.count("months.lines", row -> row.month().lines()),
                    GridColumn.money("months.executed", row -> row.month().executed()),
                    GridColumn.money("months.since", MonthPages.MonthRow::since),
                    GridColumn.money("months.committed", row -> row.month().committed()),
                    GridColumn.text(
                            "months.document",
                            row -> String.join("、", row.month().documents()))));

    static final Grid<MonthPages.PaidLine> LINES = new Grid<>(
            "months.title",
            List.of(
                    GridColumn.code("line.key", paid -> paid.line().key()),
                    GridColumn.code("project.code", paid -> paid.line().projectCode()),
                    GridColumn.text("line.project", paid -> paid.line().purpose()),
                    GridColumn.code(
                            "line.function",
                            paid -> paid.line().money().function().value()),
                    GridColumn.text("field.functionName", paid -> paid.line().functionName()),
                    GridColumn.code(
                            "line.dept",
                            paid -> paid.line().money().deptEconomic().value()),
                    GridColumn.text("field.deptName", paid -> paid.line().deptName()),
                    GridColumn.money("months.executed", MonthPages.PaidLine::paid),
                    GridColumn.count("execute.percent", paid -> paid.line().progress())));

    static final Grid<CorrectionFact> CORRECTIONS = new Grid<>(
            "months.corrections",
            List.of(
                    GridColumn.code("line.key", CorrectionFact::line),
                    GridColumn.money(
                            "months.before", correction -> correction.before().net()),
                    GridColumn.money(
                            "months.after", correction -> correction.after().net()),
                    GridColumn.text("form.reason", CorrectionFact::reason),
                    GridColumn.text(
                            "months.document", correction -> correction.source().documentNumber()),
                    GridColumn.code("step.person", CorrectionFact::actor),
                    GridColumn.day("step.date", CorrectionFact::day)));

    private MonthGrid() {}
}
