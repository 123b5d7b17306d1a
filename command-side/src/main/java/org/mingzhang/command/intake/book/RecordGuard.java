package org.mingzhang.command.intake.book;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Follows CSV as it is read and stops it at a text or a record without end, which the parser would collect first.
 *
 * <p>As for the parser, a quotation mark means something only at the beginning of a text and within one that began so.
 */
final class RecordGuard extends FilterReader {
    private static final int MOST_TEXTS_OF_A_RECORD = 20_000;

    private enum State {
        BEGINNING,
        PLAIN,
        QUOTED,
        AFTER_A_MARK
    }

    private final String name;
    private final char separator;
    private final long longest;
    private State state = State.BEGINNING;
    private long length;
    private int texts = 1;

    RecordGuard(Reader reader, String name, char separator, Limits limits) {
        super(reader);
        this.name = name;
        this.separator = separator;
        // Marks within quoted texts are doubled.
        this.longest = 2L * limits.cellCharacters() + 2;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            one((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        int read = super.read(buffer, from, most);
        for (int i = from; i < from + read; i++) {
            one(buffer[i]);
        }
        return read;
    }

    private void one(char c) {
        length++;
        if (state == State.QUOTED) {
            state = c == '"' ? State.AFTER_A_MARK : State.QUOTED;
        } else if (c == '\n' || c == '\r') {
            begin(1);
        } else if (c == separator) {
            begin(texts + 1);
        } else if (c == '"' && state != State.PLAIN) {
            state = State.QUOTED;
        } else if (state == State.BEGINNING) {
            state = State.PLAIN;
        }
        if (length > longest) {
            throw new UnreadableBook("book.cell-too-long", name);
        }
    }

    private void begin(int nth) {
        state = State.BEGINNING;
        length = 0;
        texts = nth;
        if (texts > MOST_TEXTS_OF_A_RECORD) {
            throw new UnreadableBook("book.too-many-columns", name);
        }
    }
}
