package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are short when they are what they should be: read up to their bound, in UTF-8 and nothing else. */
final class SmallFile {
    private SmallFile() {}

    /** A file that the person named; a device or a pipe would have no end. */
    static String text(Path file, int longest) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new WrongCall(file + " is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return text(in, longest, String.valueOf(file.getFileName()));
        }
    }

    static String text(InputStream in, int longest, String name) throws IOException {
        byte[] bytes = in.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new Broken(name + " is longer than it can be");
        }
        try {
            return decoded(bytes);
        } catch (CharacterCodingException e) {
            throw new Broken(name + " is no text in UTF-8");
        }
    }

    /** Refuses what Java would replace, because two different bytes would then say the same. */
    static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
