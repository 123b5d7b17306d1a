package org.mingzhang.query.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.query.audit.CellExplainer;
import org.mingzhang.query.audit.CellProof;
import org.mingzhang.query.audit.CellQuestion;
import org.mingzhang.query.audit.Explanation;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a cell of a table comes from, asked as its table is; {@code page} goes on to earlier events. For auditors all of
 * its events with their proofs in one file, too.
 */
@RestController
class CellApi {
    private final CellExplainer explainer;
    private final CellProof proof;

    CellApi(CellExplainer explainer, CellProof proof) {
        this.explainer = explainer;
        this.proof = proof;
    }

    @GetMapping("/api/budgets/{id}/tables/{number:\\d{1,2}}/cells/{row}/{column}/explanation")
    Explanation explanation(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam Map<String, String> parameters) {
        return explainer
                .explain(CellQuestion.of(id, number, row, column, parameters))
                .explanation();
    }

    /** An evidence pack, for {@code ./mingzhang verify-ledger}; written by the thread of the request, whose line may be slow. */
    @GetMapping("/api/budgets/{id}/tables/{number:\\d{1,2}}/cells/{row}/{column}/proof.zip")
    void proof(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        CellProof.Ready ready =
                proof.of(CellQuestion.of(id, number, row, column, parameters), parameters.getOrDefault("since", ""));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("cell-" + id + "-" + number + ".zip")
                        .build()
                        .toString());
        proof.write(ready, response.getOutputStream());
    }

    @ExceptionHandler
    ProblemDetail unsigned(NoCheckpointException unsigned) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unsigned.getMessage());
    }
}
