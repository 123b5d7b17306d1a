package org.mingzhang.query.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a YAML file says, each part with the place where it says it, also after files were merged. */
sealed interface Tree {
    Place place();

    /** A file and a line counted from 1. */
    record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    record Scalar(String text, Place place) implements Tree {}

    record Sequence(List<Tree> items, Place place) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, Tree> entries, Place place) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
