package org.mingzhang.command.web;

import java.util.List;

/**
 * A field of a command as its description names it.
 *
 * @param choices the words it may be, for a choice
 * @param members the fields of each row, for rows
 */
public record DescribedField(
        String name, Kind kind, boolean required, List<String> choices, List<DescribedField> members) {
    public DescribedField {
        choices = List.copyOf(choices);
        members = List.copyOf(members);
    }

    /** What kind of text it is; numbers may be sent as texts. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        DAY,
        CHOICE,
        ROWS,
        /** Texts by number. */
        NUMBERED
    }
}
