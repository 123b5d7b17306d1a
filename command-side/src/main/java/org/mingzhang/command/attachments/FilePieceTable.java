package org.mingzhang.command.attachments;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FilePieceTable extends JpaRepository<FilePiece, UUID> {
    List<FilePiece> findByAttachmentOrderByPieceNo(UUID attachment);
}
