package org.mingzhang.application.users;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link with which the owner of an account sets a password, once; the version keeps two from using it at once. */
@Entity
@SuppressWarnings("NullAway.Init")
class PasswordLink {
    static final Duration VALID = Duration.ofHours(24);

    @Id
    private String tokenHash;

    @Version
    private @Nullable Long version;

    private String login;
    private Instant createdAt;
    private @Nullable Instant usedAt;

    protected PasswordLink() {}

    PasswordLink(String tokenHash, String login, Instant now) {
        this.tokenHash = tokenHash;
        this.login = login;
        this.createdAt = now;
    }

    String login() {
        return login;
    }

    boolean usable(Instant now) {
        return usedAt == null && now.isBefore(createdAt.plus(VALID));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
