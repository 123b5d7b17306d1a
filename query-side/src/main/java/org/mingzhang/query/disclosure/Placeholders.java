package org.mingzhang.query.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;

/** Refuses texts that name what is unknown where they stand. */
final class Placeholders {
    private Placeholders() {}

    /** The text of a key; beside the general names it may use these. */
    static String text(YamlMap map, String key, Collection<String> known) {
        return checked(map, key, map.text(key), known);
    }

    static List<String> texts(YamlMap map, String key) {
        return map.texts(key).stream()
                .map(text -> checked(map, key, text, List.of()))
                .toList();
    }

    static String checked(YamlMap map, String key, String text, Collection<String> known) {
        Matcher matcher = Words.PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!Words.GENERAL.contains(name) && !known.contains(name)) {
                throw map.problem(key, "unknown placeholder {" + name + "}");
            }
        }
        return text;
    }
}
