package org.mingzhang.application.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.execution.DraftsOnDesk;
import org.springframework.stereotype.Component;

/** The drafts of the deciding side, for the pages. */
@Component
class KeptDrafts implements DraftsOnDesk {
    private final AdjustmentDrafts drafts;

    KeptDrafts(AdjustmentDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<Draft> find(UUID id, BudgetId budget, String login) {
        return drafts.find(id, budget, login).map(KeptDrafts::shown);
    }

    @Override
    public List<Draft> of(String login) {
        return drafts.of(login).stream().map(KeptDrafts::shown).toList();
    }

    private static Draft shown(AdjustmentDrafts.Draft draft) {
        return new Draft(
                draft.id(),
                draft.budget(),
                draft.version(),
                draft.fields(),
                draft.files().stream().map(KeptDrafts::file).toList(),
                draft.changedAt());
    }

    private static Map<String, String> file(AttachmentShelf.Kept kept) {
        return Map.of(
                "id", kept.id().toString(),
                "name", kept.file().name(),
                "size", Long.toString(kept.file().size()));
    }
}
