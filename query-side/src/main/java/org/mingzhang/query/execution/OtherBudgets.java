package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.web.Choice;
import org.springframework.stereotype.Component;

/**
 * The budgets of other departments to which one may give lines (划转): approved, of the same division and year.
 *
 * <p>Whoever drafts has to name what gains, and so is told which departments there are, and which lines, units and projects the
 * chosen one has; never how much lies on them.
 */
@Component
class OtherBudgets {
    private static final Set<String> APPROVED = Set.of("approved", "distributed");

    private final ReadableBudgets readable;
    private final FactReader facts;

    OtherBudgets(ReadableBudgets readable, FactReader facts) {
        this.readable = readable;
        this.facts = facts;
    }

    List<Choice> of(BudgetId own) {
        return readable.list(ReadableBudgets.Reader.STAFF).stream()
                .filter(listed -> isOther(own, listed.header().id()) && APPROVED.contains(listed.phase()))
                .map(listed -> new Choice(
                        listed.header().id().toString(),
                        listed.header().id().department() + " "
                                + listed.header().shortName()))
                .toList();
    }

    private static boolean isOther(BudgetId own, BudgetId other) {
        return !own.equals(other)
                && own.division().equals(other.division())
                && own.year().equals(other.year());
    }

    /** What the chosen budget is made of; empty when it is none of those that may be chosen. */
    Optional<BudgetFacts> chosen(BudgetId own, String other, long position) {
        return of(own).stream()
                .map(Choice::value)
                .filter(other::equals)
                .findFirst()
                .flatMap(found -> facts.load(BudgetId.parse(found), position, TableBasis.ADJUSTED));
    }
}
