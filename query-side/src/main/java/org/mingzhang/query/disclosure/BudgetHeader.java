package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;

/** Whose budget it is, in the words printed on its tables. */
public record BudgetHeader(
        BudgetId id, String divisionName, String departmentName, String shortName, FiscalYear classificationYear) {}
