package org.mingzhang.command.attachments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;

/** A file that somebody sent, with its bytes in pieces. */
@Entity
@Table(name = "attachment")
@SuppressWarnings("NullAway.Init")
class KeptFile {
    @Id
    private UUID id;

    private String budget;
    private String owner;
    private String sha256;
    private String name;
    private String mediaType;

    @Column(name = "bytes")
    private long size;

    private Instant touchedAt;
    private boolean named;
    private @Nullable UUID draft;

    protected KeptFile() {}

    KeptFile(UUID id, BudgetId budget, String owner, Attachment file, Instant now) {
        this.id = id;
        this.budget = budget.toString();
        this.owner = owner;
        this.sha256 = file.sha256();
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.touchedAt = now;
    }

    UUID id() {
        return id;
    }

    BudgetId budget() {
        return BudgetId.parse(budget);
    }

    Attachment file() {
        return new Attachment(name, mediaType, size, sha256);
    }

    /** Whoever sent it; nobody else may submit it. */
    String owner() {
        return owner;
    }

    Instant touchedAt() {
        return touchedAt;
    }

    /** Whether the log is known to name it. */
    boolean named() {
        return named;
    }

    /** The draft that holds it. */
    Optional<UUID> draft() {
        return Optional.ofNullable(draft);
    }
}
