package org.mingzhang.command.budget;

import java.util.Set;

/** How far the preparation of a budget is (lifecycle.md §8.1); publication runs beside it. */
public enum Phase {
    NOT_OPENED,
    /** The department drafts its first proposal. */
    PREPARING,
    /** 一上: the proposal is with the finance bureau. */
    FIRST_UP,
    /** 一下: the ceiling is issued and the department drafts in full. */
    FIRST_DOWN,
    /** 二上: the draft is with the finance bureau. */
    SECOND_UP,
    /** It is part of the government's draft before the people's congress. */
    IN_CONGRESS,
    ENACTED,
    /** 二下: the finance bureau's 批复 is there. */
    APPROVED,
    /** The units have their part of it. */
    DISTRIBUTED;

    /** Content may change only while the draft is in the department's hands (预算法 art. 13 forbids it after approval). */
    static final Set<Phase> DRAFTING = Set.of(PREPARING, FIRST_DOWN);

    static final Set<Phase> AFTER_APPROVAL = Set.of(APPROVED, DISTRIBUTED);

    /** Money may be spent then only by law (预算法 art. 54). */
    static final Set<Phase> BEFORE_APPROVAL = Set.of(PREPARING, FIRST_UP, FIRST_DOWN, SECOND_UP, IN_CONGRESS, ENACTED);

    static final Set<Phase> OPENED =
            Set.of(PREPARING, FIRST_UP, FIRST_DOWN, SECOND_UP, IN_CONGRESS, ENACTED, APPROVED, DISTRIBUTED);
}
