package org.mingzhang.query.execution;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.query.execution.AttachmentContents.Content;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives the files of an adjustment to whoever may see the adjustment, always as something to save and never as something to
 * show; one whose bytes are not what was submitted is not given, and that is said.
 */
@Controller
class AttachmentDownload {
    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;
    private final AttachmentContents contents;

    AttachmentDownload(BudgetShelf budgets, AdjustmentShelf shelf, AttachmentContents contents) {
        this.budgets = budgets;
        this.shelf = shelf;
        this.contents = contents;
    }

    private record Found(Attachment file, Optional<Content> content) {
        boolean unchanged() {
            return content.filter(now -> now.actual().equals(file.sha256())).isPresent();
        }

        String actual() {
            return content.map(Content::actual).orElse("");
        }
    }

    @GetMapping("/execute/{id}/adjustments/{number}/attachments/{sha256}")
    Object page(@PathVariable String id, @PathVariable int number, @PathVariable String sha256, Model model) {
        Found found = found(id, number, sha256);
        if (found.unchanged()) {
            return given(found);
        }
        model.addAttribute("file", found.file());
        model.addAttribute("actual", found.actual());
        model.addAttribute("document", "/execute/" + id + "/adjustments/" + number);
        return new ModelAndView("execute/attachment-changed", model.asMap(), HttpStatus.CONFLICT);
    }

    @GetMapping("/api/execution/{id}/adjustments/{number}/attachments/{sha256}")
    ResponseEntity<?> file(@PathVariable String id, @PathVariable int number, @PathVariable String sha256) {
        Found found = found(id, number, sha256);
        if (found.unchanged()) {
            return given(found);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "the stored bytes are not those that were submitted");
        problem.setTitle("attachment-changed");
        problem.setProperty("key", "attachment-changed");
        problem.setProperty("expected", found.file().sha256());
        problem.setProperty("actual", found.actual());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Found found(String id, int number, String sha256) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        Attachment file = document.attachments().stream()
                .map(Facts.AttachmentFact::file)
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(PageNotFound::new);
        Optional<Content> own = contents.read(budget.id(), sha256);
        return new Found(file, own.or(() -> elsewhere(document, sha256)));
    }

    /** What came with a 划转 was handed in where it is decided on, and belongs to both documents. */
    private Optional<Content> elsewhere(AdjustmentDocument document, String sha256) {
        return document.counterpart()
                .flatMap(other -> contents.read(other.document().budget(), sha256));
    }

    private static ResponseEntity<byte[]> given(Found found) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.file().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + found.file().sha256() + "\"")
                .body(found.content().orElseThrow().bytes());
    }
}
