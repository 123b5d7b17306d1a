package org.mingzhang.command.intake.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the tags of one part must keep to, so that the reader of the cells stays within its memory.
 *
 * <p>That reader makes room for every column left of a cell and for every shared string before the one asked for, and
 * keeps all shared strings, all formats and all formulas that others refer to; it collects a cell and a row until their ends. The
 * ranges of merged cells are noted here, because it does not tell them.
 */
final class PartRules {
    private static final int MOST_CELLS_OF_A_ROW = 20_000;
    private static final int LETTERS_OF_A_COLUMN = 3;
    private static final int MOST_SHARED_STRINGS = 3_000_000;
    private static final int MOST_ARRAY_FORMULAS = 1_000;
    private static final int MOST_KEPT_FORMULAS = 50_000;
    private static final int MOST_MERGED = 10_000;
    private static final int LONGEST_RANGE = 40;
    private static final int MOST_SHEETS = 1_000;

    /** A sheet has at most as many links, each with a relationship. */
    private static final int MOST_RELATIONSHIPS = 66_000;

    /** Of shared strings, relationships, sheets, and formulas that others refer to. */
    private static final long MOST_KEPT_BYTES = 128L << 20;

    /** Twice as many as a workbook has, because styles of cells count too. */
    private static final int MOST_FORMATS = 140_000;

    /** Spreadsheets allow 255 characters, of which each may be written as an entity. */
    private static final int LONGEST_FORMAT = 2_500;

    private static final int MOST_NAMES = 1_000;
    private static final int DEEPEST = 500;
    private static final int BYTES_OF_A_CHARACTER = 8;
    private static final int BYTES_OF_TAGS = 65_536;

    private final String part;
    private final long longestItem;
    private final Set<String> names = new HashSet<>();
    private final List<String> merged = new ArrayList<>();
    private int depth;
    private boolean inRow;
    private int cellsOfRow;
    private String item = "";
    private long itemBytes;
    private boolean shared;
    private long index = -1;
    private long highestIndex = -1;
    private int strings;
    private int arrayFormulas;
    private int keptFormulas;
    private int sheets;
    private int relationships;
    private int formats;
    private boolean kept;
    private long keptBytes;

    PartRules(String part, Limits limits) {
        this.part = part;
        this.longestItem = (long) limits.cellCharacters() * BYTES_OF_A_CHARACTER + BYTES_OF_TAGS;
    }

    List<String> merged() {
        return merged;
    }

    int strings() {
        return strings;
    }

    /** Formats of cells that the part tells of. */
    int formats() {
        return formats;
    }

    /** Of the shared strings that cells of this part ask for; −1 if none does. */
    long highestIndex() {
        return highestIndex;
    }

    /** Whether a cell or a shared string has begun and not ended. */
    boolean inItem() {
        return !item.isEmpty();
    }

    void text(char c) {
        if (item.isEmpty()) {
            return;
        }
        itemBytes++;
        if (itemBytes > longestItem) {
            throw new UnreadableBook("book.cell-too-long", part);
        }
        if (shared && !Character.isWhitespace(c)) {
            require(c >= '0' && c <= '9' && index < Integer.MAX_VALUE);
            index = Math.max(0, index) * 10 + c - '0';
        }
    }

    void tag(Tag tag) {
        itemBytes += tag.names().size();
        names.addAll(tag.names());
        require(names.size() <= MOST_NAMES);
        depth += tag.opens() ? 1 : tag.ends() ? -1 : 0;
        require(depth <= DEEPEST);
        if (tag.begins()) {
            begin(tag);
        } else {
            end(tag.name());
        }
    }

    private void begin(Tag tag) {
        switch (tag.name()) {
            case "row" -> row(tag);
            case "c" -> cell(tag);
            case "si" -> string(tag);
            case "f" -> formula(tag);
            case "mergeCell" -> merge(tag.attribute("ref"));
            case "sheet" -> {
                sheets++;
                keep(tag.length());
            }
            case "Relationship" -> {
                relationships++;
                keep(tag.length());
            }
            case "xf" -> format();
            case "numFmt" -> {
                require(tag.length() <= LONGEST_FORMAT);
                format();
            }
            default -> {}
        }
    }

    private void format() {
        formats++;
        require(formats <= MOST_FORMATS);
    }

    private void end(String name) {
        if (name.equals("row")) {
            inRow = false;
        } else if (name.equals(item)) {
            highestIndex = Math.max(highestIndex, index);
            item = "";
            keep(kept ? itemBytes : 0);
        }
    }

    private void keep(long bytes) {
        keptBytes += bytes;
        require(sheets <= MOST_SHEETS && relationships <= MOST_RELATIONSHIPS && keptBytes <= MOST_KEPT_BYTES);
    }

    private void row(Tag tag) {
        require(!inRow && item.isEmpty());
        tag.attribute("r");
        inRow = tag.opens();
        cellsOfRow = 0;
    }

    private void cell(Tag tag) {
        item(tag);
        shared = tag.attribute("t").equals("s");
        if (inRow) {
            cellsOfRow++;
        }
        if (cellsOfRow > MOST_CELLS_OF_A_ROW || column(tag.attribute("r")) > LETTERS_OF_A_COLUMN) {
            throw new UnreadableBook("book.too-many-columns", part);
        }
    }

    private void string(Tag tag) {
        item(tag);
        shared = false;
        kept = true;
        strings++;
        require(strings <= MOST_SHARED_STRINGS);
    }

    private void item(Tag tag) {
        require(item.isEmpty());
        item = tag.opens() ? tag.name() : "";
        itemBytes = 0;
        kept = false;
        index = -1;
    }

    /** How many characters the address of a cell begins with that are no digits. */
    private static int column(String address) {
        int letters = 0;
        while (letters < address.length() && (address.charAt(letters) < '0' || address.charAt(letters) > '9')) {
            letters++;
        }
        return letters;
    }

    /** In a cell of a shared string the reader of the cells would pass over it. */
    private void formula(Tag tag) {
        require(!shared || item.isEmpty());
        if (tag.attribute("t").equals("array")) {
            arrayFormulas++;
        }
        if (!tag.attribute("ref").isEmpty()) {
            keptFormulas++;
            kept = true;
        }
        require(arrayFormulas <= MOST_ARRAY_FORMULAS && keptFormulas <= MOST_KEPT_FORMULAS);
    }

    private void merge(String range) {
        merged.add(range);
        require(range.length() <= LONGEST_RANGE && merged.size() <= MOST_MERGED);
    }

    private void require(boolean kept) {
        if (!kept) {
            throw new UnreadableBook("book.unreadable", part);
        }
    }
}
