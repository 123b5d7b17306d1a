package org.mingzhang.application.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.application.bench.ledger.CommandsBenchmark;
import org.mingzhang.application.bench.ledger.LedgerBenchmark;
import org.mingzhang.application.bench.ledger.RebuildBenchmark;
import org.mingzhang.application.bench.ledger.VerificationBenchmark;

/** Runs all benchmarks, or the one that is named. */
final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new TablesBenchmark(),
            new FactsBenchmark(),
            new PastBenchmark(),
            new TrailBenchmark(),
            new ImportBenchmark(),
            new LedgerBenchmark(),
            new AdjustmentBenchmark(),
            new CounterfactualBenchmark(),
            new ComparisonBenchmark(),
            new StartBenchmark());

    /** Parts of others, run by themselves only when they are named. */
    private static final List<Benchmark> PARTS =
            List.of(new CommandsBenchmark(), new RebuildBenchmark(), new VerificationBenchmark());

    private Bench() {}

    public static void main(String[] names) throws IOException {
        List<Benchmark> all = Stream.concat(ALL.stream(), PARTS.stream()).toList();
        List<String> known = all.stream().map(Benchmark::name).toList();
        if (!known.containsAll(List.of(names))) {
            System.err.println("bench knows " + known + ", not " + List.of(names));
            System.exit(2);
        }
        for (Benchmark benchmark : names.length == 0 ? ALL : all) {
            if (names.length == 0 || List.of(names).contains(benchmark.name())) {
                List<BenchFigure> figures = new ArrayList<>();
                benchmark.run(figure -> {
                    System.out.println(figure.line());
                    figures.add(figure);
                });
                report(benchmark.name(), figures);
            }
        }
    }

    private static void report(String name, List<BenchFigure> figures) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        String json = figures.stream().map(BenchFigure::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
        Files.writeString(folder.resolve(name + ".json"), json, StandardCharsets.UTF_8);
    }
}
