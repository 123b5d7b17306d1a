package org.mingzhang.query.performance.forms;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.performance.ReleasedStages;

/** The lines behind a form in each measure that whoever asks may see. */
final class FormMoney {
    private final FactsAsOf facts;

    FormMoney(FactsAsOf facts) {
        this.facts = facts;
    }

    /** @param project blank for the whole of the scope */
    Map<TableBasis, BudgetFacts> of(
            BudgetId budget, Moment moment, Scope scope, String project, ReleasedStages released) {
        Map<TableBasis, BudgetFacts> measures = new EnumMap<>(TableBasis.class);
        for (TableBasis basis : TableBasis.values()) {
            if (told(basis, released)) {
                facts.load(budget, moment, basis)
                        .map(found -> scope.unit().map(found::of).orElse(found))
                        .ifPresent(found -> measures.put(basis, only(found, project)));
            }
        }
        return measures;
    }

    private static boolean told(TableBasis basis, ReleasedStages released) {
        return switch (basis) {
            case INITIAL -> true;
            case ADJUSTED -> released.adjusted();
            case EXECUTED -> released.executed();
        };
    }

    private static BudgetFacts only(BudgetFacts found, String project) {
        if (project.isEmpty()) {
            return found;
        }
        Optional<ProjectCode> wanted = Optional.of(new ProjectCode(project));
        return new BudgetFacts(
                found.header(),
                found.position(),
                found.basis(),
                found.units(),
                found.expenditure().stream()
                        .filter(line -> ((Classification.Expenditure) line.classification())
                                .project()
                                .equals(wanted))
                        .toList(),
                found.revenue(),
                found.projects(),
                found.projectTargets(),
                found.overallTargets(),
                found.statements());
    }
}
