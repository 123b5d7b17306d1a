package org.mingzhang.application.users;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With it a program acts as the account, within its roles, until it expires or is revoked. */
@Entity
@SuppressWarnings("NullAway.Init")
public class ApiToken {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String login;
    private String name;

    /** Asked for by the database alone. */
    @SuppressWarnings("UnusedVariable")
    private String tokenHash;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    protected ApiToken() {}

    ApiToken(String login, String name, String tokenHash, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.login = login;
        this.name = name;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public String login() {
        return login;
    }

    /** What its owner calls it. */
    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    boolean revoked() {
        return revokedAt != null;
    }

    boolean holds(Instant now) {
        return !revoked() && now.isBefore(expiresAt);
    }

    void revoke(Instant now) {
        revokedAt = now;
    }
}
