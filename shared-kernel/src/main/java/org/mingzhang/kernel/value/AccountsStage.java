package org.mingzhang.kernel.value;

import java.util.Optional;

/** How far the final accounts (决算) are, in their order (预算法 art. 75–80, lifecycle.md §8.4). */
public enum AccountsStage {
    DRAFTED("编制"),
    DEPT_SUBMITTED("部门上报"),
    FINANCE_REVIEWED("财政审核"),
    AUDITED("审计"),
    SC_APPROVED("人大常委会批准"),
    REPLIED("财政批复"),
    UNITS_REPLIED("批复所属单位"),
    DISCLOSED("公开");

    private final String label;

    AccountsStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The stage that has to be reached first; empty for the first. */
    public Optional<AccountsStage> before() {
        return switch (this) {
            case DRAFTED -> Optional.empty();
            case DEPT_SUBMITTED -> Optional.of(DRAFTED);
            case FINANCE_REVIEWED -> Optional.of(DEPT_SUBMITTED);
            case AUDITED -> Optional.of(FINANCE_REVIEWED);
            case SC_APPROVED -> Optional.of(AUDITED);
            case REPLIED -> Optional.of(SC_APPROVED);
            case UNITS_REPLIED -> Optional.of(REPLIED);
            case DISCLOSED -> Optional.of(UNITS_REPLIED);
        };
    }
}
