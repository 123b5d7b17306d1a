package org.mingzhang.application.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A query that an auditor keeps under a name. */
@Entity
@SuppressWarnings("NullAway.Init")
class AuditQuery {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String owner;
    private String name;
    private String page;
    private String query;
    private Instant changedAt;

    protected AuditQuery() {}

    AuditQuery(String owner, String name, String page, String query, Instant now) {
        this.id = UUID.randomUUID();
        this.owner = owner;
        this.name = name;
        this.page = page;
        this.query = query;
        this.changedAt = now;
    }

    UUID id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String page() {
        return page;
    }

    String query() {
        return query;
    }

    Instant changedAt() {
        return changedAt;
    }

    void rename(String other, Instant now) {
        name = other;
        changedAt = now;
    }
}
