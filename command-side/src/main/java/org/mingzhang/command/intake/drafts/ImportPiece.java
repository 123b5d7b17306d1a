package org.mingzhang.command.intake.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of an uploaded file. */
@Entity
@SuppressWarnings("NullAway.Init")
class ImportPiece {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID draft;
    private int fileNo;
    private int pieceNo;
    private String fileName;
    private byte[] content;

    protected ImportPiece() {}

    ImportPiece(UUID draft, int fileNo, int pieceNo, String fileName, byte[] content) {
        this.id = UUID.randomUUID();
        this.draft = draft;
        this.fileNo = fileNo;
        this.pieceNo = pieceNo;
        this.fileName = fileName;
        this.content = content;
    }

    UUID draft() {
        return draft;
    }

    int pieceNo() {
        return pieceNo;
    }

    int fileNo() {
        return fileNo;
    }

    String fileName() {
        return fileName;
    }

    byte[] content() {
        return content;
    }
}
