package org.mingzhang.query.controls;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.RandomHistory;

/** The findings of a history in which every case breaks every control, found while the file of them is written. */
public final class LargeFindings {
    private static final Grid<ControlFinding> GRID = new Grid<>(
            "controls.title",
            List.of(
                    GridColumn.words(
                            "controls.control", finding -> finding.control().name()),
                    GridColumn.count("controls.position", ControlFinding::position),
                    GridColumn.code("controls.stream", ControlFinding::stream),
                    GridColumn.text(
                            "controls.sentence", finding -> finding.arguments().toString())));

    private LargeFindings() {}

    public static Supplier<GridFile<?>> of(int cases, GridFormat format) {
        RecordedEvent event = RandomHistory.of(1, 1).getFirst();
        Iterable<ControlFinding> found = () -> {
            Findings findings = new Findings();
            for (int at = 0; at < cases; at++) {
                for (Control control : Control.values()) {
                    findings.require(false, control, event, "word", "第 " + at + " 号", "x".repeat(60));
                }
            }
            return findings.proof(cases).parts().stream()
                    .flatMap(part -> part.findings().stream())
                    .flatMap(Stream::of)
                    .iterator();
        };
        return () -> GRID.file("large", found, format);
    }
}
