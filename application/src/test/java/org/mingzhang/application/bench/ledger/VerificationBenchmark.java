package org.mingzhang.application.bench.ledger;

import java.util.function.Consumer;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** How fast a bundle of a large log is verified; part of {@code ledger}, and by itself. */
public final class VerificationBenchmark implements Benchmark {
    private static final int LINES = 90_000;

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), 2);
                streams.imported(streams.budget(0), LINES);
                streams.imported(streams.budget(1), LINES);
                told.accept(LedgerBenchmark.verified(kind, node));
            }
        }
    }
}
