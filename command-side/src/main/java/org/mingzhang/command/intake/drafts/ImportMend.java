package org.mingzhang.command.intake.drafts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.command.intake.Place;
import org.mingzhang.command.intake.SheetKind;

/** A text typed over a cell. */
@Entity
@SuppressWarnings("NullAway.Init")
class ImportMend {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID draft;
    private String sheet;

    @Column(name = "row_number")
    private int rowNumber;

    private String field;
    private String content;

    protected ImportMend() {}

    ImportMend(UUID draft, Place place, String content) {
        this.id = UUID.randomUUID();
        this.draft = draft;
        this.sheet = place.sheet().name();
        this.rowNumber = place.row();
        this.field = place.field();
        this.content = content;
    }

    UUID draft() {
        return draft;
    }

    Place place() {
        return new Place(SheetKind.valueOf(sheet), rowNumber, field);
    }

    String content() {
        return content;
    }

    void retype(String text) {
        content = text;
    }
}
