package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.Facts.ProvisionalFact;

/** Spending before the approval as files: how the lines stand, and what was issued. */
final class ProvisionalGrid {
    static final Grid<LedgerLine> LINES = new Grid<>(
            "provisional.title",
            List.of(
                    GridColumn.code("line.key", LedgerLine::key),
                    GridColumn.code(
                            "line.function", line -> line.money().function().value()),
                    GridColumn.text("field.functionName", LedgerLine::functionName),
                    GridColumn.code(
                            "line.dept", line -> line.money().deptEconomic().value()),
                    GridColumn.text("field.deptName", LedgerLine::deptName),
                    GridColumn.code("line.source", line -> line.money().source().label()),
                    GridColumn.money(
                            "provisional.drafted", line -> line.balance().of(Stage.INITIAL)),
                    GridColumn.money(
                            "provisional.issued", line -> line.balance().of(Stage.PROVISIONAL)),
                    GridColumn.money(
                            "provisional.used",
                            line -> line.balance()
                                    .of(Stage.EXECUTED)
                                    .plus(line.balance().of(Stage.COMMITTED)))));

    static final Grid<ProvisionalFact> ISSUED = new Grid<>(
            "provisional.history",
            List.of(
                    GridColumn.day("step.date", ProvisionalFact::day),
                    GridColumn.code("line.key", ProvisionalFact::line),
                    GridColumn.code(
                            "provisional.ground", issued -> issued.ground().label()),
                    GridColumn.money("line.amount", ProvisionalFact::amount),
                    GridColumn.money("provisional.reference", ProvisionalFact::reference),
                    GridColumn.code(
                            "provisional.until", issued -> issued.until().toString()),
                    GridColumn.text("basis.number", issued -> issued.basis().documentNumber()),
                    GridColumn.code("step.person", ProvisionalFact::actor)));

    private ProvisionalGrid() {}
}
