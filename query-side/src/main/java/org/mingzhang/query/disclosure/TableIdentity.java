package org.mingzhang.query.disclosure;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;

/**
 * Which table it is, of what, and by which rule.
 *
 * @param listedTitle its name in the list of tables; a body's title may differ (tables.md S11)
 * @param headingPatterns lines under the title; the unit of money is written <code>{unit}</code>
 * @param templateVersion version of the template, with that of the locality's overlay after a plus sign
 * @param legalBasis the rule that demands or shapes the table
 */
public record TableIdentity(
        int number,
        String title,
        String listedTitle,
        List<String> headingPatterns,
        BudgetId budget,
        long position,
        TableStage stage,
        Scope scope,
        String templateVersion,
        String legalBasis) {
    public TableIdentity {
        headingPatterns = List.copyOf(headingPatterns);
    }
}
