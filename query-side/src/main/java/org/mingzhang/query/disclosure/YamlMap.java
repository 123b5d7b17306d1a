package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that remembers which keys were asked for, so that an unknown one is an error. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> unread = new LinkedHashMap<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "a mapping is expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), "the key " + key + " stands twice");
            }
            unread.put(key, line(tuple.getKeyNode()));
        }
    }

    static YamlMap of(String file, Node node) {
        return new YamlMap(file, node);
    }

    /** This mapping with the keys of another put over it. */
    YamlMap overlaid(YamlMap overlay) {
        values.putAll(overlay.values);
        unread.putAll(overlay.unread);
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return scalar(required(key));
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    int number(String key) {
        Node value = required(key);
        String text = scalar(value);
        if (!text.matches("\\d{1,9}")) {
            throw problem(value, key + " must be a number, not " + text);
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
        Node value = required(key);
        String text = scalar(value);
        return of.apply(text).orElseThrow(() -> problem(value, key + " cannot be " + text));
    }

    YamlMap map(String key) {
        return new YamlMap(file, required(key));
    }

    List<YamlMap> maps(String key) {
        return nodes(key).stream().map(item -> new YamlMap(file, item)).toList();
    }

    List<String> texts(String key) {
        if (has(key) && values.get(key) instanceof ScalarNode) {
            return List.of(text(key));
        }
        return nodes(key).stream().map(this::scalar).toList();
    }

    /** All pairs of this mapping; reading them counts as asking for every key. */
    Map<String, List<String>> pairs() {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        List.copyOf(values.keySet()).forEach(key -> pairs.put(key, texts(key)));
        return pairs;
    }

    /** To be called when everything was read; names the first key that nobody asked for. */
    void finish() {
        unread.entrySet().stream().findFirst().ifPresent(key -> {
            throw new TemplateException(file, key.getValue(), "unknown key " + key.getKey());
        });
    }

    TemplateException problem(String problem) {
        return problem(node, problem);
    }

    private List<Node> nodes(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node value = required(key);
        if (value instanceof SequenceNode sequence) {
            return new ArrayList<>(sequence.getValue());
        }
        throw problem(value, key + " must be a list");
    }

    private Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw problem(node, "the key " + key + " is missing");
        }
        unread.remove(key);
        return value;
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw problem(value, "a text is expected here");
    }

    private TemplateException problem(Node at, String problem) {
        return new TemplateException(file, line(at), problem);
    }

    private static int line(Node at) {
        return at.getStartMark().getLine() + 1;
    }
}
