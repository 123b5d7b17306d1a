package org.mingzhang.command.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.fields.Sent;

/**
 * Reads the parameters of a form: {@code indicators[0].name} becomes a member of a row, which may have rows of its own,
 * {@code emptyTableNotes[2]} a numbered text; empty parameters count as not sent.
 */
final class SentForm {
    private static final Pattern NAME = Pattern.compile("(?:\\w{1,40}\\[\\d{1,4}]\\.){0,2}\\w{1,40}(?:\\[\\d{1,4}])?");
    private static final Pattern ROW = Pattern.compile("(\\w{1,40})\\[(\\d{1,4})](?:\\.(.+))?");

    private SentForm() {}

    static Sent.Group read(Map<String, String[]> parameters) {
        Map<String, Sent> members = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (values.length > 0 && !values[0].isBlank()) {
                put(members, name, new Sent.Text(values[0]));
            }
        });
        return new Sent.Group(members);
    }

    private static void put(Map<String, Sent> members, String name, Sent.Text text) {
        Matcher row = ROW.matcher(name);
        if (!NAME.matcher(name).matches() || !row.matches()) {
            members.put(name, text);
            return;
        }
        Map<String, Sent> rows = inner(members, row.group(1));
        if (row.group(3) == null) {
            rows.put(row.group(2), text);
        } else {
            put(inner(rows, row.group(2)), row.group(3), text);
        }
    }

    private static Map<String, Sent> inner(Map<String, Sent> members, String name) {
        if (members.get(name) instanceof Sent.Group(var found)) {
            return found;
        }
        Map<String, Sent> fresh = new LinkedHashMap<>();
        members.put(name, new Sent.Group(fresh));
        return fresh;
    }
}
