package org.mingzhang.command.intake.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Refusal;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.Problem;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.UnreadableBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: one request examines, and records when it says so and nothing is wrong. */
@RestController
class ImportApi {
    private final Intake intake;
    private final ImportDesk desk;
    private final CommandDoor door;

    ImportApi(Intake intake, ImportDesk desk, CommandDoor door) {
        this.intake = intake;
        this.desk = desk;
        this.door = door;
    }

    /**
     * Examines the files.
     *
     * @param record whether to record them too; all or nothing, and a second time changes nothing
     */
    @PostMapping(path = "/api/budgets/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> examine(
            @PathVariable String id,
            @RequestParam List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean record,
            Locale locale)
            throws IOException {
        RefusalWords words = RefusalWords.in(locale);
        try {
            return examined(BudgetId.parse(id), ImportPages.sent(files), record, words);
        } catch (UnreadableBook e) {
            return problem(words, HttpStatus.BAD_REQUEST, "unreadable", e.rule(), words.ofRule(e.rule(), e.text()));
        } catch (InvalidValueException e) {
            return problem(words, HttpStatus.BAD_REQUEST, "unreadable", e.rule(), words.of(e));
        } catch (LogUnavailableException e) {
            return problem(
                    words,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "unavailable",
                    words.ofRequest("request.unavailable", Map.of()));
        }
    }

    private ResponseEntity<Object> examined(
            BudgetId budget, List<UploadedFile> files, boolean record, RefusalWords words) {
        String names = String.join("、", files.stream().map(UploadedFile::name).toList());
        Envelope<BudgetId> circumstances =
                door.envelope(budget, Identities.next().toString());
        Examination examination = intake.examine(
                circumstances,
                new BookReader(Limits.usual()).read(files, Progress.NONE),
                Choices.none(ImportDesk.reason(names)));
        if (record && !examination.fits()) {
            desk.insisted(circumstances, examination, door.origin(Origin.Channel.IMPORT));
            return unfit(examination, ImportAnswer.of(examination, Optional.empty(), words), words);
        }
        if (!record || examination.batch().isEmpty()) {
            return ResponseEntity.ok(ImportAnswer.of(examination, Optional.empty(), words));
        }
        return recorded(circumstances, examination, words);
    }

    private ResponseEntity<Object> recorded(
            Envelope<BudgetId> circumstances, Examination examination, RefusalWords words) {
        String mark = ImportDesk.mark(examination);
        Envelope<BudgetId> act = door.envelope(circumstances.message(), "import-" + mark);
        return switch (desk.submit(
                act.with(examination.batch().orElseThrow()),
                mark,
                examination.version(),
                door.origin(Origin.Channel.IMPORT))) {
            case Outcome.Done done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/budgets/" + examination.budget() + "?after=" + done.position())
                        .eTag("\"" + done.version() + "\"")
                        .body(ImportAnswer.of(examination, Optional.of(done), words));
            case Outcome other ->
                problem(words, HttpStatus.CONFLICT, "stale", "stale", words.ofRule("intake.moved-on", ""));
        };
    }

    private static ResponseEntity<Object> unfit(Examination examination, ImportAnswer answer, RefusalWords words) {
        ImportAnswer.Fault first = answer.errors().getFirst();
        HttpStatus status = status(examination);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, first.words());
        problem.setTitle(words.ofRequest("request.title-refused", Map.of()));
        problem.setProperty("key", first.key());
        problem.setProperty("errors", answer.errors());
        problem.setProperty("sheets", answer.sheets());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** As commands are answered: not theirs, not by them or not now, or not as it is. */
    private static HttpStatus status(Examination examination) {
        if (examination.names(Refusal.OfAnotherUnit.class)) {
            return HttpStatus.FORBIDDEN;
        }
        boolean onlyNow = examination
                .problems()
                .allMatch(problem -> problem.cause() instanceof Problem.Cause.Objection(Refusal refusal)
                        && !(refusal instanceof Refusal.Unfit));
        return onlyNow ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static ResponseEntity<Object> problem(
            RefusalWords words, HttpStatus status, String title, String key, String said) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, said);
        problem.setTitle(words.ofRequest("request.title-" + title, Map.of()));
        problem.setProperty("key", key);
        problem.setProperty("errors", List.of(ImportAnswer.Fault.ofFile(key, said)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
