package org.mingzhang.query.disclosure;

/**
 * What the words of a cell come from.
 *
 * @param key of the thing within its kind: a code, a topic; blank where there is only one
 */
public record TextOrigin(Kind kind, String key) {
    /** Printed words, a catalogue of codes, or something that an event said. */
    public enum Kind {
        TEMPLATE,
        FUNCTION,
        ECONOMIC,
        DEPARTMENT,
        UNIT,
        PROJECT,
        PROJECT_TARGETS,
        OVERALL_TARGETS,
        STATEMENT
    }

    static TextOrigin of(Kind kind) {
        return new TextOrigin(kind, "");
    }
}
