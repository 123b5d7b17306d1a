package org.mingzhang.kernel.value;

/**
 * A spending unit (预算单位) of a department in one year.
 *
 * @param name the name printed in tables
 * @param listedName the name in the list of units of the narrative; often the same
 */
public record BudgetUnit(UnitCode code, String name, String listedName, UnitNature nature) {
    public BudgetUnit {
        Texts.required("unit.name", name, 100);
        Texts.required("unit.listed-name", listedName, 100);
    }
}
