package org.mingzhang.command.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.kernel.value.InvalidValueException;

/**
 * A document that is still being written, as a program sends it and as the form keeps it: {@code from: [{line: 54}]} is
 * {@code from[0].line}, so that either goes on where the other stopped.
 */
final class WrittenDocument {
    private static final Pattern NAME = Pattern.compile("\\w{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern FEN = Pattern.compile("\\d{1,18}");
    private static final Pattern PLAIN = Pattern.compile("(?:from|to)\\[\\d{1,4}]\\.amount");
    private static final String UNIT = "amountUnit";
    private static final List<String> SIDES = List.of("from", "to");
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_NAME = 120;

    /** What the form remembers of itself: which sheets of targets it shows. */
    private static final String OF_THE_FORM = "shown[";

    /** The member by which a draft says that it changes an approved project, and which; all others are plain adjustments. */
    static final String PROJECT = "project";

    private WrittenDocument() {}

    /** The command that makes a document of these fields. */
    static String command(Map<String, String> fields) {
        return fields.containsKey(PROJECT) ? "AdjustProject" : "SubmitAdjustment";
    }

    /** Fields by their names in the form; refuses members that no form could have. */
    static Map<String, String> fields(Sent.Group document) {
        Map<String, String> fields = new TreeMap<>();
        document.members().forEach((name, value) -> put(fields, checked(name), value));
        inYuanOrWan(fields);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Sent value) {
        if (name.length() > LONGEST_NAME) { // however deep something is nested, no field is
            throw new InvalidValueException("request.field-unknown", name);
        }
        switch (value) {
            case Sent.Text(String text) -> {
                if (!text.isBlank()) {
                    fields.put(name, text);
                }
            }
            case Sent.Rows(List<Sent> rows) -> {
                if (rows.size() > MOST_ROWS) {
                    throw new InvalidValueException("request.field-unknown", name + "[" + MOST_ROWS + "]");
                }
                for (int row = 0; row < rows.size(); row++) {
                    put(fields, name + "[" + row + "]", rows.get(row));
                }
            }
            case Sent.Group(Map<String, Sent> members) ->
                members.forEach((member, inner) -> put(
                        fields,
                        NUMBER.matcher(member).matches() ? name + "[" + member + "]" : name + "." + checked(member),
                        inner));
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException("request.field-unknown", name);
        }
        return name;
    }

    /** The form knows amounts in 元 or 万元 only; which of them a plain amount is in, nobody says for its writer. */
    private static void inYuanOrWan(Map<String, String> fields) {
        boolean unsaid = !fields.containsKey(UNIT);
        if (unsaid
                && fields.keySet().stream().anyMatch(name -> PLAIN.matcher(name).matches())) {
            return;
        }
        int places = fields.getOrDefault(UNIT, "元").strip().equals("万元") ? 6 : 2;
        for (String side : SIDES) {
            for (int row = 0; row < MOST_ROWS; row++) {
                String name = side + "[" + row + "].amount";
                String fen = fields.getOrDefault(name + "Fen", "");
                if (FEN.matcher(fen).matches() && !fields.containsKey(name)) {
                    fields.remove(name + "Fen");
                    fields.putIfAbsent(UNIT, "元");
                    fields.put(name, new BigDecimal(fen).movePointLeft(places).toPlainString());
                }
            }
        }
    }

    /** The same to be read as a command. */
    static Sent.Group sent(Map<String, String> fields) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!name.startsWith(OF_THE_FORM)) {
                parameters.put(name, new String[] {value});
            }
        });
        return SentForm.read(parameters);
    }

    /** The same as a program reads it; rows in their order, every value a text. */
    static Map<String, Object> shown(Map<String, String> fields) {
        return members(sent(fields));
    }

    private static Map<String, Object> members(Sent.Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        group.members().forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }

    private static Object plain(Sent value) {
        return switch (value) {
            case Sent.Text(String text) -> text;
            case Sent.Rows(List<Sent> rows) ->
                rows.stream().map(WrittenDocument::plain).toList();
            case Sent.Group group -> numbered(group) ? rows(group) : members(group);
        };
    }

    private static boolean numbered(Sent.Group group) {
        return group.members().keySet().stream()
                .allMatch(name -> NUMBER.matcher(name).matches());
    }

    private static List<Object> rows(Sent.Group group) {
        Map<Integer, Object> rows = new TreeMap<>();
        group.members().forEach((number, value) -> rows.put(Integer.parseInt(number), plain(value)));
        return new ArrayList<>(rows.values());
    }
}
