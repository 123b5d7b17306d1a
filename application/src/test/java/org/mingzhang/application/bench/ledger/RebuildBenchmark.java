package org.mingzhang.application.bench.ledger;

import java.util.function.Consumer;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * How fast facts and audit trail are made again from a log of a few large budgets, and compared; part of {@code ledger},
 * and by itself. {@code MINGZHANG_BENCH_EVENTS} makes the log longer, with budgets of the same size.
 */
public final class RebuildBenchmark implements Benchmark {
    private static final int EVENTS = 80_000;
    private static final int LINES = 20_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        int budgets = Math.ceilDiv(
                Integer.parseInt(System.getenv().getOrDefault("MINGZHANG_BENCH_EVENTS", Integer.toString(EVENTS))),
                LINES);
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), budgets);
                for (int budget = 0; budget < budgets; budget++) {
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
                    int generation = race.ready();
                    told.accept(Sandwich.of(
                            "rows of the audit trail compared, %s; floor: both read".formatted(kind),
                            0,
                            () -> race.compared(generation),
                            race::bothRead));
                }
            }
        }
    }
}
