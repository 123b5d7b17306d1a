package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingzhang.ledger.testing.TestDatabase;

/** Injects all faults, or those that are named, on both databases. */
final class Faults {
    static final List<Fault> ALL = List.of(
            new KilledApplication(),
            new StoppedDatabase(),
            new KilledRebuild(),
            new RacingWriters(),
            new CrowdedBudget(),
            new RepeatedKey(),
            new TwoNodes(),
            new FrozenNode(),
            new FullDisk(),
            new Tampering(),
            new FrozenEvents(),
            new SkewedClocks(),
            new ReplayInLittleMemory(),
            new RebuildUnderLoad(),
            new PlantedBugs());

    private Faults() {}

    public static void main(String[] arguments) throws IOException {
        List<String> names = new ArrayList<>();
        long seed = System.nanoTime() & 0xffffff;
        boolean full = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--full" -> full = true;
                case "--seed" -> {
                    i++;
                    seed = seed(arguments, i);
                }
                default -> names.add(arguments[i].toUpperCase(Locale.ROOT));
            }
        }
        List<String> known = ALL.stream().map(Fault::name).toList();
        if (!known.containsAll(names)) {
            wrongCall("faults knows " + known + ", not " + names);
        }
        System.exit(run(names, new Fault.Size(full, seed)) ? 0 : 1);
    }

    private static boolean run(List<String> names, Fault.Size size) throws IOException {
        boolean passed = true;
        for (Fault fault : ALL) {
            for (TestDatabase database : TestDatabase.values()) {
                if ((names.isEmpty() || names.contains(fault.name())) && fault.concerns(database)) {
                    passed &= report(fault, database, size, injected(fault, database, size));
                }
            }
        }
        return passed;
    }

    private static Finding injected(Fault fault, TestDatabase database, Fault.Size size) {
        try {
            return fault.inject(database, size);
        } catch (Exception | Error e) {
            e.printStackTrace();
            return new Finding("", "", List.of(e.toString()));
        }
    }

    private static boolean report(Fault fault, TestDatabase database, Fault.Size size, Finding finding)
            throws IOException {
        String result = finding.passed() ? "passed" : finding.injected().isEmpty() ? "NOT INJECTED" : "FAILED";
        System.out.printf(
                Locale.ROOT,
                "%-6s %-10s seed %-9d %-12s %s; %s%n",
                fault.name(),
                database,
                size.seed(),
                result,
                finding.injected(),
                finding.figures());
        finding.wrongs().forEach(wrong -> System.out.println("       " + wrong));
        Path folder = Files.createDirectories(Path.of("target", "faults"));
        Files.writeString(
                folder.resolve(fault.name() + "-" + database + ".json"),
                "{\"fault\": \"%s\", \"database\": \"%s\", \"seed\": %d, \"full\": %s, \"result\": \"%s\", \"injected\": \"%s\", \"figures\": \"%s\", \"wrongs\": %d}%n"
                        .formatted(
                                fault.name(),
                                database,
                                size.seed(),
                                size.full(),
                                result,
                                finding.injected(),
                                finding.figures(),
                                finding.wrongs().size()),
                StandardCharsets.UTF_8);
        return finding.passed();
    }

    private static long seed(String[] arguments, int at) {
        try {
            return Long.parseLong(arguments[at]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            wrongCall("--seed wants a number");
            return 0;
        }
    }

    private static void wrongCall(String words) {
        System.err.println(words);
        System.exit(2);
    }
}
