package org.mingzhang.command.attachments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.command.budget.OfferedFile;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.Attachment;

/** Looks at the bytes of a file that is offered: what it is, how large, and whether it may be taken. */
public final class FileExaminer {
    /** The harmless text that stands for a virus in tests of scanners. */
    private static final byte[] TEST_VIRUS = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_NAME = 200;

    private final long largest;

    public FileExaminer(long largest) {
        this.largest = largest;
    }

    public OfferedFile examine(String sentName, byte[] content) {
        String name = name(sentName);
        FileType type = FileType.of(content);
        Attachment file = new Attachment(name, type.mediaType(), content.length, sha256(content));
        return new OfferedFile(file, problem(file, type, content));
    }

    private Optional<Refusal> problem(Attachment file, FileType type, byte[] content) {
        String name = file.name();
        if (content.length == 0) {
            return Optional.of(new Refusal.AttachmentEmpty(name));
        }
        if (content.length > largest) {
            return Optional.of(new Refusal.AttachmentTooLarge(name, content.length, largest));
        }
        if (type == FileType.ACTIVE || contains(content, TEST_VIRUS)) {
            return Optional.of(new Refusal.AttachmentActive(name));
        }
        if (!type.taken()) {
            return Optional.of(new Refusal.AttachmentTypeForbidden(name, type.mediaType()));
        }
        return type.endings().contains(ending(name))
                ? Optional.empty()
                : Optional.of(new Refusal.AttachmentMisnamed(name, type.mediaType()));
    }

    /** Some browsers send the folders too; the end of a long name is kept, because it says what kind of file it is. */
    private static String name(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : "…" + name.substring(name.length() - LONGEST_NAME + 1);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean contains(byte[] content, byte[] text) {
        for (int at = 0; at + text.length <= content.length; at++) {
            int same = 0;
            while (same < text.length && content[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return true;
            }
        }
        return false;
    }
}
