package org.mingzhang.command.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.OfferedFile;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.kernel.value.Attachment;

/** The files of one request, in their order, and under which ids those that fit are kept. */
public final class TakenFiles {
    private final List<OfferedFile> offered = new ArrayList<>();
    private final Map<UUID, Attachment> kept = new LinkedHashMap<>();

    TakenFiles() {}

    int count() {
        return offered.size();
    }

    void again(Optional<AttachmentShelf.Kept> found) {
        found.ifPresentOrElse(
                file -> {
                    offered.add(new OfferedFile(file.file(), Optional.empty()));
                    kept.put(file.id(), file.file());
                },
                () -> offered.add(new OfferedFile(SentFiles.unknown(), Optional.of(new Refusal.AttachmentGone()))));
    }

    void fresh(OfferedFile file, Optional<UUID> id) {
        offered.add(file);
        id.ifPresent(found -> kept.put(found, file.file()));
    }

    /** The command with these files; as it is when there are none. */
    LedgerCommand with(LedgerCommand command) {
        return !offered.isEmpty() && command instanceof AdjustmentCommand adjustment
                ? new AdjustmentCommand.WithAttachments(adjustment, offered)
                : command;
    }

    /** What is wrong with those that cannot be attached. */
    List<FieldProblem> refused(Problems problems) {
        return problems.of(offered.stream()
                .flatMap(file -> file.problem().stream())
                .map(refusal -> new Decision.Objection(0, "files", refusal))
                .toList());
    }

    /** Under which they are kept. */
    List<UUID> ids() {
        return List.copyOf(kept.keySet());
    }

    /** For a form that is shown again: what need not be chosen a second time. */
    public List<Map<String, String>> kept() {
        return kept.entrySet().stream()
                .map(file -> Map.of(
                        "id", file.getKey().toString(),
                        "name", file.getValue().name(),
                        "size", Long.toString(file.getValue().size())))
                .toList();
    }
}
