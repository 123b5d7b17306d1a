package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCode;

/** What the documents of the year that are on their way or in effect add up to. */
final class DocumentsOfYear {
    private DocumentsOfYear() {}

    /** How many of them name a line. */
    static Map<LineKey, Long> timesPerLine(Budget budget) {
        return counting(budget)
                .flatMap(document -> document.request().entries().stream().map(AdjustmentEntry::line))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** What a project has gained or lost since one of them said its targets anew. */
    static Map<ProjectCode, Amount> sinceTargets(Budget budget) {
        Map<ProjectCode, Amount> since = new HashMap<>();
        counting(budget).forEach(document -> {
            HeadTotals.net(document.request().entries(), Classification.Expenditure::project)
                    .forEach((project, change) -> since.merge(project, change, Amount::plus));
            document.request().performance().stream()
                    .filter(effect -> effect.revised().isPresent())
                    .forEach(effect -> since.remove(effect.project()));
        });
        return since;
    }

    private static Stream<FiledAdjustment> counting(Budget budget) {
        return budget.execution().adjustments().values().filter(FiledAdjustment::counts);
    }
}
