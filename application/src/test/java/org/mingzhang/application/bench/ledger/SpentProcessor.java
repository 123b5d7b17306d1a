package org.mingzhang.application.bench.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mingzhang.application.bench.BenchFigure;
import org.mingzhang.ledger.testing.OpenDatabase;

/**
 * What so many things cost of the processors, here and in the server: more of them a second than the processors have time
 * for cannot be had, however well they are put to use.
 *
 * @param count how many things were done
 */
record SpentProcessor(ProcessorTime time, double count, double seconds) {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** A command beside one commit of the floor, and the rate that it would have if the processors did nothing else. */
    static BenchFigure ofCommands(OpenDatabase database, Streams streams, int clients) {
        Optional<ProcessHandle> server = ProcessorTime.server(database);
        try (CommitFloor floor = new CommitFloor(database, clients)) {
            SpentProcessor ofFloor = spent(server, clients, floor::client);
            SpentProcessor ofProduct = spent(server, clients, streams::client);
            return new BenchFigure(
                    "processor of a command, %d clients, %s".formatted(clients, database.kind()),
                    "µs",
                    ofProduct.micros(),
                    Optional.of(ofFloor.micros()),
                    "program + server: %s; floor %s; busy %s; with all processors busy %s"
                            .formatted(ofProduct.words(), ofFloor.words(), ofProduct.busy(), ofProduct.most(ofFloor)),
                    0);
        }
    }

    private static SpentProcessor spent(Optional<ProcessHandle> server, int clients, IntFunction<Runnable> client) {
        long began = System.nanoTime();
        ProcessorTime before = ProcessorTime.now(server);
        double rate = Load.perSecond(clients, LedgerBenchmark.SECONDS, client);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new SpentProcessor(ProcessorTime.now(server).since(before), rate * seconds, seconds);
    }

    private double micros() {
        return (time.program() + time.server()) / count * 1e6;
    }

    private String words() {
        return time.each(count);
    }

    /** Processors that were at work on the average, of those that there are. */
    private String busy() {
        return String.format(Locale.ROOT, "%.1f of %d", (time.program() + time.server()) / seconds, PROCESSORS);
    }

    private String most(SpentProcessor floor) {
        double most = PROCESSORS * 1e6 / micros();
        return String.format(Locale.ROOT, "%.0f/s, %.2f of the floor", most, most / (floor.count / floor.seconds));
    }
}
