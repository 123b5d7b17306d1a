package org.mingzhang.ledger.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8, none of them without end. */
final class Lines {
    /** Payloads are bounded far below; a crafted file is not. */
    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int length;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its newline; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (at == length) {
                length = in.read(buffer);
                at = 0;
                if (length <= 0) {
                    length = 0;
                    return ended(line);
                }
            }
            int from = at;
            while (at < length && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, at - from);
            if (line.size() > LONGEST) {
                throw new Broken("a line of events.tsv is longer than any event");
            }
            if (at < length) {
                at++;
                return Optional.of(text(line));
            }
        }
    }

    private static Optional<String> ended(ByteArrayOutputStream line) {
        if (line.size() > 0) {
            throw new Broken("events.tsv breaks off in the middle of a line");
        }
        return Optional.empty();
    }

    private static String text(ByteArrayOutputStream line) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }
}
