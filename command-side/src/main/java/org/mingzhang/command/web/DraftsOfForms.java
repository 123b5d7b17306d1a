package org.mingzhang.command.web;

import java.util.UUID;
import org.mingzhang.kernel.value.BudgetId;

/** Where a draft goes once its form has become a document. */
@FunctionalInterface
interface DraftsOfForms {
    /** @param seen the version that was submitted */
    void submitted(UUID draft, long seen, BudgetId budget, String owner);
}
