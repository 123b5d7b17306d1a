package org.mingzhang.command.intake.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImportPieceTable extends JpaRepository<ImportPiece, UUID> {
    List<ImportPiece> findByDraftOrderByFileNoAscPieceNoAsc(UUID draft);
}
