package org.mingzhang.application.users;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Role;

/** Somebody lets somebody else act for them in one role, on certain days (代理). */
@Entity
@SuppressWarnings("NullAway.Init")
public class Delegation {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String principal;
    private String delegate;

    @Enumerated(EnumType.STRING)
    private Role role;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private String reason;
    private Instant givenAt;
    private @Nullable Instant endedAt;

    protected Delegation() {}

    Delegation(String principal, AskedDelegation asked, Instant now) {
        this.id = UUID.randomUUID();
        this.principal = principal;
        this.delegate = asked.delegate();
        this.role = asked.role();
        this.firstDay = asked.firstDay();
        this.lastDay = asked.lastDay();
        this.reason = asked.reason();
        this.givenAt = now;
    }

    public UUID id() {
        return id;
    }

    /** Login of whoever is acted for. */
    public String principal() {
        return principal;
    }

    /** Login of whoever acts. */
    public String delegate() {
        return delegate;
    }

    public Role role() {
        return role;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public String reason() {
        return reason;
    }

    public Instant givenAt() {
        return givenAt;
    }

    /** Whether it was withdrawn before its last day. */
    public boolean ended() {
        return endedAt != null;
    }

    /** Whether it gives anything on that day. */
    public boolean holds(LocalDate day) {
        return !ended() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    void end(Instant now) {
        endedAt = now;
    }
}
