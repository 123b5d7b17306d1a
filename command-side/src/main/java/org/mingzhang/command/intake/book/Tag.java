package org.mingzhang.command.intake.book;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One tag of a part: its name without the prefix, which writers choose as they like, and its attributes, each byte as
 * one character.
 */
final class Tag {
    private final String part;
    private final String text;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final boolean end;
    private final boolean closed;
    private int at;

    private Tag(String text, String part) {
        this.part = part;
        this.end = text.startsWith("/");
        this.closed = !end && text.endsWith("/");
        this.text = text.substring(end ? 1 : 0, text.length() - (closed ? 1 : 0));
    }

    /** @param text between the angle brackets */
    static Tag of(String text, String part) {
        Tag tag = new Tag(text, part);
        tag.names.add(tag.word());
        tag.values.add("");
        tag.blanks();
        while (tag.at < tag.text.length()) {
            tag.attribute();
        }
        return tag;
    }

    String name() {
        return local(names.getFirst());
    }

    /** Names of the element and of its attributes, with their prefixes. */
    List<String> names() {
        return names;
    }

    int length() {
        return text.length();
    }

    boolean begins() {
        return !end;
    }

    /** Whether something may follow within it. */
    boolean opens() {
        return !end && !closed;
    }

    boolean ends() {
        return end;
    }

    /** Its value, empty if it has none; refused if it does not say literally what it is, or says so twice. */
    String attribute(String name) {
        String found = "";
        boolean known = false;
        for (int i = 1; i < names.size(); i++) {
            if (local(names.get(i)).equals(name)) {
                require(!known && values.get(i).indexOf('&') < 0);
                known = true;
                found = values.get(i);
            }
        }
        return found;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void attribute() {
        names.add(word());
        blanks();
        require(at < text.length() && text.charAt(at) == '=');
        at++;
        blanks();
        require(at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\''));
        int last = text.indexOf(text.charAt(at), at + 1);
        require(last > 0);
        values.add(text.substring(at + 1, last));
        at = last + 1;
        require(at == text.length() || blank(text.charAt(at)));
        blanks();
    }

    private String word() {
        int from = at;
        boolean plain = true;
        while (at < text.length() && !blank(text.charAt(at)) && text.charAt(at) != '=') {
            plain &= text.charAt(at) < 128;
            at++;
        }
        String word = text.substring(from, at);
        require(!word.isEmpty() && (plain || isUtf8(word)));
        return word;
    }

    /** Bytes of more than the needed length would be another name to a lenient parser. */
    private static boolean isUtf8(String word) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void blanks() {
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }
}
