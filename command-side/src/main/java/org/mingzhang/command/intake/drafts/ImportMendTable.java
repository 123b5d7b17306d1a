package org.mingzhang.command.intake.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImportMendTable extends JpaRepository<ImportMend, UUID> {
    List<ImportMend> findByDraft(UUID draft);
}
