package org.mingzhang.application.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of a budget in preparation as far as the faults need them, in plain maps: a line is allocated once, revised
 * and removed while it is there, and has an amount above nothing.
 */
final class RuleBook {
    private final Map<String, Map<String, Long>> budgets = new TreeMap<>();
    private final Map<String, Set<String>> removed = new HashMap<>();

    /** Whether it is to be done; if so, it is done here too. */
    boolean does(Intent intent) {
        Map<String, Long> lines = budgets.computeIfAbsent(intent.budget(), any -> new TreeMap<>());
        boolean there = lines.containsKey(intent.line());
        return switch (intent.kind()) {
            case ALLOCATE -> !there && intent.fen() > 0 && put(lines, intent);
            case REVISE -> there && intent.fen() > 0 && put(lines, intent);
            case REMOVE -> there && remove(lines, intent);
        };
    }

    /** Whether a line of that name was removed before, so that the name is not used again. */
    boolean wasRemoved(String budget, String line) {
        return removed.getOrDefault(budget, Set.of()).contains(line);
    }

    /** The lines of every budget with their amounts in fen. */
    Map<String, Map<String, Long>> budgets() {
        return budgets;
    }

    private static boolean put(Map<String, Long> lines, Intent intent) {
        lines.put(intent.line(), intent.fen());
        return true;
    }

    private boolean remove(Map<String, Long> lines, Intent intent) {
        lines.remove(intent.line());
        removed.computeIfAbsent(intent.budget(), any -> new HashSet<>()).add(intent.line());
        return true;
    }
}
