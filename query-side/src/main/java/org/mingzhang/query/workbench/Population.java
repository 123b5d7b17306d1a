package org.mingzhang.query.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.execution.AdjustmentDocument;
import org.mingzhang.query.execution.AdjustmentShelf;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The adjustments that the auditor who asks may see, as they stood at a position; those of one budget in memory at a time. */
@Component
class Population {
    private final FactReader facts;
    private final AdjustmentShelf shelf;
    private final AuditScope scope;
    private final ListInstant instant;

    Population(FactReader facts, AdjustmentShelf shelf, AuditScope scope, ListInstant instant) {
        this.facts = facts;
        this.shelf = shelf;
        this.scope = scope;
        this.instant = instant;
    }

    /**
     * The last position that the read tables cover, or that of the instant which is asked for: a position of its own that a link
     * names lies within.
     */
    long head() {
        OptionalLong asked = instant.recorded();
        if (asked.isPresent() && asked.getAsLong() < 1) {
            throw new AskedAmiss(
                    HttpStatus.NOT_FOUND, "before-log", AsOf.ofRequest().word());
        }
        return asked.orElseGet(facts::position);
    }

    /** That instant as a further parameter of a link; blank for now. */
    String instant() {
        return AsOf.ofRequest().now() ? "" : "&" + AsOf.ofRequest().parameters();
    }

    /** Every document, budget by budget, in the order of their numbers. */
    void each(long position, Optional<String> year, BiConsumer<BudgetId, AdjustmentDocument> taker) {
        for (String stream : facts.streams(FactKind.ADJUSTMENT)) {
            BudgetId budget = BudgetId.parse(stream);
            boolean wanted =
                    year.filter(of -> !of.equals(budget.year().toString())).isEmpty();
            if (wanted && scope.covers(stream)) {
                shelf.of(budget, position).forEach(document -> taker.accept(budget, document));
            }
        }
    }

    /** One document; whatever is not theirs is not found. */
    AdjustmentDocument find(AdjustmentRef document, long position) {
        if (!scope.covers(document.budget().toString())) {
            throw new PageNotFound();
        }
        return shelf.find(document.budget(), position, document.number()).orElseThrow(PageNotFound::new);
    }

    /** The years of the budgets that have documents, the latest first. */
    List<String> years() {
        return facts.streams(FactKind.ADJUSTMENT).stream()
                .filter(scope::covers)
                .map(stream -> BudgetId.parse(stream).year().toString())
                .distinct()
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    static Candidate candidate(BudgetId budget, AdjustmentDocument document) {
        return new Candidate(
                new AdjustmentRef(budget, document.number()),
                document.fact().kind(),
                document.fact().day(),
                document.moved());
    }
}
