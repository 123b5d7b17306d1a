package org.mingzhang.application.users;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that can be used once, within a day; the version keeps two from using it at once. */
@Entity
@SuppressWarnings("NullAway.Init")
class SetupLink {
    private static final Duration VALID = Duration.ofHours(24);

    @Id
    private String tokenHash;

    @Version
    private @Nullable Long version;

    private Instant createdAt;
    private @Nullable Instant usedAt;

    protected SetupLink() {}

    SetupLink(String tokenHash, Instant now) {
        this.tokenHash = tokenHash;
        this.createdAt = now;
    }

    boolean usable(Instant now) {
        return usedAt == null && now.isBefore(createdAt.plus(VALID));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
