package org.mingzhang.command.intake.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the bytes of one XML part as they are inflated, before any parser sees them, and finds its tags.
 *
 * <p>It refuses what a parser could be harmed by or what would make it see something else than this scan: a document
 * type (and with it entities), another encoding than UTF-8, tags without end, {@code <} within a tag. Comments, CDATA
 * and instructions are refused where they are not customary, because nobody needs them in a sheet. Without those a tag
 * ends at the first {@code >} outside of quotes, for this scan as for every parser. Every part is looked at, whatever
 * its name, because the workbook may call any of them a sheet.
 */
final class XmlScan {
    /** Longest tag: row and cell tags are short; some conditional formats are not. */
    private static final int LONGEST_TAG = 65_536;

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** What XML in UTF-16, UTF-32 or EBCDIC begins with, as parsers recognise them. */
    private static final List<byte[]> FOREIGN = List.of(
            new byte[] {(byte) 0xfe, (byte) 0xff},
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {0, '<'},
            new byte[] {'<', 0},
            new byte[] {0, 0, 0, '<'},
            new byte[] {0, 0, '<', 0},
            new byte[] {0, 0, (byte) 0xfe, (byte) 0xff},
            new byte[] {0, 0, (byte) 0xff, (byte) 0xfe},
            new byte[] {0x4c, 0x6f});

    private enum State {
        TEXT,
        TAG,
        INSTRUCTION,
        COMMENT,
        LITERAL
    }

    private final String part;
    private final boolean named;
    private final boolean remarks;
    private final PartRules rules;
    private final StringBuilder tag = new StringBuilder();
    private State state = State.TEXT;
    private boolean begun;
    private boolean binary;
    private boolean marked;
    private char quote;

    XmlScan(String part, PartRules rules) {
        String name = part.toLowerCase(Locale.ROOT);
        this.part = part;
        this.named = name.endsWith(".xml") || name.endsWith(".rels");
        this.remarks = name.startsWith("customxml/") || name.endsWith(".vml");
        this.rules = rules;
    }

    /** Takes the next bytes; the first ones, at least four if there are as many, decide whether it is XML at all. */
    void bytes(byte[] buffer, int length) {
        int from = begun || length == 0 ? 0 : begin(buffer, length);
        for (int i = from; i < length && !binary; i++) {
            one((char) (buffer[i] & 0xff));
        }
    }

    private int begin(byte[] buffer, int length) {
        begun = true;
        int from = startsWith(buffer, length, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        boolean foreign = FOREIGN.stream().anyMatch(mark -> startsWith(buffer, length, mark));
        binary = length <= from || (buffer[from] != '<' && !Character.isWhitespace(buffer[from]));
        if (foreign || (binary && named)) {
            throw new UnreadableBook("book.encoding", part);
        }
        return from;
    }

    private static boolean startsWith(byte[] buffer, int length, byte[] mark) {
        return length >= mark.length && Arrays.equals(buffer, 0, mark.length, mark, 0, mark.length);
    }

    private void one(char c) {
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    begin(State.TAG);
                } else {
                    rules.text(c);
                }
            }
            case TAG -> inTag(c);
            case INSTRUCTION -> inInstruction(c);
            case COMMENT -> inRemark(c, "-->");
            case LITERAL -> {
                rules.text(c);
                inRemark(c, "]]>");
            }
        }
    }

    private void begin(State next) {
        state = next;
        quote = 0;
        tag.setLength(0);
    }

    private void inTag(char c) {
        if (quote == 0 && c == '>') {
            begun(tag.toString());
            return;
        }
        append(c);
        if (c == '<') {
            throw new UnreadableBook("book.unreadable", part);
        }
        if (tag.charAt(0) == '?') {
            state = State.INSTRUCTION;
        } else if (tag.charAt(0) == '!') {
            declaration();
        } else if (quote == c) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        }
    }

    private void begun(String text) {
        marked = true;
        begin(State.TEXT);
        rules.tag(Tag.of(text, part));
    }

    private void append(char c) {
        tag.append(c);
        if (tag.length() > LONGEST_TAG) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    /** After the exclamation mark: a comment and CDATA are known by three characters, all else by two. */
    private void declaration() {
        String begin = tag.toString();
        boolean remark = begin.equals("!") || begin.equals("!-") || begin.equals("![");
        if (!remark && !begin.equals("!--") && !begin.equals("![C")) {
            throw new UnreadableBook("book.entity", part);
        }
        if (begin.length() == 3) {
            allowRemark();
            begin(begin.equals("!--") ? State.COMMENT : State.LITERAL);
        }
    }

    private void allowRemark() {
        if (!remarks || rules.inItem()) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    private void inRemark(char c, String end) {
        tag.append(c);
        if (tag.length() > end.length()) {
            tag.deleteCharAt(0);
        }
        if (tag.toString().equals(end)) {
            begin(State.TEXT);
        }
    }

    private void inInstruction(char c) {
        append(c);
        if (c != '>' || tag.charAt(tag.length() - 2) != '?' || tag.length() == 2) {
            return;
        }
        String text = tag.substring(1, tag.length() - 2);
        if (!marked && text.startsWith("xml") && text.length() > 3 && Character.isWhitespace(text.charAt(3))) {
            declared(Tag.of(text, part));
        } else {
            allowRemark();
        }
        marked = true;
        begin(State.TEXT);
    }

    private void declared(Tag declaration) {
        String encoding = declaration.attribute("encoding");
        if (!encoding.isEmpty()
                && !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                && !encoding.equalsIgnoreCase(StandardCharsets.US_ASCII.name())) {
            throw new UnreadableBook("book.encoding", part);
        }
        if (!declaration.attribute("version").equals("1.0")) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }
}
