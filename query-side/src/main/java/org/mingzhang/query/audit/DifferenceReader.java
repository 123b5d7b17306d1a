package org.mingzhang.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.audit.Difference.Cell;
import org.mingzhang.query.audit.Difference.End;
import org.mingzhang.query.audit.Difference.State;
import org.mingzhang.query.audit.Difference.TableCount;
import org.mingzhang.query.audit.Difference.Targets;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableDifference.Place;
import org.mingzhang.query.execution.AdjustmentShelf;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Compares a budget at two instants, for whoever may read it at both. */
@Component
public class DifferenceReader {
    private static final int ON_ONE_PAGE = 200;
    private static final Moment NOTHING = Moment.at(0);

    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final FactReader facts;
    private final FactsAsOf past;
    private final PostingTrail postings;
    private final AdjustmentShelf documents;
    private final EventLog log;
    private final CurrentVisitor visitors;

    DifferenceReader(
            BudgetShelf shelf,
            DisclosureTables tables,
            FactReader facts,
            FactsAsOf past,
            PostingTrail postings,
            AdjustmentShelf documents,
            EventLog log,
            CurrentVisitor visitors) {
        this.shelf = shelf;
        this.tables = tables;
        this.facts = facts;
        this.past = past;
        this.postings = postings;
        this.documents = documents;
        this.log = log;
        this.visitors = visitors;
    }

    /**
     * A difference with the budget that it is of.
     *
     * @param budget at the later instant
     */
    record Compared(OpenedBudget budget, Difference difference) {}

    /** One page of it; refused in words where an instant is none, absent where the budget may not be read then. */
    public Difference find(String id, DifferenceQuestion asked) {
        return compared(id, asked, true).difference();
    }

    /** @param paged whether the cells of one page are told; otherwise of all */
    Compared compared(String id, DifferenceQuestion asked, boolean paged) {
        TableQuestion question = asked.table();
        TwoInstants instants = open(id, asked);
        CellsBetween cells = CellsBetween.of(
                tables, instants.before().facts(), instants.after().facts(), question.scope(), asked.only());
        List<Place> shown = cells.places().stream()
                .filter(place -> asked.all() || place.changed())
                .toList();
        int page = paged ? asked.page() : 1;
        int each = paged ? ON_ONE_PAGE : Math.max(1, shown.size());
        int from = (int) Math.min(shown.size(), (page - 1L) * each);
        WordTrail words = new WordTrail(tables, facts, instants.after().id(), question);
        ToldDifference telling = new ToldDifference(instants, cells, movements(instants, asked), words, asked);
        List<Cell> told = shown.subList(from, Math.min(shown.size(), from + each)).stream()
                .map(telling::cell)
                .toList();
        return new Compared(
                instants.after(), told(asked, instants, cells, words, told, new Paging(shown.size(), page, each)));
    }

    private record Paging(int all, int page, int each) {
        int pages() {
            return Math.max(1, (all + each - 1) / each);
        }
    }

    /** In the order of time; the two clocks of one day in the order of knowing. */
    private TwoInstants open(String id, DifferenceQuestion asked) {
        OpenedBudget from = open(id, asked, asked.from());
        if (!asked.clock().equals("recorded") && !shelf.isStaff(from.id(), scope(asked))) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "recorded-releases");
        }
        OpenedBudget to = asked.twoMeasures() ? measured(from, asked.toBasis()) : open(id, asked, asked.to());
        TwoInstants instants = asked.bothClocks() || asked.twoMeasures()
                ? TwoInstants.of(from, to, past)
                : TwoInstants.inOrder(from, to, past);
        scope(asked).unit().ifPresent(unit -> {
            if (from.facts().unit(unit).isEmpty() && to.facts().unit(unit).isEmpty()) {
                throw new AskedAmiss(HttpStatus.NOT_FOUND, "unit", unit);
            }
        });
        asked.only().ifPresent(number -> {
            if (tables.templates().stream().noneMatch(template -> template.number() == number)) {
                throw new AskedAmiss(HttpStatus.NOT_FOUND, "table", number);
            }
        });
        return instants;
    }

    private OpenedBudget open(String id, DifferenceQuestion asked, AsOf instant) {
        return shelf.open(id, asked.table().basis(), instant, scope(asked));
    }

    /** The same budget at the same moment by another measure. */
    private OpenedBudget measured(OpenedBudget budget, TableBasis basis) {
        return new OpenedBudget(
                past.load(budget.id(), budget.moment(), basis).orElseThrow(),
                budget.release(),
                budget.only(),
                budget.moment());
    }

    private static Scope scope(DifferenceQuestion asked) {
        return asked.table().scope();
    }

    private MovementsBetween movements(TwoInstants instants, DifferenceQuestion asked) {
        BudgetId budget = instants.after().id();
        Moment before = instants.before().moment();
        Moment after = instants.after().moment();
        Set<Stage> earlier = asked.table().basis().stages();
        if (!asked.twoMeasures()) {
            return new MovementsBetween(postings.between(budget, before, after, earlier));
        }
        // All that one measure counts and the other does not, since the beginning.
        List<PostingTrail.Differing> differing = new ArrayList<>();
        Set<Stage> left = without(earlier, asked.toBasis().stages());
        if (!left.isEmpty()) {
            differing.addAll(postings.between(budget, before, NOTHING, left));
        }
        Set<Stage> joined = without(asked.toBasis().stages(), earlier);
        if (!joined.isEmpty()) {
            differing.addAll(postings.between(budget, NOTHING, after, joined));
        }
        return new MovementsBetween(differing);
    }

    private static Set<Stage> without(Set<Stage> some, Set<Stage> others) {
        return some.stream().filter(stage -> !others.contains(stage)).collect(Collectors.toSet());
    }

    private Difference told(
            DifferenceQuestion asked,
            TwoInstants instants,
            CellsBetween cells,
            WordTrail words,
            List<Cell> told,
            Paging paging) {
        BudgetId budget = instants.after().id();
        Scope scope = scope(asked);
        StatesBetween between = new StatesBetween(facts, documents, instants);
        List<State> states = between.of(scope, shelf.isStaff(budget, scope));
        List<Targets> targets = new TargetsBetween(instants, words).of(scope);
        TellingOfSteps telling = new TellingOfSteps(
                log, facts, budget, instants.latest(), TellingOfSteps.Told.of(shelf, visitors, budget, scope));
        boolean swapped = instants.swapped();
        Set<Long> named = ToldDifference.named(told, targets, states);
        telling.expect(named);
        return new Difference(
                budget.toString(),
                end(between, instants.before(), swapped ? asked.to() : asked.from()),
                end(between, instants.after(), swapped ? asked.from() : asked.to()),
                swapped,
                asked.clock(),
                asked.table().basis().key(),
                asked.toBasis().key(),
                scope.key(),
                TableView.key(asked.table().unit()),
                asked.all() ? "all" : "changed",
                counts(cells),
                told,
                paging.all(),
                paging.page(),
                paging.pages(),
                targets,
                states,
                named.stream()
                        .map(position -> telling.step(position, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private static End end(StatesBetween states, OpenedBudget budget, AsOf asked) {
        return new End(
                asked.word(),
                asked.effective() ? "effective" : "recorded",
                budget.position(),
                budget.moment().day(),
                states.phase(budget));
    }

    private static List<TableCount> counts(CellsBetween cells) {
        Map<Integer, Long> changed = cells.places().stream()
                .filter(Place::changed)
                .collect(Collectors.groupingBy(Place::table, Collectors.counting()));
        return cells.tables().entrySet().stream()
                .map(table -> new TableCount(
                        table.getKey(),
                        table.getValue().any().table().name(),
                        changed.getOrDefault(table.getKey(), 0L).intValue()))
                .toList();
    }
}
