package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.ReadableBudgets.Reader;
import org.mingzhang.query.facts.ToldToThePublic;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The budgets that a visitor may take down and read. */
@Component
public class BudgetShelf {
    private final ReadableBudgets readable;
    private final FactsAsOf facts;
    private final Instants instants;
    private final CurrentVisitor visitors;

    BudgetShelf(ReadableBudgets readable, FactsAsOf facts, Instants instants, CurrentVisitor visitors) {
        this.instants = instants;
        this.readable = readable;
        this.facts = facts;
        this.visitors = visitors;
    }

    /** The whole department as everybody sees it: released, or not at all. Its own staff see it as it stands. */
    public OpenedBudget open(String id, TableBasis basis, AsOf asOf) {
        return open(id, basis, asOf, Scope.DEPARTMENT);
    }

    /** The department, or one of its units: whoever belongs to one unit is staff there, and the public elsewhere. */
    public OpenedBudget open(String id, TableBasis basis, AsOf asOf, Scope scope) {
        BudgetId budget = parse(id);
        OpenedBudget opened = open(budget, reader(budget, scope), basis, asOf).orElseThrow(PageNotFound::new);
        if (basis == TableBasis.EXECUTED && !bases(opened, scope).contains(basis)) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "not-told");
        }
        return opened;
    }

    /**
     * The figures that whoever asks is offered of that part of a budget. What was executed and not published is refused, since
     * it would be shown as nothing; the adjusted budget of a first release is the released one.
     */
    public List<TableBasis> bases(OpenedBudget opened, Scope scope) {
        if (isStaff(opened.id(), scope)) {
            return List.of(TableBasis.values());
        }
        ToldToThePublic told = readable.told(opened.id(), opened.position());
        return Stream.of(TableBasis.values()).filter(told::covers).toList();
    }

    /** The same where it is asked what final accounts tell: the public reads up to their disclosure, once they are disclosed. */
    public OpenedBudget openWithAccounts(String id, TableBasis basis, AsOf asOf, Scope scope) {
        BudgetId budget = parse(id);
        return open(budget, readerOfAccounts(budget, scope), basis, asOf).orElseThrow(PageNotFound::new);
    }

    /** Whether whoever asks reads that part of a budget as one of its own people and not as the public. */
    public boolean isStaff(BudgetId budget, Scope scope) {
        return covering(budget)
                .filter(visitor -> visitor.unit().isEmpty() || visitor.unit().equals(scope.unit()))
                .isPresent();
    }

    /** For those who work on it: as it stands, at the instant that a page is asked for, and only what belongs to the one unit of whoever has one. */
    public OpenedBudget openForWork(String id) {
        BudgetId budget = parse(id);
        if (covering(budget).isEmpty()) {
            throw new PageNotFound();
        }
        AsOf asOf = AsOf.ofRequest();
        if (asOf.effective()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "recorded-only");
        }
        return openForWork(id, asOf);
    }

    /** The same for what can be asked on the effective clock too. */
    public OpenedBudget openOnEitherClock(String id) {
        return openForWork(id, AsOf.ofRequest());
    }

    OpenedBudget openForWork(String id, AsOf asOf) {
        BudgetId budget = parse(id);
        Visitor visitor = covering(budget).orElseThrow(PageNotFound::new);
        OpenedBudget whole =
                open(budget, Reader.STAFF, TableBasis.INITIAL, asOf).orElseThrow(PageNotFound::new);
        return visitor.unit()
                .map(unit ->
                        new OpenedBudget(whole.facts().of(unit), whole.release(), Optional.of(unit), whole.moment()))
                .orElse(whole);
    }

    private Optional<OpenedBudget> open(BudgetId budget, Reader reader, TableBasis basis, AsOf asOf) {
        return instants.moment(budget, reader, asOf)
                .flatMap(moment -> facts.load(budget, moment, basis)
                        .map(found -> new OpenedBudget(found, readable.release(budget), Optional.empty(), moment)))
                .map(opened -> reader == Reader.STAFF || opened.released() ? opened : inReleasedWords(opened, basis));
    }

    /** With final accounts their figures are disclosed, and not what was written for a release that nobody has published. */
    private OpenedBudget inReleasedWords(OpenedBudget opened, TableBasis basis) {
        return opened.release()
                .filter(release -> release.position() < opened.position())
                .flatMap(release -> facts.load(opened.id(), Moment.at(release.position()), basis))
                .map(released -> new OpenedBudget(
                        opened.facts().saying(released.statements()), opened.release(), opened.only(), opened.moment()))
                .orElse(opened);
    }

    /** What the public may read. */
    public List<ReadableBudgets.Listed> released() {
        return readable.list(Reader.PUBLIC);
    }

    /** What the visitor may read: the released ones, and their own as they stand. */
    public List<ReadableBudgets.Listed> all() {
        Map<BudgetId, ReadableBudgets.Listed> found = new TreeMap<>();
        released().forEach(listed -> found.put(listed.header().id(), listed));
        mine().forEach(listed -> found.put(listed.header().id(), listed));
        return List.copyOf(found.values());
    }

    /** What the visitor may read of that part of departments; whoever belongs to one unit is the public elsewhere. */
    public List<ReadableBudgets.Listed> readable(Scope scope) {
        boolean elsewhere = visitors.visitor()
                .flatMap(Visitor::unit)
                .filter(own -> !scope.unit().equals(Optional.of(own)))
                .isPresent();
        return elsewhere ? released() : all();
    }

    /** Up to where the visitor reads that part of a budget; empty for what may not be read or was not there by then. */
    public Optional<Moment> moment(BudgetId budget, Scope scope, AsOf asOf) {
        return ifThere(() -> instants.moment(budget, reader(budget, scope), asOf));
    }

    /** The same where it is read beside other budgets, so that a position is not one of its own alone. */
    public Optional<Moment> momentAmongOthers(BudgetId budget, Scope scope, AsOf asOf) {
        return ifThere(() -> instants.momentAmongOthers(budget, reader(budget, scope), asOf));
    }

    /** The same where it is asked what final accounts tell. */
    public Optional<Moment> momentOfAccounts(BudgetId budget, Scope scope, AsOf asOf) {
        return ifThere(() -> instants.momentAmongOthers(budget, readerOfAccounts(budget, scope), asOf));
    }

    /** Where final accounts are disclosed, the positions at which everybody may read them. */
    public Map<BudgetId, Long> disclosed() {
        return readable.disclosed();
    }

    private Reader readerOfAccounts(BudgetId budget, Scope scope) {
        return isStaff(budget, scope) ? Reader.STAFF : Reader.ACCOUNTS;
    }

    private Reader reader(BudgetId budget, Scope scope) {
        return isStaff(budget, scope) ? Reader.STAFF : Reader.PUBLIC;
    }

    private static Optional<Moment> ifThere(Supplier<Optional<Moment>> asked) {
        try {
            return asked.get();
        } catch (AskedAmiss amiss) {
            if (amiss.getStatusCode().value() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw amiss;
        }
    }

    /** Every budget that is the visitor's. */
    public List<ReadableBudgets.Listed> mine() {
        Optional<Visitor> visitor = visitors.visitor();
        return visitor.isEmpty()
                ? List.of()
                : readable.list(Reader.STAFF).stream()
                        .filter(listed -> visitor.get().covers(listed.header().id()))
                        .toList();
    }

    Optional<Facts.ReleaseFact> release(BudgetId budget) {
        return readable.release(budget);
    }

    private Optional<Visitor> covering(BudgetId budget) {
        return visitors.visitor().filter(visitor -> visitor.covers(budget));
    }

    private static BudgetId parse(String id) {
        try {
            return BudgetId.parse(id);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }
}
