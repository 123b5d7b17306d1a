package org.mingzhang.query.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that somebody makes is checked first by one and the same person. */
record PairRule(Thresholds thresholds) implements FlagRule {
    @Override
    public List<Flagged> flags(List<FlagCase> documents) {
        Map<String, List<FlagCase>> byMaker = documents.stream()
                .filter(one -> !one.checkers().isEmpty())
                .collect(Collectors.groupingBy(FlagCase::maker, TreeMap::new, Collectors.toList()));
        List<Flagged> flags = new ArrayList<>();
        byMaker.forEach((maker, theirs) -> {
            List<String> first = theirs.stream()
                    .map(one -> one.checkers().getFirst())
                    .distinct()
                    .toList();
            if (theirs.size() >= thresholds.count(FlagKind.PAIR, "documents") && first.size() == 1) {
                flags.add(Flagged.of(FlagKind.PAIR, theirs, maker, theirs.size(), first.getFirst()));
            }
        });
        return flags;
    }
}
