package org.mingzhang.query.disclosure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping of a YAML file that remembers which keys were asked for, so that an unknown one is an error. */
final class YamlMap {
    private final Tree.Mapping mapping;
    private final Set<String> unread;

    YamlMap(Tree tree) {
        if (!(tree instanceof Tree.Mapping found)) {
            throw new TemplateException(tree.place(), "a mapping is expected here");
        }
        this.mapping = found;
        this.unread = new LinkedHashSet<>(found.entries().keySet());
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    String text(String key) {
        String text = scalar(required(key));
        if (text.isBlank()) {
            throw problem(key, key + " is empty");
        }
        return text;
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key) {
        String text = scalar(required(key));
        if (!text.matches("\\d{1,9}")) {
            throw problem(key, key + " must be a number, not " + text);
        }
        return Integer.parseInt(text);
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        return choice(key, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    <T> T choice(String key, Function<String, Optional<T>> of) {
        String text = scalar(required(key));
        return of.apply(text).orElseThrow(() -> problem(key, key + " cannot be " + text));
    }

    YamlMap map(String key) {
        return new YamlMap(required(key));
    }

    List<YamlMap> maps(String key) {
        return trees(key).stream().map(YamlMap::new).toList();
    }

    /** A list of texts; one text alone counts as a list of one. */
    List<String> texts(String key) {
        return has(key) && required(key) instanceof Tree.Scalar one
                ? List.of(one.text())
                : trees(key).stream().map(YamlMap::scalar).toList();
    }

    /** All pairs of this mapping; reading them counts as asking for every key. */
    Map<String, List<String>> pairs() {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        mapping.entries().keySet().forEach(key -> pairs.put(key, texts(key)));
        return pairs;
    }

    /** To be called when everything was read; names the first key that nobody asked for. */
    void finish() {
        unread.stream().findFirst().ifPresent(key -> {
            throw problem(key, "unknown key " + key);
        });
    }

    TemplateException problem(String problem) {
        return new TemplateException(mapping.place(), problem);
    }

    /** The same at the place of one key, which may stand in an overlay. */
    TemplateException problem(String key, String problem) {
        Tree value = mapping.entries().get(key);
        return new TemplateException(value == null ? mapping.place() : value.place(), problem);
    }

    List<Tree> trees(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (required(key) instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        throw problem(key, key + " must be a list");
    }

    private Tree required(String key) {
        Tree value = mapping.entries().get(key);
        if (value == null) {
            throw problem("the key " + key + " is missing");
        }
        unread.remove(key);
        return value;
    }

    private static String scalar(Tree value) {
        if (value instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        throw new TemplateException(value.place(), "a text is expected here");
    }
}
