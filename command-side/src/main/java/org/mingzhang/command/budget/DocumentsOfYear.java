package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.Map;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;

/**
 * What the documents of the year that are on their way or in effect add up to; kept from document to document, because every
 * submission asks and a year may have thousands.
 *
 * @param naming how many times they name a line
 * @param specialMoney whether money of a transfer lies in the budget, which may be bound to a purpose
 */
record DocumentsOfYear(Entries<LineKey, Integer> naming, boolean specialMoney) {
    static final DocumentsOfYear NONE = new DocumentsOfYear(Entries.none(), false);

    DocumentsOfYear with(FiledAdjustment submitted) {
        return named(submitted, 1);
    }

    DocumentsOfYear with(FiledAdjustment before, FiledAdjustment after) {
        DocumentsOfYear counted = before.counts() && !after.counts() ? named(after, -1) : this;
        return new DocumentsOfYear(counted.naming, specialMoney || bringsSpecialMoney(after));
    }

    int times(LineKey line) {
        return naming.get(line).orElse(0);
    }

    /** What a project has gained or lost since one of them said its targets anew. */
    static Map<ProjectCode, Amount> sinceTargets(Budget budget) {
        Map<ProjectCode, Amount> since = new HashMap<>();
        budget.execution()
                .adjustments()
                .values()
                .filter(FiledAdjustment::counts)
                .forEach(document -> {
                    HeadTotals.net(document.request().entries(), Classification.Expenditure::project)
                            .forEach((project, change) -> since.merge(project, change, Amount::plus));
                    document.request().performance().stream()
                            .filter(effect -> effect.revised().isPresent())
                            .forEach(effect -> since.remove(effect.project()));
                });
        return since;
    }

    private DocumentsOfYear named(FiledAdjustment document, int times) {
        Entries<LineKey, Integer> now = naming;
        for (AdjustmentEntry entry : document.request().entries()) {
            now = now.set(entry.line(), now.get(entry.line()).orElse(0) + times);
        }
        return new DocumentsOfYear(now, specialMoney);
    }

    private static boolean bringsSpecialMoney(FiledAdjustment document) {
        return document.status() == AdjustmentStatus.EFFECTIVE
                && document.request()
                        .source()
                        .filter(source -> source == SupplementSource.TRANSFER)
                        .isPresent();
    }
}
