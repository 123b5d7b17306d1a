package org.mingzhang.kernel.value;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do (lifecycle.md §7); the decider asks for it, the site shows its label. */
public enum Role {
    UNIT_OFFICER("单位经办"),
    UNIT_REVIEWER("单位审核"),
    DEPARTMENT_FINANCE("部门财务"),
    DEPARTMENT_HEAD("部门负责人"),
    SECRECY_REVIEWER("保密审查员"),
    SECTOR_DESK("财政业务科室"),
    BUDGET_OFFICE("财政预算科"),
    PERFORMANCE_DESK("财政绩效科"),
    TREASURY("国库"),
    GOVERNMENT("政府"),
    PEOPLES_CONGRESS("人大"),
    AUDITOR("审计"),
    ADMINISTRATOR("系统管理员"),
    SECURITY_ADMINISTRATOR("安全管理员");

    /** System, security and audit are administered by three people, who do nothing else (三员分立). */
    private static final Set<Role> APART = EnumSet.of(AUDITOR, ADMINISTRATOR, SECURITY_ADMINISTRATOR);

    private static final Set<Role> ADMINISTERING = EnumSet.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR);
    private static final Set<Role> READING_ONLY = EnumSet.of(PEOPLES_CONGRESS, AUDITOR);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether whoever has it may have no other role, and may not let somebody else act in it. */
    public boolean standsApart() {
        return APART.contains(this);
    }

    /** Whether it sees budgets that are not public yet, within the scope of the account. */
    public boolean readsBudgets() {
        return !ADMINISTERING.contains(this);
    }

    /** Whether it ever changes a budget; which change is open to whom, the decider knows. */
    public boolean changesBudgets() {
        return readsBudgets() && !READING_ONLY.contains(this);
    }
}
