package org.mingzhang.query.comparison;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;
import org.mingzhang.query.comparison.BridgedMoney.Money;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Builds the bridge between two budgets of a department of what whoever asks may read of them. */
@Component
class BridgeReader {
    private final BudgetShelf shelf;
    private final DepartmentBudgets budgets;
    private final BridgedMoney money;
    private final FactReader facts;
    private final BridgeDocuments documents;
    private final CodeWords words;

    BridgeReader(BudgetShelf shelf, DepartmentBudgets budgets, BridgedMoney money, JdbcClient jdbc) {
        this.shelf = shelf;
        this.budgets = budgets;
        this.money = money;
        this.facts = new FactReader(jdbc);
        this.documents = new BridgeDocuments(facts);
        this.words = new CodeWords(new RowsOfBudgets(jdbc));
    }

    /**
     * What was found.
     *
     * @param question with the ends that it was answered for
     * @param name of the department at the end of the bridge
     * @param called the names that it was reported under at both ends; empty where there is one
     * @param names of projects and units by their code, official
     * @param documents in effect, by the key of their steps
     * @param approvals of the budgets that are approved, by year
     * @param staff the budgets that whoever asks reads as one of its own people
     * @param asReleased the years that are told as they were released although it is asked how they were adjusted
     */
    record Answer(
            BridgeQuestion question,
            Ends ends,
            String name,
            List<NamedYears> called,
            KnownYears known,
            Money money,
            Bridge bridge,
            Map<String, String> names,
            Map<String, Effective> documents,
            Map<FiscalYear, Basis> approvals,
            Set<BudgetId> staff,
            Set<FiscalYear> asReleased) {
        LineIdentity identity() {
            return money.identity();
        }

        /** Departments whose money belongs to the earlier year like for like and may not be read or is not there. */
        public Set<String> lacking() {
            return money.lacking();
        }

        /** Whether nothing of its own stands at the start because all of it was elsewhere. */
        public boolean begun() {
            return money.begun();
        }

        /** What was printed of a year of which there are no lines. */
        List<StatedFigures> stated(FiscalYear year) {
            return known.stated(year);
        }

        /** The same of both years. */
        List<StatedFigures> stated() {
            return Stream.of(ends.from(), ends.to())
                    .distinct()
                    .flatMap(year -> stated(year).stream())
                    .toList();
        }

        Comparison.Standing standing(FiscalYear year) {
            Set<Department> elsewhere = begun() && year.equals(ends.from()) ? known.departments() : Set.of();
            return known.year(year, known.departments(), elsewhere).standing();
        }
    }

    Answer answer(BridgeQuestion asked) {
        Map<BudgetId, BudgetHeader> all = budgets.all(asked.department());
        Map<BudgetId, Moment> budgeted = budgets.readable(all, asked.scope(), asked.asOf());
        if (budgeted.isEmpty()) {
            throw new PageNotFound();
        }
        Ends ends = asked.ends(budgets.known(budgeted).years());
        Map<BudgetId, Moment> kept = budgets.withAccounts(budgeted, ends::adjusted, asked.scope(), asked.asOf());
        KnownYears known = budgets.known(kept);
        BridgeQuestion question = asked.over(ends);
        Money found = money.of(
                question, ends, known, all.containsKey(asked.department().in(ends.from())));
        demand(question, known, found);
        List<Effective> effective = ends.toStage() == ComparedStage.ADJUSTED ? effective(ends.to(), found) : List.of();
        return new Answer(
                question,
                ends,
                name(all, kept.keySet(), ends),
                called(all, found.own().keySet()),
                known,
                found,
                new BridgedYears(question, ends, known, found.lines())
                        .bridge(found.identity(), found.came(), effective),
                names(found),
                byKey(effective),
                approvals(found.own()),
                staff(found.own().keySet(), question.scope()),
                budgets.asReleased(found.own(), ends::adjusted, question.scope()));
    }

    /** The units of the years that were read, by code, each under its latest name. */
    Map<String, String> units(Answer answer) {
        return words.units(answer.money().own());
    }

    /** A unit that nothing which may be read has, and in which nothing goes on, is as one that does not exist. */
    private void demand(BridgeQuestion question, KnownYears known, Money found) {
        question.scope().unit().map(UnitCode::value).ifPresent(unit -> {
            if (!known.prints(unit)
                    && !words.units(known.kept()).containsKey(unit)
                    && found.identity().beside().isEmpty()) {
                throw new PageNotFound();
            }
        });
    }

    /** As it is called in the last year of the bridge that may be read, or else in the last before. */
    private static String name(Map<BudgetId, BudgetHeader> headers, Set<BudgetId> kept, Ends ends) {
        return headers.values().stream()
                .filter(header -> kept.contains(header.id()))
                .sorted(Comparator.comparingInt((BudgetHeader header) -> isAfter(header, ends) ? 0 : 1)
                        .thenComparing(header -> header.id().year()))
                .reduce((earlier, later) -> later)
                .map(BudgetHeader::departmentName)
                .orElse("");
    }

    private static boolean isAfter(BudgetHeader header, Ends ends) {
        return header.id().year().compareTo(ends.to()) > 0;
    }

    private static List<NamedYears> called(Map<BudgetId, BudgetHeader> headers, Set<BudgetId> read) {
        return NamedYears.of(read.stream()
                .collect(Collectors.toMap(
                        BudgetId::year,
                        budget -> Objects.requireNonNull(headers.get(budget)).departmentName(),
                        (one, other) -> other,
                        TreeMap::new)));
    }

    private List<Effective> effective(FiscalYear year, Money found) {
        return found.own().entrySet().stream()
                .filter(of -> of.getKey().year().equals(year))
                .flatMap(of ->
                        documents.of(of.getKey(), of.getValue(), found.lines().getOrDefault(year, List.of())).stream())
                .toList();
    }

    /** What is read as the public reads it comes last, so that nothing of it is called as only its own people know it. */
    private Map<String, String> names(Money found) {
        Map<String, String> names = new TreeMap<>();
        for (Map<BudgetId, Moment> read : List.of(found.own(), found.beside())) {
            names.putAll(words.projects(read));
            names.putAll(words.units(read));
        }
        return names;
    }

    private static Map<String, Effective> byKey(List<Effective> effective) {
        Map<String, Effective> byKey = new LinkedHashMap<>();
        effective.forEach(one -> byKey.put(Integer.toString(one.number()), one));
        return byKey;
    }

    private Map<FiscalYear, Basis> approvals(Map<BudgetId, Moment> read) {
        Map<FiscalYear, Basis> found = new TreeMap<>();
        read.forEach((budget, moment) ->
                facts.held(budget, moment.position(), FactKind.PHASE, "", Facts.PhaseFact.class).stream()
                        .map(FactReader.Held::body)
                        .filter(phase -> phase.phase().equals("approved") && moment.counts(phase.day()))
                        .forEach(phase -> phase.basis().ifPresent(basis -> found.put(budget.year(), basis))));
        return found;
    }

    private Set<BudgetId> staff(Set<BudgetId> read, Scope scope) {
        Set<BudgetId> staff = new TreeSet<>();
        read.stream().filter(budget -> shelf.isStaff(budget, scope)).forEach(staff::add);
        return staff;
    }
}
