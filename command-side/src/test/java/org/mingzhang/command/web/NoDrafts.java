package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.kernel.value.BudgetId;

/** Nobody has saved anything. */
record NoDrafts() implements DraftsOfForms {
    @Override
    public OptionalLong version(UUID draft, BudgetId budget, String owner) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<AdjustmentDrafts.Saving.Overtaken> differing(
            UUID draft, BudgetId budget, String owner, Map<String, String> typed) {
        return Optional.empty();
    }

    @Override
    public void submitted(UUID draft, long seen, BudgetId budget, String owner) {}

    @Override
    public <T> T inTurn(UUID draft, Supplier<T> act) {
        return act.get();
    }
}
