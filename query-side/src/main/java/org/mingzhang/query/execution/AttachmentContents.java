package org.mingzhang.query.execution;

import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;

/** Where the bytes of attachments lie; the application knows. */
public interface AttachmentContents {
    /** What lies there under a hash; empty when nothing does. */
    Optional<Content> read(BudgetId budget, String sha256);

    /** The bytes as they are now; they are not copied, because there may be many. */
    final class Content {
        private final byte[] bytes;
        private final String actual;

        public Content(byte[] bytes, String actual) {
            this.bytes = bytes;
            this.actual = actual;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** Hash of these bytes. */
        public String actual() {
            return actual;
        }
    }
}
