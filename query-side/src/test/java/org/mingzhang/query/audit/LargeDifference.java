package org.mingzhang.query.audit;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mingzhang.query.export.GridFile;
import org.mingzhang.query.export.GridFormat;

/** A difference with as many cells as one likes; each is made when it is asked for. */
public final class LargeDifference {
    private LargeDifference() {}

    public static Supplier<GridFile<?>> of(int cells, GridFormat format) {
        Difference.End end = new Difference.End("1", "recorded", 1, Optional.empty(), "approved");
        Difference difference = new Difference(
                "411200-103-2025",
                end,
                end,
                false,
                "recorded",
                "initial",
                "initial",
                "",
                "yuan",
                "all",
                List.of(),
                new AbstractList<>() {
                    @Override
                    public Difference.Cell get(int at) {
                        return cell(at);
                    }

                    @Override
                    public int size() {
                        return cells;
                    }
                },
                cells,
                1,
                1,
                List.of(),
                List.of(),
                List.of());
        return () -> DifferenceGrid.GRID.file("large", DifferenceGrid.rows(difference), format);
    }

    private static Difference.Cell cell(int at) {
        return new Difference.Cell(
                3,
                Explanation.Place.of("row-" + at, "行 " + at),
                Explanation.Place.of("amount", "合计"),
                "both",
                "amount",
                Optional.of((long) at),
                Optional.of(at + 100L),
                Optional.of(100L),
                "",
                "",
                "",
                true,
                List.of(new Difference.Movement(at, Optional.of(100L), "1.00")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
