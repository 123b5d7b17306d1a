package org.mingzhang.query.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an auditor is told to look at. */
public enum FlagKind {
    /** 化整为零: together they reach an amount from which on somebody else decides, and each stays below it. */
    SPLIT,
    /** 来回调整: money goes from one line to another and comes back. */
    BACK,
    /** 年末突击: much of the year's money moves at its end. */
    YEAR_END,
    /** 理由雷同: the same reason again and again. */
    REASON,
    /** 固定搭档: all that somebody makes is checked by one and the same person. */
    PAIR;

    /** As links and files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a word that names none. */
    static Optional<FlagKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
