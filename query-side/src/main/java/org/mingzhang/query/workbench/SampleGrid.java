package org.mingzhang.query.workbench;

import java.util.List;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;

/** A sample as a file; each row says the words that it follows from, so that a copied row still does. */
final class SampleGrid {
    private SampleGrid() {}

    static Grid<Sample.Line> of(Sample sample) {
        SampleQuestion question = sample.question();
        return new Grid<>(
                "bench.sample",
                List.of(
                        GridColumn.count("bench.place", line -> line.drawn().place()),
                        GridColumn.code(
                                "bench.budget", line -> line.document().budget().toString()),
                        GridColumn.code("bench.department", Sample.Line::department),
                        GridColumn.count("bench.number", line -> line.document().number()),
                        GridColumn.words("adjust.kind", Sample.Line::kind),
                        GridColumn.money("adjust.moved", Sample.Line::amount),
                        GridColumn.day("adjust.day", Sample.Line::day),
                        GridColumn.code("adjust.maker", Sample.Line::maker),
                        GridColumn.words("adjust.status", line -> "adjust.status." + line.status()),
                        GridColumn.text("form.reason", Sample.Line::reason),
                        GridColumn.count("bench.hits", line -> line.drawn().hits()),
                        GridColumn.count("bench.position", line -> question.position()),
                        GridColumn.code("bench.seed", line -> question.seed()),
                        GridColumn.words(
                                "bench.method",
                                line -> "bench.method." + question.method().word()),
                        GridColumn.count("bench.size", line -> question.size()),
                        GridColumn.code("bench.year", line -> question.year().orElse("")),
                        GridColumn.words(
                                "bench.documents",
                                line -> question.effective() ? "bench.documents.effective" : "bench.documents.all"),
                        GridColumn.count("bench.population", line -> sample.population()),
                        GridColumn.code("bench.population-digest", line -> sample.digest())));
    }
}
