package org.mingzhang.query.counterfactual;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;

/** A history without a document in which as many cells differ as one likes; each is made when it is asked for. */
public final class LargeCounterfactual {
    private LargeCounterfactual() {}

    public static Supplier<GridFile<?>> of(int cells, GridFormat format) {
        CounterfactualView.Result result = new CounterfactualView.Result(
                false,
                Map.of(3, (long) cells),
                new AbstractList<>() {
                    @Override
                    public CounterfactualView.Cell get(int at) {
                        return new CounterfactualView.Cell(
                                3, "row-" + at, "行 " + at, "amount", "合计", "", "", (long) at, at + 1L, 1L);
                    }

                    @Override
                    public int size() {
                        return cells;
                    }
                },
                List.of(),
                "1.00",
                "1.00",
                Map.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        CounterfactualView view =
                new CounterfactualView("推演，非事实", "", "411200-103-2025", 1, List.of(3), "done", 1, 1, result);
        return () -> CounterfactualGrid.GRID.file("large", CounterfactualGrid.rows(view), format);
    }
}
