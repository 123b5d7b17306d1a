package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The money of both ends of a bridge, posting by posting, and what of others goes on in the later one. */
@Component
class BridgedMoney {
    private static final Set<Stage> BUDGETED = EnumSet.of(Stage.INITIAL, Stage.ADJUSTED);

    private final BudgetShelf shelf;
    private final CrosswalkShelf successions;
    private final PostingTrail postings;

    BridgedMoney(BudgetShelf shelf, CrosswalkShelf successions, JdbcClient jdbc) {
        this.shelf = shelf;
        this.successions = successions;
        this.postings = new PostingTrail(jdbc);
    }

    /**
     * What was read.
     *
     * @param own budgets of the subject
     * @param lines of their years, initial and adjusted
     * @param beside budgets in which units were that go on here, each as far as whoever asks may read it there
     * @param came money of those units
     * @param lacking departments of such units of which nothing may be read or is there
     * @param begun whether the department had nothing of its own in the earlier year, since all its units were elsewhere
     */
    record Money(
            Map<BudgetId, Moment> own,
            Map<FiscalYear, List<Movement>> lines,
            Map<BudgetId, Moment> beside,
            List<Movement> came,
            LineIdentity identity,
            Set<String> lacking,
            boolean begun) {}

    /** @param exists whether the subject has a budget of the earlier year, which may not be one that whoever asks reads */
    Money of(BridgeQuestion question, Ends ends, KnownYears known, boolean exists) {
        Map<BudgetId, Moment> own = known.in(List.of(ends.from(), ends.to()));
        Map<FiscalYear, List<Movement>> lines = new HashMap<>();
        own.forEach((budget, moment) -> lines.put(budget.year(), movements(budget, moment, question.scope())));
        boolean fresh = !exists && known.stated(ends.from()).isEmpty();
        boolean restated =
                !ends.withinOneYear() && lines.containsKey(ends.to()) && (lines.containsKey(ends.from()) || fresh);
        LineIdentity identity = identity(question, ends, restated);
        Map<BudgetId, Moment> beside = new TreeMap<>();
        Set<String> lacking = new TreeSet<>();
        List<Movement> came = came(question, ends, identity, beside, lacking);
        shown(own);
        shown(beside);
        boolean begun = fresh
                && restated
                && lacking.isEmpty()
                && identity.allFromElsewhere(lines.getOrDefault(ends.to(), List.of()));
        if (begun) {
            lines.put(ends.from(), List.of());
        }
        return new Money(own, lines, beside, came, identity, lacking, begun);
    }

    private LineIdentity identity(BridgeQuestion question, Ends ends, boolean restated) {
        Department department = question.department();
        Crosswalk crosswalk = restated ? successions.of(department.division(), question.asOf()) : Crosswalk.none();
        return new LineIdentity(
                crosswalk,
                ends.from(),
                ends.to(),
                unit -> Department.of(department.division(), unit).equals(department)
                        && question.scope()
                                .unit()
                                .filter(one -> !one.value().equals(unit))
                                .isEmpty());
    }

    /** Whole departments are read, so that whoever belongs to one unit reads the others as the public does. */
    private List<Movement> came(
            BridgeQuestion question,
            Ends ends,
            LineIdentity identity,
            Map<BudgetId, Moment> beside,
            Set<String> lacking) {
        Map<Department, Set<String>> units = identity.beside().stream()
                .collect(Collectors.groupingBy(
                        unit -> Department.of(question.department().division(), unit),
                        TreeMap::new,
                        Collectors.toSet()));
        List<Movement> found = new ArrayList<>();
        units.forEach((department, of) -> {
            BudgetId budget = department.in(ends.from());
            Optional<Moment> moment = ends.fromStage() == ComparedStage.INITIAL
                    ? shelf.momentAmongOthers(budget, Scope.DEPARTMENT, question.asOf())
                    : shelf.momentOfAccounts(budget, Scope.DEPARTMENT, question.asOf());
            moment.ifPresent(at -> {
                beside.put(budget, at);
                movements(budget, at, Scope.DEPARTMENT).stream()
                        .filter(movement ->
                                of.contains(movement.unit()) && BridgedYears.counts(ends.fromStage(), movement))
                        .forEach(found::add);
            });
            if (moment.isEmpty()) {
                lacking.add(department.code());
            }
        });
        return found;
    }

    private List<Movement> movements(BudgetId budget, Moment moment, Scope scope) {
        return postings.of(budget, moment, BUDGETED, CellFormula.ofExpenditure(scope)).stream()
                .map(posted -> Movement.of(budget, posted))
                .toList();
    }

    private static void shown(Map<BudgetId, Moment> read) {
        Shown.budgets(read.keySet().stream().map(BudgetId::toString).toList());
    }
}
