package org.mingzhang.command.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Outcomes as HTTP: 200 or 201 with a token to wait for, 400, 409, 412, 422 and 503 as problem documents (RFC 9457). */
final class ApiAnswers {
    private final CommandDoor door;
    private final Problems problems;

    ApiAnswers(CommandDoor door, Locale locale) {
        this.door = door;
        this.problems = new Problems(locale);
    }

    /**
     * What was recorded.
     *
     * @param budget the budget, or the funds, that the command was about
     * @param version of its stream, to send back as {@code If-Match}
     * @param position to wait for when reading, as {@code ?after=}
     */
    record Receipt(String budget, long version, long position, int events, boolean repeated) {}

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer into the body; empty for the whole
     */
    record Fault(String pointer, String key, String words, Map<String, String> arguments) {
        static Fault of(FieldProblem problem) {
            return new Fault(pointer(problem.field()), problem.key(), problem.words(), problem.arguments());
        }

        private static String pointer(String field) {
            return field.isEmpty()
                    ? ""
                    : "/"
                            + field.replace("~", "~0")
                                    .replace("/", "~1")
                                    .replace("[", "/")
                                    .replace("]", "")
                                    .replace('.', '/');
        }
    }

    ResponseEntity<Object> of(LedgerCommand command, Outcome outcome, boolean creates) {
        return switch (outcome) {
            case Outcome.Done done -> done(command.stream(), done, creates);
            case Outcome.Refused refused ->
                titled(status(refused.objections()), "refused", problems.of(command, refused.objections()));
            case Outcome.Stale stale ->
                titled(HttpStatus.PRECONDITION_FAILED, "stale", problems.stale(stale, command.stream(), door));
            case Outcome.KeyReused reused ->
                titled(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", problems.keyReused());
        };
    }

    /**
     * The outcome of a command to a division.
     *
     * @param location where what it created can be read
     */
    ResponseEntity<Object> of(DivisionCommand command, Outcome outcome, boolean creates, String location) {
        return switch (outcome) {
            case Outcome.Done done ->
                ResponseEntity.status(creates && !done.repeated() ? HttpStatus.CREATED : HttpStatus.OK)
                        .header("Location", location)
                        .body(new Receipt(
                                command.stream(), done.version(), done.position(), done.events(), done.repeated()));
            case Outcome.Refused refused ->
                titled(status(refused.objections()), "refused", problems.of(refused.objections()));
            case Outcome.Stale stale ->
                titled(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        problems.stale(stale.expectedVersion(), stale.actualVersion()));
            case Outcome.KeyReused ignored ->
                titled(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", problems.keyReused());
        };
    }

    ResponseEntity<Object> unreadable(UnreadableFields unreadable) {
        return titled(HttpStatus.BAD_REQUEST, "unreadable", problems.of(unreadable));
    }

    /** A request of which not even the fields can be told apart. */
    ResponseEntity<Object> unreadable(InvalidValueException invalid) {
        boolean named = invalid.rule().equals("request.field-missing");
        return unreadable(new UnreadableFields(
                List.of(new UnreadableFields.Problem(named ? invalid.text() : "", invalid.rule(), invalid.text()))));
    }

    ResponseEntity<Object> tooLarge(int bytes) {
        String limit = bytes / (1024 * 1024) + " MB";
        return titled(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                problems.of(
                        new UnreadableFields(List.of(new UnreadableFields.Problem("", "request.too-large", limit)))));
    }

    /** Nobody knows whether it is recorded; the same key tells, as soon as the log is there again. */
    ResponseEntity<Object> unavailable() {
        ResponseEntity<Object> problem = titled(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", problems.unavailable());
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem.getBody());
    }

    /** What was answered before, once more. */
    static ResponseEntity<Object> again(String stream, Outcome.Done done) {
        return done(stream, done, true);
    }

    private static ResponseEntity<Object> done(String stream, Outcome.Done done, boolean creates) {
        String read = FundsId.isOne(stream) ? "/api/funds/" : "/api/budgets/";
        return ResponseEntity.status(creates && done.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .header("Location", read + stream + "?after=" + done.position())
                .eTag("\"" + done.version() + "\"")
                .body(new Receipt(stream, done.version(), done.position(), done.events(), done.repeated()));
    }

    /** 409 when somebody else or another time would do, 422 when the content has to change. */
    private static HttpStatus status(List<Decision.Objection> objections) {
        boolean unfit = objections.stream().anyMatch(objection -> objection.refusal() instanceof Refusal.Unfit);
        return unfit ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    private ResponseEntity<Object> titled(HttpStatus status, String title, List<FieldProblem> faults) {
        return problem(status, problems.title(title), faults);
    }

    /**
     * A problem document.
     *
     * @param title in the reader's words
     */
    static ResponseEntity<Object> problem(HttpStatus status, String title, List<FieldProblem> faults) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, faults.getFirst().words());
        problem.setTitle(title);
        problem.setProperty("key", faults.getFirst().key());
        problem.setProperty("errors", faults.stream().map(Fault::of).toList());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
