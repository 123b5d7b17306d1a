package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.web.Visitor;
import org.mingzhang.query.web.WaitingWork;

/** Adjustments on the workbench: to decide on, or returned to whoever submitted them. */
final class WaitingAdjustments implements WaitingWork {
    private final OpenDocuments documents;
    private final DraftsOnDesk drafts;

    WaitingAdjustments(OpenDocuments documents, DraftsOnDesk drafts) {
        this.documents = documents;
        this.drafts = drafts;
    }

    @Override
    public Map<BudgetId, List<Todo>> of(Visitor visitor, Then then) {
        Map<BudgetId, List<Todo>> waiting = new HashMap<>();
        Set<BudgetId> open = then.now() ? documents.onTheirWayOrReturned() : documents.everOnTheirWay(then.moment());
        for (BudgetId budget : open) {
            if (visitor.covers(budget)) {
                List<Todo> todo = new ArrayList<>();
                List<AdjustmentDocument> all = documents.of(budget, then.moment());
                decide(all, visitor).ifPresent(todo::add);
                returned(all, visitor, budget).ifPresent(todo::add);
                waiting.put(budget, todo);
            }
        }
        if (then.now()) {
            addDrafts(visitor, waiting);
        }
        return waiting;
    }

    /** They are kept outside the ledger, so that nothing is known of those of earlier. */
    private void addDrafts(Visitor visitor, Map<BudgetId, List<Todo>> waiting) {
        drafts.of(visitor.login()).stream()
                .map(DraftsOnDesk.Draft::budget)
                .distinct()
                .filter(visitor::covers)
                .forEach(budget -> waiting.computeIfAbsent(budget, one -> new ArrayList<>())
                        .add(new Todo("todo.resume", "/execute/" + budget + "/adjustments#drafts")));
    }

    private static Optional<Todo> decide(List<AdjustmentDocument> all, Visitor visitor) {
        long waiting = all.stream()
                .filter(document -> document.waitsFor(visitor.role())
                        && !document.fact().maker().equals(visitor.login()))
                .count();
        return waiting > 0 ? Optional.of(new Todo("todo.decide", "/approvals", waiting)) : Optional.empty();
    }

    private static Optional<Todo> returned(List<AdjustmentDocument> all, Visitor visitor, BudgetId budget) {
        List<AdjustmentDocument> own = all.stream()
                .filter(document -> document.status().equals("returned"))
                .filter(document -> document.takenUpBy().isEmpty())
                .filter(document -> document.fact().maker().equals(visitor.login()))
                .toList();
        return own.stream()
                .findFirst()
                .map(document ->
                        new Todo("todo.mend", "/execute/" + budget + "/adjustments/" + document.number(), own.size()));
    }
}
