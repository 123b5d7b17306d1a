package org.mingzhang.application.bench.ledger;

import java.util.function.Consumer;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** How fast facts are made again from a log of a few large budgets; part of {@code ledger}, and by itself. */
public final class RebuildBenchmark implements Benchmark {
    private static final int BUDGETS = 4;
    private static final int LINES = 20_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), BUDGETS);
                for (int budget = 0; budget < BUDGETS; budget++) {
                    streams.imported(streams.budget(budget), LINES);
                }
                try (RebuildRace race = new RebuildRace(database, node.log())) {
                    race.floor();
                    race.product();
                    told.accept(Sandwich.of(
                            String.format(
                                    "%,d events made into facts again, %s",
                                    node.log().head(), kind),
                            0.5,
                            race::product,
                            race::floor));
                }
                try (TrailRace race = new TrailRace(database, node.log())) {
                    race.floor();
                    race.product();
                    told.accept(Sandwich.of(
                            String.format(
                                    "%,d events made into the audit trail again, %s",
                                    node.log().head(), kind),
                            0.5,
                            race::product,
                            race::floor));
                }
            }
        }
    }
}
