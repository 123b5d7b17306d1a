package org.mingzhang.query.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The set of tables of a disclosure, in order; which files make it up is data too ({@code tables/index.yaml}). */
public final class TableCatalogue {
    private static final String TABLES = "/tables/";
    private static final String FORMS = "/forms/";

    private final List<Tree.Mapping> trees;
    private final List<TableTemplate> templates;

    private TableCatalogue(List<Tree.Mapping> trees) {
        this.trees = List.copyOf(trees);
        this.templates = trees.stream().map(TemplateReader::read).toList();
    }

    /** The set that ships with the product; a template that cannot be read stops here with file and line. */
    public static TableCatalogue shipped() {
        return shipped(TABLES);
    }

    /** The forms of monitoring and self-evaluation ({@code forms/index.yaml}); they are no tables of the disclosure. */
    public static TableCatalogue forms() {
        return shipped(FORMS);
    }

    private static TableCatalogue shipped(String folder) {
        YamlMap index = new YamlMap(open(folder, "index.yaml"));
        List<String> files = index.texts("tables");
        index.finish();
        Map<String, Tree.Mapping> trees = new LinkedHashMap<>();
        for (String file : files) {
            trees.put(file, inherited(open(folder, file), trees));
        }
        return new TableCatalogue(List.copyOf(trees.values()));
    }

    /**
     * The same set with a locality's changes laid over it.
     *
     * @param file name for messages
     * @param yaml {@code version}, {@code basis} (why the place differs) and {@code tables}, each with its {@code number}
     *     and the few keys that change; rows, columns and panels are found by key, head and side
     */
    public TableCatalogue overlaid(String file, String yaml) {
        YamlMap overlay = new YamlMap(YamlTrees.read(file, yaml));
        String version = overlay.text("version");
        overlay.text("basis");
        List<Tree.Mapping> changed = new ArrayList<>(trees);
        for (Tree change : overlay.trees("tables")) {
            int number = new YamlMap(change).number("number");
            int place = place(number).orElseThrow(() -> new TemplateException(change.place(), "no table " + number));
            Tree.Mapping merged = Overlay.merge(changed.get(place), (Tree.Mapping) change);
            changed.set(place, with(merged, "version", templates.get(place).version() + "+" + version));
        }
        overlay.finish();
        return new TableCatalogue(changed);
    }

    public List<TableTemplate> templates() {
        return templates;
    }

    public Optional<TableTemplate> template(int number) {
        return place(number).map(templates::get);
    }

    /** A template alone, for tests of the reader. */
    static TableTemplate template(String file, String yaml) {
        return TemplateReader.read(YamlTrees.read(file, yaml));
    }

    private Optional<Integer> place(int number) {
        for (int i = 0; i < templates.size(); i++) {
            if (templates.get(i).number() == number) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** A template that is {@code like} an earlier one says only what differs. */
    private static Tree.Mapping inherited(Tree.Mapping tree, Map<String, Tree.Mapping> earlier) {
        YamlMap map = new YamlMap(tree);
        if (!map.has("like")) {
            return tree;
        }
        Tree.Mapping base = earlier.get(map.text("like"));
        if (base == null) {
            throw map.problem("like", "only a table that stands before this one can be taken over");
        }
        Map<String, Tree> own = new LinkedHashMap<>(tree.entries());
        own.remove("like");
        return Overlay.merge(base, new Tree.Mapping(own, tree.place()));
    }

    private static Tree.Mapping with(Tree.Mapping tree, String key, String text) {
        Map<String, Tree> entries = new LinkedHashMap<>(tree.entries());
        entries.put(key, new Tree.Scalar(text, tree.place()));
        return new Tree.Mapping(entries, tree.place());
    }

    private static Tree.Mapping open(String folder, String file) {
        try (var in = TableCatalogue.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new TemplateException(new Tree.Place(file, 1), "the file is missing");
            }
            return YamlTrees.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
