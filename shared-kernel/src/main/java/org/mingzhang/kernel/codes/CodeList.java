package org.mingzhang.kernel.codes;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.FiscalYear;

/** The codes of one classification; a code may stand more than once with validities that do not overlap. */
public final class CodeList {
    private final Map<String, List<CodeEntry>> byCode = new LinkedHashMap<>();

    CodeList(Collection<CodeEntry> entries) {
        for (CodeEntry entry : entries) {
            byCode.computeIfAbsent(entry.code(), code -> new java.util.ArrayList<>(1))
                    .add(entry);
        }
    }

    /** The code as it is in that year; empty when it is unknown or not valid then. */
    public Optional<CodeEntry> find(String code, FiscalYear year) {
        return entriesOf(code).stream().filter(entry -> entry.validIn(year)).findFirst();
    }

    /** Whether the code is known in any year, so that "not valid this year" can be told from "unknown". */
    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The official name in that year; the code itself when it is not valid then. */
    public String nameOf(String code, FiscalYear year) {
        return find(code, year).map(CodeEntry::name).orElse(code);
    }

    /** The name that it had last; the code itself when it is unknown. */
    public String latestNameOf(String code) {
        return entriesOf(code).stream()
                .reduce((one, other) -> other.validTo() >= one.validTo() ? other : one)
                .map(CodeEntry::name)
                .orElse(code);
    }

    /** All codes valid in that year, in the order of the data. */
    public List<CodeEntry> validIn(FiscalYear year) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.validIn(year))
                .toList();
    }

    private List<CodeEntry> entriesOf(String code) {
        return byCode.getOrDefault(code, Collections.emptyList());
    }
}
