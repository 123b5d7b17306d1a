package org.mingzhang.query.audit;

import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Checkpoint, key and bundle for programs. */
@RestController
class LedgerApi {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final CheckpointKeeper keeper;
    private final BundleExport export;
    private final CurrentVisitor visitors;

    LedgerApi(CheckpointKeeper keeper, BundleExport export, CurrentVisitor visitors) {
        this.keeper = keeper;
        this.export = export;
        this.visitors = visitors;
    }

    /** The latest signed checkpoint, a C2SP note; keep it, and it shows later whether the past was rewritten. */
    @GetMapping("/api/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok().contentType(TEXT).body(keeper.latest().orElseGet(keeper::cut));
    }

    /** The key that checkpoints are verified with. */
    @GetMapping("/api/ledger/key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(TEXT).body(keeper.verifier() + "\n");
    }

    /** Every event with a checkpoint of now, for {@code ./mingzhang verify-ledger}; auditors only. */
    @GetMapping("/api/ledger/bundle.zip")
    ResponseEntity<StreamingResponseBody> bundle() {
        if (visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR)).isEmpty()) {
            throw new PageNotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mingzhang-ledger.zip")
                                .build()
                                .toString())
                .body(export::write);
    }
}
