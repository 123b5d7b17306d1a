package org.mingzhang.application.users;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Role;

/** A link that can be used once, within a day; the version keeps two from using it at once. */
@Entity
@SuppressWarnings("NullAway.Init")
class SetupLink {
    private static final Duration VALID = Duration.ofHours(24);

    @Id
    private String tokenHash;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;
    private @Nullable Instant usedAt;

    protected SetupLink() {}

    SetupLink(String tokenHash, Role role, Instant now) {
        this.tokenHash = tokenHash;
        this.role = role;
        this.createdAt = now;
    }

    /** Of the administrator that it makes. */
    Role role() {
        return role;
    }

    boolean usable(Instant now) {
        return usedAt == null && now.isBefore(createdAt.plus(VALID));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
