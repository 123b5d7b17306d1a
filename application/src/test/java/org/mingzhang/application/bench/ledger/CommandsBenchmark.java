package org.mingzhang.application.bench.ledger;

import java.util.function.Consumer;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** The commands of the ledger's benchmark alone, for whoever works on the appender. */
public final class CommandsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), LedgerBenchmark.BUDGETS);
                LedgerBenchmark.commands(database, streams, told);
            }
        }
    }
}
