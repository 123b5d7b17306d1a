package org.mingzhang.query.workbench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How documents are chosen; see {@link Sampling}. */
public enum SampleMethod {
    /** Each document with the same chance. */
    SIMPLE,
    /** 货币单位抽样: each fen with the same chance, so that large documents are chosen more often. */
    AMOUNT,
    /** Of each kind of adjustment its share, at least one. */
    KIND,
    /** Of each month of submission its share, at least one. */
    MONTH;

    /** As links and files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that names none. */
    static Optional<SampleMethod> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }
}
