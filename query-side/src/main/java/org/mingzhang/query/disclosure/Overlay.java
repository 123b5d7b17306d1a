package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a few changed keys over a template.
 *
 * <p>Mappings are merged key by key. Lists whose items have a {@code key} or a {@code head} (tables: a {@code number},
 * panels: {@code facts}) are merged item by item, and an item that the template does not have is refused; any other list
 * is replaced whole.
 */
final class Overlay {
    private static final List<String> IDENTITIES = List.of("key", "head", "number", "facts");

    private Overlay() {}

    static Tree.Mapping merge(Tree.Mapping base, Tree.Mapping over) {
        Map<String, Tree> entries = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, changed) -> entries.merge(key, changed, Overlay::mergeTrees));
        return new Tree.Mapping(entries, base.place());
    }

    private static Tree mergeTrees(Tree base, Tree over) {
        if (base instanceof Tree.Mapping below && over instanceof Tree.Mapping above) {
            return merge(below, above);
        }
        if (base instanceof Tree.Sequence below && over instanceof Tree.Sequence above && identified(above)) {
            return mergeItems(below, above);
        }
        return over;
    }

    private static boolean identified(Tree.Sequence sequence) {
        return sequence.items().stream().allMatch(item -> identity(item).isPresent());
    }

    private static Tree mergeItems(Tree.Sequence base, Tree.Sequence over) {
        List<Tree> items = new ArrayList<>(base.items());
        for (Tree changed : over.items()) {
            String wanted = identity(changed).orElseThrow();
            int index = indexOf(items, wanted);
            if (index < 0) {
                throw new TemplateException(changed.place(), "the template has no " + wanted);
            }
            items.set(index, mergeTrees(items.get(index), changed));
        }
        return new Tree.Sequence(items, base.place());
    }

    private static int indexOf(List<Tree> items, String wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (identity(items.get(i)).filter(wanted::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> identity(Tree item) {
        if (item instanceof Tree.Mapping mapping) {
            for (String name : IDENTITIES) {
                if (mapping.entries().get(name) instanceof Tree.Scalar scalar) {
                    return Optional.of(name + " '" + scalar.text() + "'");
                }
            }
        }
        return Optional.empty();
    }
}
