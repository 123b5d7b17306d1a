package org.mingzhang.application.bench.ledger;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.application.bench.Benchmark;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** How fast the ledger takes commands, each figure between two measurements of what the bare database does. */
public final class LedgerBenchmark implements Benchmark {
    static final int BUDGETS = 64;
    static final double SECONDS = 3;
    private static final int LONG_STREAM = 10_000;
    private static final int IMPORTED = 20_000;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase database = kind.open();
                    LeanNode node = new LeanNode(database.dataSource())) {
                Streams streams = new Streams(node.commands(), BUDGETS);
                commands(database, streams, told);
                told.accept(longStream(kind, streams));
                told.accept(imported(database, streams));
                told.accept(verified(kind, node));
            }
        }
        new RebuildBenchmark().run(told);
        // H2 as the product opens it does not take the type of Axon's columns
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open()) {
            for (int clients : new int[] {1, 16, 64}) {
                told.accept(stockAxon(database, clients));
            }
        }
    }

    static void commands(OpenDatabase database, Streams streams, Consumer<BenchFigure> told) {
        told.accept(commands(database, streams, 1, 0.45));
        told.accept(commands(database, streams, 16, 1.5));
        told.accept(commands(database, streams, 64, 2));
        told.accept(SpentProcessor.ofCommands(database, streams, 16));
        told.accept(SpentProcessor.ofCommands(database, streams, 64));
        told.accept(floorInOrderOfTime(database));
        told.accept(rowsAlone(database, 16));
        told.accept(rowsAlone(database, 64));
    }

    /** What limits them: the rows that a command leaves have to be written by somebody. */
    private static BenchFigure rowsAlone(OpenDatabase database, int clients) {
        try (CommitFloor floor = new CommitFloor(database, clients);
                RowsAlone rows = new RowsAlone(database)) {
            return Sandwich.of(
                    "rows of %d commands a commit alone, %s".formatted(clients, database.kind()),
                    0,
                    () -> clients * Load.perSecond(1, SECONDS, client -> () -> rows.commit(clients)),
                    () -> Load.perSecond(clients, SECONDS, floor::client));
        }
    }

    /** What the floor itself would gain by ids that are made in the order of time, as the product makes them. */
    private static BenchFigure floorInOrderOfTime(OpenDatabase database) {
        int clients = 16;
        try (CommitFloor ordered = new CommitFloor(database, clients, Identities::next);
                CommitFloor floor = new CommitFloor(database, clients)) {
            return Sandwich.of(
                    "the floor with ids in the order of time, %d clients, %s".formatted(clients, database.kind()),
                    0,
                    () -> Load.perSecond(clients, SECONDS, ordered::client),
                    () -> Load.perSecond(clients, SECONDS, floor::client));
        }
    }

    private static BenchFigure commands(OpenDatabase database, Streams streams, int clients, double atLeast) {
        try (CommitFloor floor = new CommitFloor(database, clients)) {
            return Sandwich.of(
                    "commands, %d clients, %s".formatted(clients, database.kind()),
                    atLeast,
                    () -> Load.perSecond(clients, SECONDS, streams::client),
                    () -> Load.perSecond(clients, SECONDS, floor::client));
        }
    }

    /** A command on a long stream beside one on a fresh stream: half as many a second is twice the cost. */
    private static BenchFigure longStream(TestDatabase kind, Streams streams) {
        BudgetId old = streams.budget(BUDGETS - 1);
        BudgetId fresh = streams.budget(BUDGETS - 2);
        streams.imported(old, LONG_STREAM);
        return Sandwich.of(
                String.format("commands on a stream of %,d events, %s; floor: a fresh one", LONG_STREAM, kind),
                0.5,
                () -> Load.perSecond(1, SECONDS, client -> () -> streams.allocate(old)),
                () -> Load.perSecond(1, SECONDS, client -> () -> streams.allocate(fresh)));
    }

    /** For comparison: no command, no decision, only its event store, an event and a commit each. */
    private static BenchFigure stockAxon(OpenDatabase database, int clients) {
        try (CommitFloor floor = new CommitFloor(database, clients);
                StockAxon axon = new StockAxon(database)) {
            return Sandwich.of(
                    "stock Axon JPA event store, %d clients, %s".formatted(clients, database.kind()),
                    0,
                    () -> Load.perSecond(clients, SECONDS, axon::client),
                    () -> Load.perSecond(clients, SECONDS, floor::client));
        }
    }

    private static BenchFigure imported(OpenDatabase database, Streams streams) {
        AtomicInteger next = new AtomicInteger();
        try (CommitFloor floor = new CommitFloor(database, 1)) {
            return Sandwich.of(
                    String.format("import of %,d lines, events, %s", IMPORTED, database.kind()),
                    0.5,
                    () -> perSecond(() -> streams.imported(streams.budget(next.getAndIncrement()), IMPORTED)),
                    () -> perSecond(() -> floor.bulk(IMPORTED, 1_000)));
        }
    }

    static BenchFigure verified(TestDatabase kind, LeanNode node) {
        long events = node.log().head();
        Verification verification = new Verification(node.bundles(), events);
        return Sandwich.of(
                String.format("%,d events verified offline, events, %s", events, kind),
                0.5,
                () -> median(verification::product),
                () -> median(verification::floor));
    }

    private static double perSecond(Runnable work) {
        return median(() -> {
            long began = System.nanoTime();
            work.run();
            return IMPORTED * 1e9 / (System.nanoTime() - began);
        });
    }

    /** Of three, after one that warms up. */
    private static double median(DoubleSupplier rate) {
        return DoubleStream.generate(rate)
                .limit(4)
                .skip(1)
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
