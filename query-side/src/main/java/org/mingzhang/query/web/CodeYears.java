package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.FiscalYear;

/** What a catalogue of codes has in one year and not in another. */
final class CodeYears {
    private CodeYears() {}

    /**
     * A code in which two years differ.
     *
     * @param change {@code added}, {@code removed} or {@code renamed}
     * @param before its name in the earlier year; blank when it had none
     * @param after its name in the later year; blank when it has none
     */
    record Difference(String code, String change, String before, String after, String source) {}

    static List<Difference> between(CodeList codes, FiscalYear earlier, FiscalYear later) {
        Map<String, CodeEntry> before = byCode(codes, earlier);
        Map<String, CodeEntry> after = byCode(codes, later);
        List<Difference> differences = new ArrayList<>();
        after.forEach((code, entry) -> {
            CodeEntry there = before.get(code);
            if (there == null) {
                differences.add(new Difference(code, "added", "", entry.name(), entry.source()));
            } else if (!there.name().equals(entry.name())) {
                differences.add(new Difference(code, "renamed", there.name(), entry.name(), entry.source()));
            }
        });
        before.forEach((code, entry) -> {
            if (!after.containsKey(code)) {
                differences.add(new Difference(code, "removed", entry.name(), "", entry.source()));
            }
        });
        differences.sort(Comparator.comparing(Difference::code));
        return differences;
    }

    private static Map<String, CodeEntry> byCode(CodeList codes, FiscalYear year) {
        Map<String, CodeEntry> byCode = new TreeMap<>();
        codes.validIn(year).forEach(entry -> byCode.put(entry.code(), entry));
        return byCode;
    }
}
