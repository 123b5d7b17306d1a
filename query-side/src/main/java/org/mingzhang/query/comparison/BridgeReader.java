package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Builds the bridge between two budgets of a department of what whoever asks may read of them. */
@Component
class BridgeReader {
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2099;
    private static final Set<Stage> BUDGETED = EnumSet.of(Stage.INITIAL, Stage.ADJUSTED);

    private final BudgetShelf shelf;
    private final CrosswalkShelf successions;
    private final RowsOfBudgets rows;
    private final FactReader facts;
    private final PostingTrail postings;
    private final BridgeDocuments documents;
    private final CodeWords words;

    BridgeReader(BudgetShelf shelf, CrosswalkShelf successions, JdbcClient jdbc) {
        this.shelf = shelf;
        this.successions = successions;
        this.rows = new RowsOfBudgets(jdbc);
        this.facts = new FactReader(jdbc);
        this.postings = new PostingTrail(jdbc);
        this.documents = new BridgeDocuments(facts);
        this.words = new CodeWords(rows);
    }

    /**
     * What was found.
     *
     * @param question with the ends that it was answered for
     * @param names of projects and units by their code, official
     * @param documents in effect, by the key of their steps
     * @param approvals of the budgets that are approved, by year
     * @param lacking departments whose money belongs to the earlier year like for like and may not be read or is not there
     * @param staff the budgets that whoever asks reads as one of its own people
     */
    record Answer(
            BridgeQuestion question,
            Ends ends,
            String name,
            KnownYears known,
            Bridge bridge,
            LineIdentity identity,
            Map<String, String> names,
            Map<String, Effective> documents,
            Map<FiscalYear, Basis> approvals,
            Set<String> lacking,
            Set<BudgetId> staff) {
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
            return known.year(year, known.departments()).standing();
        }
    }

    Answer answer(BridgeQuestion asked) {
        Map<BudgetId, BudgetHeader> headers = headers(asked);
        Map<BudgetId, Moment> kept = new TreeMap<>();
        headers.keySet()
                .forEach(budget -> shelf.moment(budget, asked.scope(), asked.asOf())
                        .ifPresent(moment -> kept.put(budget, moment)));
        if (kept.isEmpty()) {
            throw new PageNotFound();
        }
        KnownYears known = known(kept);
        Ends ends = asked.ends(known.years());
        BridgeQuestion question = asked.over(ends);
        Map<BudgetId, Moment> read = known.in(List.of(ends.from(), ends.to()));
        LineIdentity identity = identity(question, ends, read);
        Set<String> lacking = new TreeSet<>();
        Map<BudgetId, Moment> all = new TreeMap<>(read);
        List<Movement> beside = beside(question, ends, identity, all, lacking);
        Shown.budgets(all.keySet().stream().map(BudgetId::toString).toList());
        Map<FiscalYear, List<Movement>> lines = new HashMap<>();
        read.forEach((budget, moment) -> lines.put(budget.year(), movements(budget, moment, question.scope())));
        List<Effective> effective =
                ends.toStage() == ComparedStage.ADJUSTED ? effective(ends.to(), read, lines) : List.of();
        return new Answer(
                question,
                ends,
                name(headers, kept.keySet()),
                known,
                new BridgedYears(question, ends, known, lines).bridge(identity, beside, effective),
                identity,
                names(all),
                byKey(effective),
                approvals(read),
                lacking,
                staff(read.keySet(), question.scope()));
    }

    /** The units of the years that were read, by code, each under its latest name. */
    Map<String, String> units(Answer answer) {
        return words.units(
                answer.known().in(List.of(answer.ends().from(), answer.ends().to())));
    }

    /** Of every year that there may be; a list of all budgets of all departments would take longer than the bridge. */
    private Map<BudgetId, BudgetHeader> headers(BridgeQuestion asked) {
        Map<BudgetId, Moment> possible = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            possible.put(BudgetId.parse(asked.subject() + "-" + year), Moment.at(Long.MAX_VALUE - 1));
        }
        Map<BudgetId, BudgetHeader> found = new TreeMap<>();
        rows.of(possible, FactKind.HEADER, BudgetHeader.class)
                .forEach((budget, held) -> found.put(budget, held.getLast().body()));
        return found;
    }

    /** As it is called in the last year that may be read. */
    private static String name(Map<BudgetId, BudgetHeader> headers, Set<BudgetId> kept) {
        return headers.values().stream()
                .filter(header -> kept.contains(header.id()))
                .reduce((earlier, later) -> later)
                .map(BudgetHeader::departmentName)
                .orElse("");
    }

    private KnownYears known(Map<BudgetId, Moment> kept) {
        Map<BudgetId, List<StatedFigures>> stated = new TreeMap<>();
        rows.of(kept, FactKind.COMPARATIVES, StatedFigures.class)
                .forEach((budget, found) -> stated.put(
                        budget, found.stream().map(RowsOfBudgets.Keyed::body).toList()));
        return KnownYears.of(kept, stated);
    }

    private LineIdentity identity(BridgeQuestion question, Ends ends, Map<BudgetId, Moment> read) {
        boolean restated = !ends.withinOneYear() && read.size() > 1;
        OptionalLong until = question.asOf().now()
                ? OptionalLong.empty()
                : read.values().stream().mapToLong(Moment::position).max();
        Crosswalk crosswalk =
                restated ? successions.of(read.keySet().iterator().next().division(), until) : Crosswalk.none();
        String department = question.subject().substring(question.subject().length() - 3);
        return new LineIdentity(
                crosswalk,
                ends.from(),
                ends.to(),
                unit -> unit.startsWith(department)
                        && question.scope()
                                .unit()
                                .filter(one -> !one.value().equals(unit))
                                .isEmpty());
    }

    /** The money of the earlier year of units elsewhere that go on here, each as far as whoever asks may read it. */
    private List<Movement> beside(
            BridgeQuestion question, Ends ends, LineIdentity identity, Map<BudgetId, Moment> all, Set<String> lacking) {
        Map<String, Set<String>> units = new TreeMap<>();
        identity.beside()
                .forEach(unit -> units.computeIfAbsent(unit.substring(0, 3), department -> new TreeSet<>())
                        .add(unit));
        List<Movement> found = new ArrayList<>();
        units.forEach((department, of) -> {
            BudgetId own = BudgetId.parse(question.subject() + "-" + ends.from());
            BudgetId budget = new BudgetId(own.division(), new DepartmentCode(department), ends.from());
            Optional<Moment> moment = shelf.moment(budget, Scope.DEPARTMENT, question.asOf());
            moment.ifPresentOrElse(
                    at -> {
                        all.putIfAbsent(budget, at);
                        movements(budget, at, Scope.DEPARTMENT).stream()
                                .filter(movement ->
                                        of.contains(movement.unit()) && BridgedYears.counts(ends.fromStage(), movement))
                                .forEach(found::add);
                    },
                    () -> lacking.add(budget.division() + "-" + department));
        });
        return found;
    }

    private List<Movement> movements(BudgetId budget, Moment moment, Scope scope) {
        return postings.of(budget, moment, BUDGETED, CellFormula.ofExpenditure(scope)).stream()
                .map(posted -> Movement.of(budget, posted))
                .toList();
    }

    private List<Effective> effective(
            FiscalYear year, Map<BudgetId, Moment> read, Map<FiscalYear, List<Movement>> lines) {
        return read.entrySet().stream()
                .filter(of -> of.getKey().year().equals(year))
                .flatMap(of -> documents.of(of.getKey(), of.getValue(), lines.getOrDefault(year, List.of())).stream())
                .toList();
    }

    private Map<String, String> names(Map<BudgetId, Moment> read) {
        Map<String, String> names = new TreeMap<>(words.projects(read));
        names.putAll(words.units(read));
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
