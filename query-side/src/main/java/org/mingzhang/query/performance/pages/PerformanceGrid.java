package org.mingzhang.query.performance.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.performance.pages.PerformanceView.Live;
import org.mingzhang.query.performance.pages.PerformanceView.Part;
import org.mingzhang.query.performance.pages.PerformanceView.Target;

/** Performance as one list: what is worked out, then every target as it was written and as it is read. */
final class PerformanceGrid {
    static final Grid<Row> GRID = new Grid<>(
            "perform.title",
            List.of(
                    GridColumn.words("diff.part", Row::part),
                    GridColumn.code("project.code", Row::project),
                    GridColumn.text("project.name", Row::projectName),
                    GridColumn.code("targets.level1", Row::level1),
                    GridColumn.code("targets.level2", Row::level2),
                    GridColumn.text("targets.name", Row::name),
                    GridColumn.code("targets.target", Row::target),
                    GridColumn.code("perform.operator", Row::operator),
                    GridColumn.code("perform.number", Row::number),
                    GridColumn.code("perform.unit", Row::unit),
                    GridColumn.code("perform.period", Row::period),
                    GridColumn.words("perform.direction", Row::direction),
                    GridColumn.code("aims.weight", Row::weight),
                    GridColumn.code("perform.value", Row::value),
                    GridColumn.text("perform.numerator", Row::numerator),
                    GridColumn.text("perform.denominator", Row::denominator),
                    GridColumn.words("perform.verdict", Row::verdict),
                    GridColumn.text("perform.basis", Row::basis),
                    GridColumn.text("targets.note", Row::note)));

    private PerformanceGrid() {}

    /** @param target what is demanded, as it was written */
    record Row(
            String part,
            String project,
            String projectName,
            String level1,
            String level2,
            String name,
            String target,
            String operator,
            String number,
            String unit,
            String period,
            String direction,
            String weight,
            String value,
            String numerator,
            String denominator,
            String verdict,
            String basis,
            String note) {}

    /** @param leftOut the word for a document that does not count */
    static List<Row> rows(PerformanceView view, String leftOut) {
        List<Row> rows = new ArrayList<>();
        view.indicators().forEach(live -> rows.add(row(live, leftOut)));
        view.overall().forEach(target -> rows.add(row("perform.overall", "", "", target)));
        view.projects()
                .forEach(project -> project.targets()
                        .forEach(target ->
                                rows.add(row("perform.of-projects", project.project(), project.name(), target))));
        return rows;
    }

    private static Row row(Live live, String leftOut) {
        return new Row(
                "perform.live",
                "",
                "",
                "",
                "",
                live.name(),
                live.demanded().text(),
                "",
                "",
                "%",
                "",
                "",
                "",
                live.value(),
                live.numerator().map(Part::text).orElse(""),
                live.denominator().map(Part::text).orElse(""),
                live.verdict().words(),
                live.demanded().basis(),
                live.documents().stream()
                        .map(document -> document.number() + " (" + document.text()
                                + (document.leftOut().isEmpty() ? "" : ", " + leftOut) + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static Row row(String part, String project, String projectName, Target target) {
        return new Row(
                part,
                project,
                projectName,
                target.level1(),
                target.level2(),
                target.name(),
                target.target(),
                target.operator(),
                target.number(),
                target.unit(),
                target.period(),
                target.kind().equals("words") ? "" : target.lower() ? "perform.lower" : "perform.higher",
                target.weight(),
                "",
                "",
                "",
                "",
                "",
                target.note());
    }
}
