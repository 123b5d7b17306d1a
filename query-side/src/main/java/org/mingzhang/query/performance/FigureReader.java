package org.mingzhang.query.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.StatedPerformance;

/** Reads what indicators are worked out from, as of any moment of either clock. */
public final class FigureReader {
    private static final int THREE_PUBLICS = 8;

    private final FactReader facts;
    private final StatedPerformance stated;
    private final FactsAsOf asOf;
    private final DisclosureTables tables;
    private final LineBalances balances;

    /** @param balances of every unit: whose figures may be seen is decided by whoever asks */
    FigureReader(FactReader facts, FactsAsOf asOf, DisclosureTables tables, LineBalances balances) {
        this.facts = facts;
        this.stated = new StatedPerformance(facts);
        this.asOf = asOf;
        this.tables = tables;
        this.balances = balances;
    }

    /** Of the department or one of its units; empty when nothing had happened by then. */
    public Optional<Figures> read(BudgetId budget, Moment moment, Scope scope) {
        return asOf.load(budget, moment, TableBasis.ADJUSTED)
                .map(whole -> scope.unit().map(whole::of).orElse(whole))
                .map(seen -> figures(seen, moment, lines(budget, moment, scope), closed(budget, moment)));
    }

    private List<Balance> lines(BudgetId budget, Moment moment, Scope scope) {
        return balances.of(budget, moment).stream()
                .filter(line -> scope.unit().isEmpty()
                        || scope.unit().get().equals(line.classification().unit()))
                .toList();
    }

    private Figures figures(BudgetFacts adjusted, Moment moment, List<Balance> lines, boolean closed) {
        BudgetFacts initial = with(adjusted, lines, TableBasis.INITIAL);
        BudgetFacts executed = with(adjusted, lines, TableBasis.EXECUTED);
        return new Figures(
                Figures.sum(initial.expenditure()),
                adjusted,
                Figures.sum(executed.expenditure()),
                publics(initial),
                publics(executed),
                sum(
                        lines,
                        line -> line.of(Stage.CARRIED_OVER)
                                .plus(line.of(Stage.LAPSED))
                                .fen()),
                closed,
                inEffect(adjusted.header().id(), moment),
                byProject(lines, Stage.INITIAL),
                byProject(lines, Stage.EXECUTED),
                watched(adjusted.header().id(), moment));
    }

    private static Map<ProjectCode, Amount> byProject(List<Balance> lines, Stage stage) {
        Map<ProjectCode, Amount> sums = new HashMap<>();
        lines.forEach(line -> line.classification()
                .project()
                .ifPresent(project -> sums.merge(project, line.of(stage), Amount::plus)));
        return sums;
    }

    /** The same facts with the amounts of another measure; who is asked for the sum needs no order. */
    private static BudgetFacts with(BudgetFacts facts, List<Balance> lines, TableBasis basis) {
        List<LineFact> expenditure = new ArrayList<>();
        for (Balance line : lines) {
            Amount amount = Amount.sum(basis.stages().stream().map(line::of).toList());
            if (!amount.isZero()) {
                expenditure.add(new LineFact(line.line(), expenditure.size(), line.classification(), amount));
            }
        }
        return new BudgetFacts(
                facts.header(),
                facts.position(),
                basis,
                facts.units(),
                expenditure,
                List.of(),
                facts.projects(),
                facts.projectTargets(),
                facts.overallTargets(),
                facts.statements());
    }

    /** The cell of table 8 itself, so that what is explained there is what is counted here. */
    private Amount publics(BudgetFacts facts) {
        return tables.of(facts, THREE_PUBLICS, Scope.DEPARTMENT)
                .flatMap(table -> table.amount("total", LiveIndicators.THREE_PUBLICS))
                .orElse(Amount.ZERO);
    }

    private static Amount sum(List<Balance> lines, ToLongFunction<Balance> fen) {
        return new Amount(lines.stream().mapToLong(fen).reduce(0, Math::addExact));
    }

    private Watched watched(BudgetId budget, Moment moment) {
        Set<ProjectCode> monitored = new HashSet<>();
        Map<String, String> reported = new HashMap<>();
        stated.monitored(budget, moment).stream()
                .sorted(Comparator.comparing(Facts.MonitoringFact::through))
                .forEach(one -> {
                    if (one.project().isEmpty()) {
                        one.progress().forEach(said -> reported.put(said.name(), said.actual()));
                    } else {
                        monitored.add(new ProjectCode(one.project()));
                    }
                });
        Set<ProjectCode> evaluated = new HashSet<>();
        stated.evaluated(budget, moment).forEach(one -> {
            if (one.project().isEmpty()) {
                one.scores().forEach(said -> reported.put(said.name(), said.actual()));
            } else {
                evaluated.add(new ProjectCode(one.project()));
            }
        });
        return new Watched(monitored, evaluated, reported);
    }

    private boolean closed(BudgetId budget, Moment moment) {
        return facts.rows(budget, moment.position(), FactKind.CLOSING, Facts.ClosingFact.class).values().stream()
                .anyMatch(closing -> moment.counts(closing.closedOn()));
    }

    /** An effect counts from its own day, which may be before the one on which it was recorded. */
    private List<Facts.AdjustmentFact> inEffect(BudgetId budget, Moment moment) {
        Set<Integer> effective = new HashSet<>();
        facts.history(budget, moment.position(), FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .filter(step -> step.step().equals("effective"))
                .filter(step -> moment.counts(step.effectiveOn().orElse(step.day())))
                .forEach(step -> effective.add(step.number()));
        return facts.rows(budget, moment.position(), FactKind.ADJUSTMENT, Facts.AdjustmentFact.class).values().stream()
                .filter(fact -> effective.contains(fact.number()))
                .toList();
    }
}
