package org.mingzhang.command.attachments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface KeptFileTable extends JpaRepository<KeptFile, UUID> {
    List<KeptFile> findByBudgetAndSha256(String budget, String sha256);

    List<KeptFile> findByNamedFalseAndDraftIsNullAndTouchedAtBefore(Instant instant);

    /** One that is offered with a command meanwhile stays. */
    @Modifying
    @Query("delete from KeptFile file where file.id = :id and file.touchedAt < :limit and file.named = false"
            + " and file.draft is null")
    int remove(UUID id, Instant limit);

    @Modifying
    @Query("update KeptFile file set file.named = true where file.id = :id")
    int name(UUID id);

    /** Answers how many there were; whoever offers a file again keeps it from being cleared away meanwhile. */
    @Modifying
    @Query("update KeptFile file set file.touchedAt = :now"
            + " where file.id = :id and file.budget = :budget and file.owner = :owner")
    int touch(UUID id, String budget, String owner, Instant now);

    List<KeptFile> findByDraftOrderByNameAscIdAsc(UUID draft);

    List<KeptFile> findByOwnerAndDraftIsNotNullOrderByNameAscIdAsc(String owner);

    @Modifying
    @Query("update KeptFile file set file.draft = null, file.touchedAt = :now where file.draft = :draft")
    int release(UUID draft, Instant now);

    @Modifying
    @Query("update KeptFile file set file.draft = :draft, file.touchedAt = :now"
            + " where file.id = :id and file.owner = :owner")
    int hold(UUID id, UUID draft, String owner, Instant now);
}
