package org.mingzhang.command.intake.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.SheetKind;

/** What somebody said a foreign head means. */
@Entity
@SuppressWarnings("NullAway.Init")
class ImportHead {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String owner;
    private String sheet;
    private String head;
    private String field;

    protected ImportHead() {}

    ImportHead(String owner, Choices.Head head, String field) {
        this.id = UUID.randomUUID();
        this.owner = owner;
        this.sheet = head.sheet().name();
        this.head = head.text();
        this.field = field;
    }

    String owner() {
        return owner;
    }

    Choices.Head head() {
        return new Choices.Head(SheetKind.valueOf(sheet), head);
    }

    String field() {
        return field;
    }

    void means(String other) {
        field = other;
    }
}
