package org.mingzhang.kernel.codes;

import org.mingzhang.kernel.value.FiscalYear;

/**
 * One code of a classification.
 *
 * @param parent the code above; empty for a 类
 * @param validFrom first year in which the code may be used; 0 when it always could
 * @param validTo last such year; 9999 when it still may
 * @param certainty A seen in a source, B general knowledge, C uncertain
 * @param source where the row comes from
 */
public record CodeEntry(
        String code, String name, String parent, int validFrom, int validTo, char certainty, String source) {
    public boolean validIn(FiscalYear year) {
        return validFrom <= year.value() && year.value() <= validTo;
    }
}
