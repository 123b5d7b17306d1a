package org.mingzhang.query.funds;

import java.util.List;
import java.util.Locale;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.Facts;

/** Funds as files: the years, the sources of one, and what happened to one source. */
final class FundsGrid {
    static final Grid<FundsId> YEARS = new Grid<>(
            "funds.years",
            List.of(
                    GridColumn.code("fact.code", FundsId::toString),
                    GridColumn.code("funds.division", id -> id.division().value()),
                    GridColumn.count("funds.year", id -> id.year().value())));

    static final Grid<FundedSource> SOURCES = new Grid<>(
            "funds.title",
            List.of(
                    GridColumn.count("funds.number", FundedSource::number),
                    GridColumn.choice("funds.kind", source -> source.said().kind()),
                    GridColumn.text("funds.name", source -> source.said().name()),
                    GridColumn.text(
                            "basis.number", source -> source.said().basis().documentNumber()),
                    GridColumn.text(
                            "basis.title", source -> source.said().basis().title()),
                    GridColumn.day("basis.date", source -> source.said().basis().date()),
                    GridColumn.choice("line.fund", source -> source.said().fund()),
                    GridColumn.text("funds.purpose", source -> source.said().purpose()),
                    GridColumn.code("funds.bound", FundedSource::bound),
                    GridColumn.words(
                            "funds.matching", source -> source.said().matchingRequired() ? "policy.yes" : "policy.no"),
                    GridColumn.code(
                            "funds.share",
                            source -> source.share()
                                    .map(percent -> String.format(Locale.ROOT, "%.2f", percent))
                                    .orElse("")),
                    GridColumn.money("funds.granted", FundedSource::granted),
                    GridColumn.money("funds.reserved", FundedSource::reserved),
                    GridColumn.money("funds.drawn", FundedSource::drawn),
                    GridColumn.money("funds.left", FundedSource::left)));

    static final Grid<Facts.FundsStep> COURSE = new Grid<>(
            "step.course",
            List.of(
                    GridColumn.day("step.date", Facts.FundsStep::day),
                    GridColumn.words("adjust.action", step -> "funds.step." + step.step()),
                    GridColumn.money("funds.granted", Facts.FundsStep::granted),
                    GridColumn.money("funds.reserved", Facts.FundsStep::reserved),
                    GridColumn.money("funds.drawn", Facts.FundsStep::drawn),
                    GridColumn.code(
                            "funds.by",
                            step -> step.document().map(FundsGrid::document).orElse("")),
                    GridColumn.text(
                            "basis.number",
                            step -> step.basis().map(Basis::documentNumber).orElse("")),
                    GridColumn.code("step.person", Facts.FundsStep::actor),
                    GridColumn.text("step.words", Facts.FundsStep::words)));

    private FundsGrid() {}

    private static String document(AdjustmentRef document) {
        return document.budget() + " · " + document.number();
    }
}
