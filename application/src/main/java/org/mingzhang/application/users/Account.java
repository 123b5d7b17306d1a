package org.mingzhang.application.users;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/** A person who may sign in; every change raises the version, which ends the sessions that were begun before. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Account {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String login;
    private String displayName;
    private String passwordHash;
    private String scope;
    private int firstYear;
    private int lastYear;
    private boolean enabled;
    private boolean mustChangePassword;
    private boolean demo;
    private Instant createdAt;

    /** Written so that the version rises, which ends the sessions. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant sessionsEndedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    protected Account() {}

    Account(NewAccount asked, String passwordHash, boolean mustChangePassword, boolean demo, Instant now) {
        this.id = UUID.randomUUID();
        this.login = asked.login();
        this.displayName = asked.displayName();
        this.passwordHash = passwordHash;
        this.scope = asked.scope();
        this.firstYear = asked.years().first();
        this.lastYear = asked.years().last();
        this.roles = copy(asked.roles());
        this.enabled = true;
        this.mustChangePassword = mustChangePassword;
        this.demo = demo;
        this.createdAt = now;
    }

    public String login() {
        return login;
    }

    public String displayName() {
        return displayName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Blank for every budget, else a division, a department or one of its units, as in {@code 411200-103/103001}. */
    public String scope() {
        return scope;
    }

    /** The fiscal years that role and scope hold for. */
    public Years years() {
        return new Years(firstYear, lastYear);
    }

    /** In the order of {@link Role}. */
    public List<Role> roles() {
        return roles.stream().sorted().toList();
    }

    public boolean enabled() {
        return enabled;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public boolean demo() {
        return demo;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** -1 until it is stored. */
    public long version() {
        return version == null ? -1 : version;
    }

    Rights rights() {
        return new Rights(roles(), scope, years().toString());
    }

    void enable(boolean enabled) {
        this.enabled = enabled;
    }

    void rename(String name) {
        this.displayName = name;
    }

    void grant(Set<Role> roles, String scope, Years years) {
        this.roles = copy(roles);
        this.scope = scope;
        this.firstYear = years.first();
        this.lastYear = years.last();
    }

    void endSessions(Instant now) {
        this.sessionsEndedAt = now;
    }

    private static Set<Role> copy(Set<Role> roles) {
        Set<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }

    void setPassword(String hash, boolean mustChange) {
        this.passwordHash = hash;
        this.mustChangePassword = mustChange;
    }
}
