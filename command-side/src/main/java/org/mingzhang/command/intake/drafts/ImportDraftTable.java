package org.mingzhang.command.intake.drafts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImportDraftTable extends JpaRepository<ImportDraft, UUID> {
    List<ImportDraft> findByOwnerAndBudgetOrderByCreatedAtDesc(String owner, String budget);

    List<ImportDraft> findByCreatedAtBefore(Instant instant);
}
