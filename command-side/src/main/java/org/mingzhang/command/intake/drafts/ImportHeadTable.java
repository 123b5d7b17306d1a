package org.mingzhang.command.intake.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImportHeadTable extends JpaRepository<ImportHead, UUID> {
    List<ImportHead> findByOwner(String owner);
}
