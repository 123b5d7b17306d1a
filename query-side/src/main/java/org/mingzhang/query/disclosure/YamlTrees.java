package org.mingzhang.query.disclosure;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML as nodes only: nothing is constructed from it, every scalar stays the text that was written. */
final class YamlTrees {
    private YamlTrees() {}

    /** Refuses what is not YAML, is not a mapping, or names a key twice. */
    static Tree.Mapping read(String file, String text) {
        Tree.Place top = new Tree.Place(file, 1);
        try {
            Node node = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return mapping(file, mapping);
            }
            throw new TemplateException(top, "a template is a mapping");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new TemplateException(
                    mark == null ? top : new Tree.Place(file, mark.getLine() + 1), "not YAML: " + e.getProblem());
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        return options;
    }

    private static Tree tree(String file, Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(file, mapping);
            case SequenceNode sequence ->
                new Tree.Sequence(
                        sequence.getValue().stream()
                                .map(item -> tree(file, item))
                                .toList(),
                        place(file, node));
            case ScalarNode scalar -> new Tree.Scalar(scalar.getValue(), place(file, node));
            default -> throw new TemplateException(place(file, node), "anchors that refer to themselves are not read");
        };
    }

    private static Tree.Mapping mapping(String file, MappingNode node) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException(place(file, tuple.getKeyNode()), "a key is one word");
            }
            if (entries.put(key.getValue(), tree(file, tuple.getValueNode())) != null) {
                throw new TemplateException(place(file, key), "the key '" + key.getValue() + "' stands twice");
            }
        }
        return new Tree.Mapping(entries, place(file, node));
    }

    private static Tree.Place place(String file, Node node) {
        return new Tree.Place(file, node.getStartMark().getLine() + 1);
    }
}
