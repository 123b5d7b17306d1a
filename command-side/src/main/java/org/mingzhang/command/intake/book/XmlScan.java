package org.mingzhang.command.intake.book;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Looks at the bytes of one XML part as they are inflated, before any parser sees them.
 *
 * <p>It refuses what a parser could be harmed by: a document type (and with it entities), another encoding than UTF-8
 * (in which the bytes could mean something else), a cell or shared string without end, a row without end, masses of
 * array formulas. Comments and CDATA are refused too, because nobody needs them in a sheet and marks inside them would
 * deceive this scan. Every part is looked at, whatever its name, because the workbook may call any of them a sheet.
 * Beside that it collects the ranges of merged cells, which the reader of the cells does not tell.
 */
final class XmlScan {
    /** Longest tag: row and cell tags are short; some conditional formats are not. */
    private static final int LONGEST_TAG = 65_536;

    private static final int MOST_CELLS_OF_A_ROW = 20_000;
    private static final int MOST_ARRAY_FORMULAS = 1_000;
    private static final int MOST_MERGED = 10_000;
    private static final int BYTES_OF_A_CHARACTER = 8;

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** What XML in UTF-16 or EBCDIC begins with. */
    private static final List<byte[]> FOREIGN = List.of(
            new byte[] {(byte) 0xfe, (byte) 0xff},
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {0, '<'},
            new byte[] {'<', 0},
            new byte[] {0x4c, 0x6f});

    private final String part;
    private final boolean named;
    private final boolean remarks;
    private final long longestCell;
    private final StringBuilder tag = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private boolean begun;
    private boolean binary;
    private boolean inTag;
    private long seen;
    private long cellBegan = -1;
    private int cellsOfRow;
    private int arrayFormulas;

    XmlScan(String part, Limits limits) {
        String name = part.toLowerCase(Locale.ROOT);
        this.part = part;
        this.named = name.endsWith(".xml") || name.endsWith(".rels");
        this.remarks = name.startsWith("customxml/") || name.endsWith(".vml");
        this.longestCell = (long) limits.cellCharacters() * BYTES_OF_A_CHARACTER + LONGEST_TAG;
    }

    List<String> merged() {
        return merged;
    }

    /** Takes the next bytes; the first ones decide whether it is XML at all. */
    void bytes(byte[] buffer, int length) {
        int from = begun || length == 0 ? 0 : begin(buffer, length);
        for (int i = from; i < length && !binary; i++) {
            one(buffer[i]);
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

    private void one(byte b) {
        seen++;
        if (inTag) {
            inside(b);
        } else if (b == '<') {
            inTag = true;
            tag.setLength(0);
        } else if (cellBegan >= 0 && seen - cellBegan > longestCell) {
            throw new UnreadableBook("book.cell-too-long", part);
        }
    }

    private void inside(byte b) {
        if (b == '>') {
            inTag = false;
            tag(tag.toString());
            return;
        }
        tag.append((char) (b & 0xff));
        boolean declaration = tag.length() == 3 && tag.charAt(0) == '!';
        if (declaration) {
            declaration(tag.toString());
        }
        if (tag.length() > LONGEST_TAG) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    private void declaration(String begin) {
        if (begin.startsWith("!D") || begin.startsWith("!d") || begin.startsWith("!E")) {
            throw new UnreadableBook("book.entity", part);
        }
        if (!remarks) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    private void tag(String text) {
        if (text.startsWith("?xml ")) {
            encoding(text);
        }
        switch (name(text)) {
            case "row" -> cellsOfRow = 0;
            case "c", "si" -> cell(text);
            case "/c", "/si", "/row", "/sheetData" -> cellBegan = -1;
            case "f" -> formula(text);
            case "mergeCell" -> merge(text);
            default -> {}
        }
    }

    private void cell(String text) {
        cellBegan = text.endsWith("/") ? -1 : seen;
        cellsOfRow++;
        boolean cell = !name(text).equals("si");
        if (cell && (cellsOfRow > MOST_CELLS_OF_A_ROW || column(attribute(text, "r")) > 3)) {
            throw new UnreadableBook("book.too-many-columns", part);
        }
    }

    /** How many letters the address of a cell begins with. */
    private static int column(String address) {
        int letters = 0;
        while (letters < address.length() && !Character.isDigit(address.charAt(letters))) {
            letters++;
        }
        return letters;
    }

    private void formula(String text) {
        if (attribute(text, "t").equals("array")) {
            arrayFormulas++;
        }
        if (arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    private void merge(String text) {
        merged.add(attribute(text, "ref"));
        if (merged.size() > MOST_MERGED) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }

    private void encoding(String declaration) {
        String encoding = attribute(declaration, "encoding");
        if (!encoding.isEmpty()
                && !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                && !encoding.equalsIgnoreCase(StandardCharsets.US_ASCII.name())) {
            throw new UnreadableBook("book.encoding", part);
        }
    }

    /** The name without its prefix, which writers choose as they like. */
    private static String name(String tag) {
        int end = 0;
        while (end < tag.length() && !Character.isWhitespace(tag.charAt(end)) && (tag.charAt(end) != '/' || end == 0)) {
            end++;
        }
        String name = tag.substring(0, end);
        String prefix = name.startsWith("/") ? "/" : "";
        return prefix + name.substring(Math.max(name.indexOf(':') + 1, prefix.length()));
    }

    private static String attribute(String tag, String name) {
        int at = 0;
        while ((at = tag.indexOf(name, at)) >= 0) {
            boolean whole = at > 0 && Character.isWhitespace(tag.charAt(at - 1));
            String rest = tag.substring(at + name.length()).stripLeading();
            if (whole && rest.startsWith("=")) {
                return quoted(rest.substring(1).stripLeading());
            }
            at += name.length();
        }
        return "";
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "";
        }
        int end = text.indexOf(text.charAt(0), 1);
        return end < 0 ? "" : text.substring(1, end);
    }
}
