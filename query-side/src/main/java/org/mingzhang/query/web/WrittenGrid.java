package org.mingzhang.query.web;

import java.util.List;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;

/** Lines of expenditure and of income as files. */
final class WrittenGrid {
    static final Grid<WrittenLine> SPENDING = new Grid<>(
            "work.lines",
            List.of(
                    GridColumn.code("line.key", WrittenLine::key),
                    GridColumn.code("line.unit", line -> line.spent().unit().value()),
                    GridColumn.text(
                            "field.unitName",
                            line -> line.names().unit(line.spent().unit())),
                    GridColumn.code(
                            "line.function", line -> line.spent().function().value()),
                    GridColumn.text("field.functionName", WrittenLine::functionName),
                    GridColumn.choice("line.category", line -> line.spent().category()),
                    GridColumn.code("project.code", WrittenLine::project),
                    GridColumn.text("project.name", WrittenLine::projectName),
                    GridColumn.code(
                            "line.dept", line -> line.spent().deptEconomic().value()),
                    GridColumn.text("field.deptName", WrittenLine::deptName),
                    GridColumn.code(
                            "line.gov", line -> line.spent().govEconomic().value()),
                    GridColumn.text("field.govName", WrittenLine::govName),
                    GridColumn.choice("line.fund", line -> line.spent().fund()),
                    GridColumn.choice("line.source", line -> line.spent().source()),
                    GridColumn.words("line.appropriated", line -> line.spent().appropriated() ? "grid.yes" : "grid.no"),
                    GridColumn.money("line.amount-yuan", line -> line.line().amount()),
                    GridColumn.text("line.note", line -> line.notes().note())));

    static final Grid<WrittenLine> INCOME = new Grid<>(
            "work.revenue",
            List.of(
                    GridColumn.code("line.key", WrittenLine::key),
                    GridColumn.code("line.unit", line -> line.income().unit().value()),
                    GridColumn.text(
                            "field.unitName",
                            line -> line.names().unit(line.income().unit())),
                    GridColumn.choice("revenue.kind", line -> line.income().revenue()),
                    GridColumn.choice("line.source", line -> line.income().source()),
                    GridColumn.words(
                            "line.appropriated", line -> line.income().appropriated() ? "grid.yes" : "grid.no"),
                    GridColumn.money("line.amount-yuan", line -> line.line().amount()),
                    GridColumn.text("line.note", line -> line.notes().note())));

    private WrittenGrid() {}
}
