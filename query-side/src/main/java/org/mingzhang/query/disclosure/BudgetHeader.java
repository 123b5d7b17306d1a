package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;

/**
 * Whose budget it is.
 *
 * @param departmentName full legal name
 * @param shortName the name in headings of tables, such as 市人民政府办公室
 * @param classificationYear the year whose catalogues name the codes
 */
public record BudgetHeader(
        BudgetId id, String divisionName, String departmentName, String shortName, FiscalYear classificationYear) {}
