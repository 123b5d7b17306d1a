package org.mingzhang.query.rebuild;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;

/** The generations of the facts as a file: what was made again when, by whom, and whether it was equal. */
final class GenerationGrid {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    static final Grid<GenerationView> GRID = new Grid<>(
            "projections.generations",
            List.of(
                    GridColumn.count("projections.generation", GenerationView::generation),
                    GridColumn.words("projections.state", one -> "projections.state." + one.state()),
                    GridColumn.count("projections.reached", GenerationView::position),
                    GridColumn.code(
                            "projections.compared",
                            one -> known(one)
                                    .map(GenerationView.ComparisonView::rows)
                                    .map(String::valueOf)
                                    .orElse("")),
                    GridColumn.code(
                            "projections.compared-different",
                            one -> known(one)
                                    .map(GenerationView.ComparisonView::different)
                                    .map(String::valueOf)
                                    .orElse("")),
                    GridColumn.text(
                            "projections.digest",
                            one -> known(one)
                                    .map(GenerationView.ComparisonView::digest)
                                    .orElse("")),
                    GridColumn.code("projections.asked", GenerationView::askedBy),
                    GridColumn.text("submissions.at", one -> SECOND.format(one.askedAt()))));

    private GenerationGrid() {}

    private static Optional<GenerationView.ComparisonView> known(GenerationView one) {
        return Optional.ofNullable(one.comparison());
    }
}
