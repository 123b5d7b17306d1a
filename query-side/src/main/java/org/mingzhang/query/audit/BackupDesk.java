package org.mingzhang.query.audit;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Backups at a word of the administrator; they stay on the server, because the signing key is in them. */
@Controller
class BackupDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);

    private final OwnBackup backup;

    BackupDesk(OwnBackup backup) {
        this.backup = backup;
    }

    @PostMapping("/ledger/backup")
    String page(RedirectAttributes attributes) {
        try {
            if (backup.isPossible()) {
                attributes.addFlashAttribute("backedUp", backup.take().toString());
            }
        } catch (IOException e) {
            LOG.warn("no backup could be made", e);
            attributes.addFlashAttribute("notBackedUp", true);
        }
        return "redirect:/ledger#backup";
    }

    /** Answers the folder on the server; 409 where the database has programs of its own for it. */
    @PostMapping("/api/ledger/backup")
    @ResponseBody
    ResponseEntity<?> program() throws IOException {
        if (!backup.isPossible()) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT,
                            "the database is not the embedded one: copy the folder of the ledger, then use pg_dump"))
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Taken(backup.take().toString()));
    }

    /** @param folder on the server */
    record Taken(String folder) {}
}
