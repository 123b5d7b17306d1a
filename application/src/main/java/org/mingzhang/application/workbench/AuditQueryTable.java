package org.mingzhang.application.workbench;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AuditQueryTable extends JpaRepository<AuditQuery, UUID> {
    List<AuditQuery> findByOwnerOrderByName(String owner);
}
