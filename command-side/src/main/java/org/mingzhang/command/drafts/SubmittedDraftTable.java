package org.mingzhang.command.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SubmittedDraftTable extends JpaRepository<SubmittedDraft, UUID> {
    List<SubmittedDraft> findByDraft(UUID draft);
}
