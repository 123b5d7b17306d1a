package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.kernel.value.BudgetId;

/**
 * The draft that a form was shown with.
 *
 * @param seen the version that it was at
 */
record SeenDraft(DraftsOfForms drafts, UUID id, long seen, String owner) {
    /** Whether it was submitted, changed or discarded elsewhere since. */
    boolean hasMoved(BudgetId budget) {
        return drafts.version(id, budget, owner).orElse(-1) != seen;
    }

    /** In what it differs now from what the form says; empty when it is gone. */
    Optional<AdjustmentDrafts.Saving.Overtaken> differing(BudgetId budget, Map<String, String> typed) {
        return drafts.differing(id, budget, owner, typed);
    }

    /** A draft that has become a document is one no longer. */
    void submitted(BudgetId budget) {
        drafts.submitted(id, seen, budget, owner);
    }
}
