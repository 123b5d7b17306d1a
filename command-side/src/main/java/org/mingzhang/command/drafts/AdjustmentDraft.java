package org.mingzhang.command.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.BudgetId;

/** A form as it was last saved. */
@Entity
@SuppressWarnings("NullAway.Init")
class AdjustmentDraft {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String budget;
    private String owner;
    private String fields;
    private Instant changedAt;

    protected AdjustmentDraft() {}

    AdjustmentDraft(BudgetId budget, String owner, String fields, Instant now) {
        this.id = UUID.randomUUID();
        this.budget = budget.toString();
        this.owner = owner;
        this.fields = fields;
        this.changedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    BudgetId budget() {
        return BudgetId.parse(budget);
    }

    String owner() {
        return owner;
    }

    String fields() {
        return fields;
    }

    Instant changedAt() {
        return changedAt;
    }

    void rewrite(String text, Instant now) {
        fields = text;
        changedAt = now;
    }
}
