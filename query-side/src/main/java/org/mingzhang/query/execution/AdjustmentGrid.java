package org.mingzhang.query.execution;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.Facts.AdjustmentStep;

/** Adjustments as files: those of one budget, and the queue of whoever decides. */
final class AdjustmentGrid {
    private static final List<GridColumn<AdjustmentDocument>> COLUMNS = List.of(
            GridColumn.count("adjust.number", AdjustmentDocument::number),
            GridColumn.words(
                    "adjust.direction",
                    document -> "adjustment-direction." + document.direction().name()),
            GridColumn.words(
                    "adjust.kind",
                    document -> "adjustment-kind." + document.fact().kind().name()),
            GridColumn.money("adjust.moved", AdjustmentDocument::moved),
            GridColumn.text("form.reason", document -> document.fact().request().reason()),
            GridColumn.text(
                    "adjust.request-number",
                    document -> document.fact().request().requestNumber()),
            GridColumn.code("adjust.maker", document -> document.fact().makerName()),
            GridColumn.day("adjust.day", document -> document.fact().day()),
            GridColumn.day(
                    "adjust.effective-on", document -> document.fact().request().effectiveOn()),
            GridColumn.words("adjust.status", document -> "adjust.status." + document.status()),
            GridColumn.words("adjust.next", AdjustmentGrid::next),
            GridColumn.text("adjust.approval-document", AdjustmentGrid::approval),
            GridColumn.code(
                    "adjust.takes-back",
                    document -> document.fact()
                            .request()
                            .reverses()
                            .map(number -> Integer.toString(number))
                            .orElse("")));

    static final Grid<AdjustmentDocument> OF_ONE_BUDGET = new Grid<>("execute.adjustments", COLUMNS);

    static final Grid<ApprovalsPage.Waiting> QUEUE = new Grid<>(
            "nav.approvals",
            Stream.concat(
                            Stream.of(
                                    GridColumn.<ApprovalsPage.Waiting>code(
                                            "fact.code",
                                            waiting -> waiting.listed()
                                                    .header()
                                                    .id()
                                                    .toString()),
                                    GridColumn.<ApprovalsPage.Waiting>text(
                                            "adjust.budget",
                                            waiting -> waiting.listed().header().shortName()),
                                    GridColumn.<ApprovalsPage.Waiting>count("adjust.age", ApprovalsPage.Waiting::days)),
                            COLUMNS.stream().map(AdjustmentGrid::ofWaiting))
                    .toList());

    /** What happened to one document. */
    static final Grid<AdjustmentStep> COURSE = new Grid<>(
            "step.course",
            List.of(
                    GridColumn.day("step.date", AdjustmentStep::day),
                    GridColumn.words("adjust.action", step -> "adjust.step." + step.step()),
                    GridColumn.words(
                            "rules.station",
                            step -> step.station()
                                    .map(station -> "adjustment-station." + station.name())
                                    .orElse("")),
                    GridColumn.code("step.person", AdjustmentStep::actor),
                    GridColumn.words(
                            "delegation.role", step -> "role." + step.role().name()),
                    GridColumn.text(
                            "basis.number",
                            step -> step.document().map(Basis::documentNumber).orElse("")),
                    GridColumn.text("step.words", AdjustmentStep::words)));

    private AdjustmentGrid() {}

    private static GridColumn<ApprovalsPage.Waiting> ofWaiting(GridColumn<AdjustmentDocument> column) {
        return new GridColumn<>(
                column.head(), column.width(), waiting -> column.cell().apply(waiting.document()));
    }

    private static String next(AdjustmentDocument document) {
        return document.inReview()
                ? document.next()
                        .map(AdjustmentStation::name)
                        .map("adjustment-station."::concat)
                        .orElse("adjust.register")
                : "";
    }

    private static String approval(AdjustmentDocument document) {
        return document.steps().stream()
                .flatMap(step -> step.document().stream())
                .map(Basis::documentNumber)
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
