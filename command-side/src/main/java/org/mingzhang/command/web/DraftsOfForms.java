package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.kernel.value.BudgetId;

/** Where a draft is looked up before its form becomes a document, and goes once it has. */
interface DraftsOfForms {
    /** The version that it is at; empty when it is there no longer. */
    OptionalLong version(UUID draft, BudgetId budget, String owner);

    /** In what it differs from what a form says; empty when it is there no longer. */
    Optional<AdjustmentDrafts.Saving.Overtaken> differing(
            UUID draft, BudgetId budget, String owner, Map<String, String> typed);

    /** @param seen the version that was submitted */
    void submitted(UUID draft, long seen, BudgetId budget, String owner);

    /** Two windows with one draft come one after the other, so that the second finds what the first has made of it. */
    <T> T inTurn(UUID draft, Supplier<T> act);
}
