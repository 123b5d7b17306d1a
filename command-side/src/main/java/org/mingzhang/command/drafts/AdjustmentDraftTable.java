package org.mingzhang.command.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AdjustmentDraftTable extends JpaRepository<AdjustmentDraft, UUID> {
    List<AdjustmentDraft> findByOwnerOrderByChangedAtDesc(String owner);
}
