package org.mingzhang.kernel.value;

/**
 * A project of the department's library; its money stands on lines that name its code.
 *
 * @param category OTHER_OPERATIONS or SPECIFIC_PURPOSE
 * @param unit the unit that carries it out (项目单位)
 */
public record Project(ProjectCode code, String name, ProjectCategory category, UnitCode unit, String description) {
    public Project {
        Texts.required("project.name", name, 200);
        Texts.optional("project.description", description, 4000);
        if (!category.isProjectExpenditure()) {
            throw new InvalidValueException("project.category", category.label());
        }
    }
}
