package org.mingzhang.command.attachments;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A part of a file. */
@Entity
@Table(name = "attachment_piece")
@SuppressWarnings("NullAway.Init")
class FilePiece implements Persistable<UUID> {
    @Id
    private UUID id;

    private UUID attachment;
    private int pieceNo;
    private byte[] content;

    protected FilePiece() {}

    FilePiece(UUID attachment, int pieceNo, byte[] content) {
        this.id = UUID.randomUUID();
        this.attachment = attachment;
        this.pieceNo = pieceNo;
        this.content = content;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Never changed, so that saving need not look for it first. */
    @Override
    public boolean isNew() {
        return true;
    }

    UUID attachment() {
        return attachment;
    }

    int pieceNo() {
        return pieceNo;
    }

    byte[] content() {
        return content;
    }
}
