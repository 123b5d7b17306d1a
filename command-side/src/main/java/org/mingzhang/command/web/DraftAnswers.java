package org.mingzhang.command.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.drafts.AdjustmentDrafts.Draft;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Drafts as a program reads them. */
final class DraftAnswers {
    private DraftAnswers() {}

    /** @param id to be named under {@code files} of a draft that keeps it */
    record File(UUID id, String name, long size, String sha256) {
        static File of(AttachmentShelf.Kept kept) {
            return new File(
                    kept.id(),
                    kept.file().name(),
                    kept.file().size(),
                    kept.file().sha256());
        }
    }

    /**
     * A draft as it was last saved.
     *
     * @param version to be sent back in If-Match
     * @param amiss what is missing or wrong, so that it could not be submitted as it is; empty when nothing is
     * @param document the members of a {@code POST} to {@code /api/budgets/{id}/adjustments}, as far as they are said; with
     *     {@code project} among them, those of one to {@code /api/budgets/{id}/projects/{project}/adjustment}
     */
    record Shown(
            UUID id,
            String budget,
            long version,
            Instant changedAt,
            List<ApiAnswers.Fault> amiss,
            Map<String, Object> document,
            List<File> files) {
        static Shown of(Draft draft, List<FieldProblem> amiss) {
            return new Shown(
                    draft.id(),
                    draft.budget().toString(),
                    draft.version(),
                    draft.changedAt(),
                    amiss.stream().map(ApiAnswers.Fault::of).toList(),
                    WrittenDocument.shown(draft.fields()),
                    draft.files().stream().map(File::of).toList());
        }
    }

    static ResponseEntity<Object> shown(HttpStatus status, Draft draft, List<FieldProblem> amiss) {
        return ResponseEntity.status(status)
                .eTag("\"" + draft.version() + "\"")
                .header("Location", "/api/execution/" + draft.budget() + "/adjustments/drafts/" + draft.id())
                .body(Shown.of(draft, amiss));
    }
}
