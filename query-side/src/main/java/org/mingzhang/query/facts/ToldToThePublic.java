package org.mingzhang.query.facts;

import java.util.List;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.TableBasis;

/**
 * What the public is told of a budget beside its initial figures: a first release tells these alone, a later one how the
 * budget was adjusted by then, and final accounts, once disclosed, both that and what was executed. Figures that nobody has
 * published are not nothing: printed as such they would say that nothing was adjusted, or that nothing was spent.
 */
public record ToldToThePublic(boolean adjusted, boolean executed) {
    /** @param position of the release, or of what was disclosed, that is read */
    public static ToldToThePublic of(FactReader facts, BudgetId budget, long position) {
        List<Long> releases = facts.history(budget, Long.MAX_VALUE, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                .map(Facts.ReleaseFact::position)
                .toList();
        boolean later = releases.stream().anyMatch(earlier -> earlier < position);
        boolean disclosed = facts.history(budget, position, FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                .anyMatch(step -> step.stage() == AccountsStage.DISCLOSED && !step.returned());
        return new ToldToThePublic(later || disclosed, disclosed);
    }

    public boolean covers(TableBasis basis) {
        return switch (basis) {
            case INITIAL -> true;
            case ADJUSTED -> adjusted;
            case EXECUTED -> executed;
        };
    }
}
