package org.mingzhang.command.web;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.mingzhang.kernel.value.BudgetId;

/** Nobody has saved anything. */
record NoDrafts() implements DraftsOfForms {
    @Override
    public OptionalLong version(UUID draft, BudgetId budget, String owner) {
        return OptionalLong.empty();
    }

    @Override
    public void submitted(UUID draft, long seen, BudgetId budget, String owner) {}

    @Override
    public <T> T inTurn(UUID draft, Supplier<T> act) {
        return act.get();
    }
}
