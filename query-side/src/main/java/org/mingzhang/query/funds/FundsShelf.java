package org.mingzhang.query.funds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.Shown;
import org.mingzhang.query.web.Visitor;

/** The funds of a division's year as of a position. */
public final class FundsShelf {
    private final FactReader facts;

    FundsShelf(FactReader facts) {
        this.facts = facts;
    }

    /** Every one that has a source. */
    public List<FundsId> all() {
        return facts.streams(FactKind.FUNDS_SOURCE).stream().map(FundsId::parse).toList();
    }

    /** The sources in the order of their numbers, with every document. */
    public List<FundedSource> of(FundsId funds, long position) {
        return of(funds, Moment.at(position));
    }

    /** The same as of any moment of either clock. */
    public List<FundedSource> of(FundsId funds, Moment moment) {
        return of(funds, moment, document -> true);
    }

    /** The same as somebody may see it: the sums of all, and the documents that are theirs. */
    public List<FundedSource> of(FundsId funds, Moment moment, Visitor visitor) {
        return of(funds, moment, document -> visitor.covers(funds) || visitor.covers(document.budget()));
    }

    /**
     * The source on which a document draws, or to which it gave back; empty when it names none. Whoever is shown it has
     * read of the funds.
     */
    public Optional<FundedSource> of(AdjustmentRef document, long position) {
        FundsId funds = FundsId.of(document.budget());
        Optional<FundedSource> found = of(funds, position).stream()
                .filter(source -> source.steps().stream()
                        .anyMatch(
                                step -> step.document().filter(document::equals).isPresent()))
                .findFirst();
        found.ifPresent(source -> Shown.budgets(List.of(funds.toString())));
        return found;
    }

    private List<FundedSource> of(FundsId funds, Moment moment, Predicate<AdjustmentRef> theirs) {
        Map<Integer, List<Facts.FundsStep>> steps = new HashMap<>();
        facts.history(funds.toString(), moment.position(), FactKind.FUNDS_STEP, Facts.FundsStep.class).stream()
                .filter(step -> moment.counts(step.day()))
                .forEach(step -> steps.computeIfAbsent(step.source(), source -> new ArrayList<>())
                        .add(step));
        return facts
                .rows(funds.toString(), moment.position(), FactKind.FUNDS_SOURCE, Facts.FundsSourceFact.class)
                .values()
                .stream()
                .filter(fact -> steps.containsKey(fact.number()))
                .map(fact -> FundedSource.of(fact, steps.getOrDefault(fact.number(), List.of())))
                .map(source -> seen(source, theirs))
                .toList();
    }

    private static FundedSource seen(FundedSource source, Predicate<AdjustmentRef> theirs) {
        List<Facts.FundsStep> steps = source.steps().stream()
                .filter(step -> step.document()
                        .filter(document -> !theirs.test(document))
                        .isEmpty())
                .toList();
        return new FundedSource(
                source.number(), source.said(), source.granted(), source.reserved(), source.drawn(), steps);
    }
}
