package org.mingzhang.kernel.value;

/** What somebody may do (lifecycle.md §7); the decider asks for it, the site shows its label. */
public enum Role {
    UNIT_OFFICER("单位经办"),
    UNIT_REVIEWER("单位审核"),
    DEPARTMENT_FINANCE("部门财务"),
    DEPARTMENT_HEAD("部门负责人"),
    SECRECY_REVIEWER("保密审查员"),
    SECTOR_DESK("财政业务科室"),
    BUDGET_OFFICE("财政预算科"),
    AUDITOR("审计"),
    ADMINISTRATOR("系统管理员");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
