package org.mingzhang.command.attachments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;

/** Keeps files: those of submitted documents for ever, others for some days. */
public interface AttachmentShelf {
    /** Keeps a file that may be taken; durable when it returns. */
    UUID keep(BudgetId budget, String owner, Attachment file, byte[] content);

    /** A file that they sent before for that budget, kept for some more days from now on. */
    Optional<Kept> offeredAgain(UUID id, BudgetId budget, String owner);

    /** What there is under a hash; a copy whose bytes still have that hash before one whose have not. */
    Optional<Content> read(BudgetId budget, String sha256);

    /** Lets a draft hold these files of its writer, and no others any more; they stay as long as it does. */
    void hold(UUID draft, String owner, List<UUID> ids);

    List<Kept> held(UUID draft);

    /** What every draft of a person holds; a draft that holds none is not named. */
    Map<UUID, List<Kept>> heldByDrafts(String owner);

    /** Clears away what was sent and never submitted. */
    void clear();

    /** A file under the id by which its sender may offer it again. */
    record Kept(UUID id, Attachment file) {}

    /** The bytes as they are now; they are not copied, because there may be many. */
    final class Content {
        private final byte[] bytes;
        private final String expected;
        private final String actual;

        Content(byte[] bytes, String expected, String actual) {
            this.bytes = bytes;
            this.expected = expected;
            this.actual = actual;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Hash of these bytes. */
        public String actual() {
            return actual;
        }

        /** Whether nobody has changed them. */
        boolean unchanged() {
            return expected.equals(actual);
        }
    }
}
