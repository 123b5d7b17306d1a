package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of visible ASCII and tabs, none of them without end. */
final class Lines {
    private static final int DELETE = 0x7f;

    private final InputStream in;
    private final String name;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int length;
    private byte[] line = new byte[1 << 12];
    private int size;

    /** @param name of the file, for the sentence when a line cannot be read */
    Lines(InputStream in, String name, int longest) {
        this.in = in;
        this.name = name;
        this.longest = longest;
    }

    /** The next line without its newline; empty at the end. */
    Optional<String> next() throws IOException {
        size = 0;
        while (true) {
            if (at == length) {
                length = in.read(buffer);
                at = 0;
                if (length <= 0) {
                    length = 0;
                    return ended();
                }
            }
            int from = at;
            while (at < length && buffer[at] != '\n') {
                if ((buffer[at] < ' ' && buffer[at] != '\t') || buffer[at] == DELETE) {
                    throw new Broken(name + " has a byte in it that no line has");
                }
                at++;
            }
            add(from, at - from);
            if (at < length) {
                at++;
                return Optional.of(new String(line, 0, size, StandardCharsets.US_ASCII));
            }
        }
    }

    private void add(int from, int count) {
        if (size + count > longest) {
            throw new Broken("a line of " + name + " is longer than any event");
        }
        if (size + count > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(size + count, 2 * line.length)));
        }
        System.arraycopy(buffer, from, line, size, count);
        size += count;
    }

    private Optional<String> ended() {
        if (size > 0) {
            throw new Broken(name + " breaks off in the middle of a line");
        }
        return Optional.empty();
    }
}
