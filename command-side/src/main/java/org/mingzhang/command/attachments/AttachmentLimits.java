package org.mingzhang.command.attachments;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What an office takes: settings {@code mingzhang.attachments.largest}, {@code .most} and {@code .kept}. */
@Component
public final class AttachmentLimits {
    private final long largest;
    private final int most;
    private final Duration kept;

    public AttachmentLimits(
            @Value("${mingzhang.attachments.largest:20MB}") DataSize largest,
            @Value("${mingzhang.attachments.most:10}") int most,
            @Value("${mingzhang.attachments.kept:7d}") Duration kept) {
        this.largest = largest.toBytes();
        this.most = most;
        this.kept = kept;
    }

    /** Of one file, in bytes. */
    public long largest() {
        return largest;
    }

    /** Files of one command. */
    public int most() {
        return most;
    }

    /** How long a file is kept that nobody submits. */
    Duration kept() {
        return kept;
    }
}
