package org.mingzhang.command.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.mingzhang.kernel.value.BudgetId;

/** That a draft became a document, and the answer that was given then. */
@Entity
@SuppressWarnings("NullAway.Init")
class SubmittedDraft {
    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // rows are found by it
    private UUID draft;

    private String idempotencyKey;
    private String budget;
    private String owner;
    private long streamVersion;
    private long lastPosition;
    private int events;

    protected SubmittedDraft() {}

    SubmittedDraft(UUID draft, BudgetId budget, String owner, AdjustmentDrafts.Became became) {
        this.id = id(draft, became.key());
        this.draft = draft;
        this.idempotencyKey = became.key();
        this.budget = budget.toString();
        this.owner = owner;
        this.streamVersion = became.version();
        this.lastPosition = became.position();
        this.events = became.events();
    }

    /** One for a draft and a key, so that a second node that says the same says it once. */
    static UUID id(UUID draft, String key) {
        return UUID.nameUUIDFromBytes((draft + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    boolean isOf(BudgetId ofBudget, String ofOwner) {
        return budget.equals(ofBudget.toString()) && owner.equals(ofOwner);
    }

    AdjustmentDrafts.Became became() {
        return new AdjustmentDrafts.Became(idempotencyKey, streamVersion, lastPosition, events);
    }
}
