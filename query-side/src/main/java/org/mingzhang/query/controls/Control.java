package org.mingzhang.query.controls;

import java.util.Locale;

/** What is proved. */
public enum Control {
    /** 不相容职务分离: no adjustment is approved by its maker, also not through delegation (lifecycle.md §7). */
    SEPARATION,
    /** 调剂平衡: every shift takes as much as it gives, fund by fund, and each effect is what was asked for, line by line. */
    BALANCE,
    /** 不超额度: no line is ever below what is held, promised and paid of it. */
    COVERED,
    /** 有据可查: every effect has the documents that its rules demand. */
    DOCUMENTS,
    /** 权限: every document passed the stations that the rules of its day demand, each before somebody who may decide. */
    AUTHORITY,
    /** 法定期限: 预算法 art. 14, 52 and 80. */
    DEADLINES,
    /** 支出不超预算: nothing is spent beyond its line. */
    EXECUTION,
    /** 来源不重复动支: no source gives more than it has, and each supplement draws what it gives. */
    SOURCES;

    /** As addresses and files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
