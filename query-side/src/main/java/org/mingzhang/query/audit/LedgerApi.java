package org.mingzhang.query.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoint, key, proofs and bundles for programs. */
@RestController
class LedgerApi {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final CheckpointKeeper keeper;
    private final BundleExport export;
    private final EventLog log;
    private final AuditScope scope;

    LedgerApi(CheckpointKeeper keeper, BundleExport export, EventLog log, AuditScope scope) {
        this.keeper = keeper;
        this.export = export;
        this.log = log;
        this.scope = scope;
    }

    /** The latest signed checkpoint, a C2SP note; keep it, and it shows later whether the past was rewritten. */
    @GetMapping("/api/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        return text(keeper.latest().orElseGet(keeper::cut));
    }

    /** The key that checkpoints are verified with. */
    @GetMapping("/api/ledger/key")
    ResponseEntity<String> key() {
        return text(keeper.verifier() + "\n");
    }

    /** Signs with another key from now on; the answer is the new key. Administrators only. */
    @PostMapping("/api/ledger/key")
    ResponseEntity<String> rotate() {
        return text(keeper.rotate() + "\n");
    }

    /** That the log still begins with its first {@code from} events; for everybody, since it holds only hashes. */
    @GetMapping("/api/ledger/proofs/growth")
    ResponseEntity<String> growth(@RequestParam long from) {
        within(from, 0);
        return file("growth-" + from + ".txt", TEXT, export.growth(from));
    }

    /** One event with the proof that it is in the log, a C2SP tlog-proof; only for auditors of what it is about. */
    @GetMapping("/api/ledger/proofs/inclusion")
    ResponseEntity<String> inclusion(@RequestParam long position) {
        boolean there = position >= 1 && position <= log.head();
        onlyIf(there ? scope.covers(log.read(position - 1, 1).getFirst().stream()) : scope.isAuditor());
        within(position, 1);
        return file("position-" + position + ".tlog-proof", TEXT, export.inclusion(position));
    }

    /** Every event with a checkpoint of now, for {@code ./mingzhang verify-ledger}; only for auditors of everything. */
    @GetMapping(path = "/api/ledger/bundle.zip", params = "!budget")
    void bundle(HttpServletResponse response) throws IOException {
        onlyIf(scope.isWhole());
        export.write(zip("mingzhang-ledger.zip", response));
    }

    /**
     * The events of one budget, of the funds or of the rules of a division, each with its proof; only for its auditors.
     *
     * @param budget its number, such as {@code 411200-103-2025}, {@code 411200-funds-2025} or {@code 411200-policy}
     * @param since how many events a kept checkpoint counts, to be compared with it later
     * @param submissions what was handed in for the budget instead, accepted or refused
     */
    @GetMapping(path = "/api/ledger/bundle.zip", params = "budget")
    void bundle(
            @RequestParam String budget,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(defaultValue = "false") boolean submissions,
            HttpServletResponse response)
            throws IOException {
        onlyIf(scope.isAuditor());
        String about = scope.stream(budget);
        onlyIf(scope.covers(about));
        String stream = submissions ? SubmissionEvent.beside(about) : about;
        if (log.streamVersion(stream) < 0) {
            throw new PageNotFound();
        }
        if (since != null) {
            within(since, 0);
        }
        OptionalLong from = since == null ? OptionalLong.empty() : OptionalLong.of(since);
        export.writeStream(stream, from, zip("mingzhang-" + stream + ".zip", response));
    }

    /** Of what is no number of a budget; the words are those of every request that cannot be read. */
    @ExceptionHandler(InvalidValueException.class)
    ProblemDetail unreadable() {
        return ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ProblemDetail unsigned(NoCheckpointException unsigned) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unsigned.getMessage());
    }

    /** What the log does not have is said in the language of whoever asks. */
    private void within(long position, long least) {
        long head = log.head();
        if (position < least || position > head) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "position", position, head);
        }
    }

    private static void onlyIf(boolean theirs) {
        if (!theirs) {
            throw new PageNotFound();
        }
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    private static ResponseEntity<String> file(String name, MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(body);
    }

    /** Written by the thread of the request: what is answered later has a time limit, and an auditor's line may be slow. */
    private static OutputStream zip(String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        return response.getOutputStream();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
