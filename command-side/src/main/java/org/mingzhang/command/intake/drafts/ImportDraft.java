package org.mingzhang.command.intake.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.BudgetId;

/** An uploaded workbook that is not recorded yet. */
@Entity
@SuppressWarnings("NullAway.Init")
public class ImportDraft {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String budget;
    private String owner;
    private String fileNames;
    private Instant createdAt;

    protected ImportDraft() {}

    ImportDraft(BudgetId budget, String owner, String fileNames, Instant now) {
        this.id = UUID.randomUUID();
        this.budget = budget.toString();
        this.owner = owner;
        this.fileNames = fileNames;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public BudgetId budget() {
        return BudgetId.parse(budget);
    }

    public String owner() {
        return owner;
    }

    /** As the files were called, for people. */
    public String fileNames() {
        return fileNames;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
