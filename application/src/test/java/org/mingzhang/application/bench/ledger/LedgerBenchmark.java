package org.mingzhang.application.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** How fast the ledger takes commands, each figure between two measurements of what the bare database does. */
public final class LedgerBenchmark implements Benchmark {
    private static final int BUDGETS = 64;
    private static final double SECONDS = 3;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<BenchFigure> run() {
        List<BenchFigure> figures = new ArrayList<>();
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), BUDGETS);
                figures.add(commands(database, streams, 1, 0.45));
                figures.add(commands(database, streams, 16, 1.5));
                figures.add(commands(database, streams, 64, 2));
            }
        }
        return figures;
    }

    private static BenchFigure commands(OpenDatabase database, Streams streams, int clients, double atLeast) {
        try (CommitFloor floor = new CommitFloor(database, clients)) {
            return Sandwich.of(
                    "commands, %d clients, %s".formatted(clients, database.kind()),
                    atLeast,
                    () -> Load.perSecond(clients, SECONDS, client -> {
                        RandomGenerator random = new java.util.Random(client);
                        return () -> streams.allocate(random);
                    }),
                    () -> Load.perSecond(clients, SECONDS, floor::client));
        }
    }
}
