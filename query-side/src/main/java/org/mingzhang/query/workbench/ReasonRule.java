package org.mingzhang.query.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same reason, whatever blanks and marks are in it, for several documents within some days. */
record ReasonRule(Thresholds thresholds) implements FlagRule {
    private static final int SHOWN = 60;

    @Override
    public List<Flagged> flags(List<FlagCase> documents) {
        Map<String, List<FlagCase>> same = documents.stream()
                .filter(one -> one.live() && !one.reverses())
                .sorted(Comparator.comparing(FlagCase::day).thenComparingInt(FlagCase::number))
                .collect(Collectors.groupingBy(one -> plain(one.reason()), TreeMap::new, Collectors.toList()));
        same.remove("");
        List<Flagged> flags = new ArrayList<>();
        same.values().forEach(sorted -> flags.addAll(of(sorted)));
        return flags;
    }

    private List<Flagged> of(List<FlagCase> sorted) {
        List<Flagged> flags = new ArrayList<>();
        int at = 0;
        while (at < sorted.size()) {
            List<FlagCase> window = FlagRule.window(sorted, at, thresholds.count(FlagKind.REASON, "days"));
            boolean often = window.size() >= thresholds.count(FlagKind.REASON, "documents");
            if (often) {
                flags.add(Flagged.of(
                        FlagKind.REASON,
                        window,
                        window.size(),
                        shown(window.getFirst().reason()),
                        window.getFirst().day(),
                        window.getLast().day()));
            }
            at += often ? window.size() : 1;
        }
        return flags;
    }

    /** Letters and digits alone. */
    private static String plain(String reason) {
        return reason.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String shown(String reason) {
        return reason.codePointCount(0, reason.length()) <= SHOWN
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
