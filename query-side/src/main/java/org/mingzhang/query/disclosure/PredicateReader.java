package org.mingzhang.query.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions; a question or an answer that the facts of that side do not know is refused. */
final class PredicateReader {
    private PredicateReader() {}

    static FactPredicate where(YamlMap map, FactSide side) {
        return map.has("where") ? predicate(map.map("where"), side) : FactPredicate.ALL;
    }

    static FactPredicate predicate(YamlMap map, FactSide side) {
        boolean never = map.flag("never", false);
        Map<Dimension, Set<String>> allowed = new EnumMap<>(Dimension.class);
        map.pairs().forEach((key, answers) -> {
            if (!key.equals("never")) {
                Dimension dimension = dimension(map, key, key, side);
                refuseUnknown(map, key, dimension, answers);
                allowed.put(dimension, Set.copyOf(answers));
            }
        });
        return new FactPredicate(allowed, never);
    }

    /** The dimension of that name; {@code key} is where the name stands. */
    static Dimension dimension(YamlMap map, String key, String name, FactSide side) {
        return Dimension.ofKey(name)
                .filter(dimension -> dimension.knownTo(side))
                .orElseThrow(() -> map.problem(key, "facts of this side do not know " + name));
    }

    static FactSide side(YamlMap map) {
        return !map.has("facts")
                ? FactSide.EXPENDITURE
                : map.choice("facts", text -> switch (text) {
                    case "expenditure" -> Optional.of(FactSide.EXPENDITURE);
                    case "revenue" -> Optional.of(FactSide.REVENUE);
                    default -> Optional.empty();
                });
    }

    private static void refuseUnknown(YamlMap map, String key, Dimension dimension, List<String> answers) {
        for (String answer : answers) {
            if (!dimension.canBe(answer)) {
                throw map.problem(key, key + " is never " + answer);
            }
        }
    }
}
