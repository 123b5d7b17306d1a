package org.mingzhang.command.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request says, before it means anything: named texts, groups and lists, from JSON or from a form alike. */
public sealed interface Sent {
    /** A text, or a number or truth value as it was written. */
    record Text(String value) implements Sent {}

    record Group(Map<String, Sent> members) implements Sent {
        /** Without some members that have been read already. */
        public Group without(String... names) {
            Map<String, Sent> rest = new LinkedHashMap<>(members);
            List.of(names).forEach(rest::remove);
            return new Group(rest);
        }

        /** With a text that comes from elsewhere, such as the address. */
        public Group with(String name, String text) {
            Map<String, Sent> more = new LinkedHashMap<>(members);
            more.put(name, new Text(text));
            return new Group(more);
        }
    }

    record Rows(List<Sent> rows) implements Sent {}
}
