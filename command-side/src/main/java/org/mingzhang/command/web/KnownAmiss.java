package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;

/**
 * What was found amiss with drafts, kept as long as nothing has changed that it hangs on: a list of many is told without
 * running each of them dry again.
 *
 * <p>Only what a draft of one budget hangs on is known here; one that moves another budget too is looked at every time.
 */
final class KnownAmiss {
    private static final String OTHER_BUDGET = "counterpart";

    private final Map<Key, List<FieldProblem>> known;

    /** @param most how many are kept; those that were asked for least recently go first */
    KnownAmiss(int most) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<Key, List<FieldProblem>> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Everything that all drafts of a list are looked at with; versions are read before the drafts are.
     *
     * @param rules name of the rules that are in force for the division
     * @param unit the one unit whose content is theirs to change
     */
    record Circumstances(
            BudgetId budget,
            long budgetVersion,
            long fundsVersion,
            String rules,
            LocalDate day,
            Actor actor,
            Optional<UnitCode> unit,
            Locale locale) {}

    private record Key(UUID draft, long version, boolean files, Circumstances now) {}

    /** @param fields of the draft at that version */
    List<FieldProblem> of(
            UUID draft,
            long version,
            Map<String, String> fields,
            boolean files,
            Circumstances now,
            Supplier<List<FieldProblem>> looked) {
        if (fields.containsKey(OTHER_BUDGET)) {
            return looked.get();
        }
        Key key = new Key(draft, version, files, now);
        List<FieldProblem> before = before(key);
        if (before != null) {
            return before;
        }
        List<FieldProblem> found = List.copyOf(looked.get());
        synchronized (known) {
            known.put(key, found);
        }
        return found;
    }

    private @Nullable List<FieldProblem> before(Key key) {
        synchronized (known) {
            return known.get(key);
        }
    }
}
