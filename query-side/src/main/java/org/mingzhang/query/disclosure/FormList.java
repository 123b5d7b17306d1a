package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Over what a row of a form is repeated, and what its cells may then name. */
enum FormList {
    ONCE("", List.of()),
    ANNUAL_TASKS("annual-tasks", List.of("task.name", "task.content")),
    OVERALL_TARGETS("overall-targets", List.of("level1", "level2", "indicator", "target", "note")),
    /** What was stated as a whole; once. */
    STATEMENT("statement", Stated.WORDS),
    /** What was stated of each indicator. */
    STATED_INDICATORS("stated-indicators", Stated.OF_INDICATORS);

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> placeholders;

    FormList(String key, List<String> placeholders) {
        this.key = key;
        this.placeholders = placeholders;
    }

    List<String> placeholders() {
        return placeholders;
    }

    static Optional<FormList> ofKey(String key) {
        return Arrays.stream(values()).filter(list -> list.key.equals(key)).findFirst();
    }
}
