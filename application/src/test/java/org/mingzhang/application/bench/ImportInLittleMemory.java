package org.mingzhang.application.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.BudgetId;

/** Imports a large workbook into a fresh installation and says how much heap was in use after a collection. */
final class ImportInLittleMemory {
    private ImportInLittleMemory() {}

    public static void main(String[] arguments) {
        int lines = Integer.parseInt(arguments[0]);
        try (RunningApplication application = RunningApplication.start(ImportBenchmark.folder(), false)) {
            Outcome outcome =
                    ImportBenchmark.imported(application, BudgetId.parse("411200-103-2025"), LargeWorkbook.of(lines));
            if (!(outcome instanceof Outcome.Done)) {
                throw new IllegalStateException(outcome.toString());
            }
            System.out.println("peak " + peak() / (1024.0 * 1024.0));
        }
        System.exit(0);
    }

    /** Bytes in use after the last collections, all pools together. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
