package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.command.drafts.AdjustmentDrafts.Difference;
import org.mingzhang.command.drafts.AdjustmentDrafts.Draft;
import org.mingzhang.command.drafts.AdjustmentDrafts.Saving;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** One request about a draft and its answer; a version is that of the draft, not of the budget. */
final class DraftExchange {
    private static final String FILES = "files";

    private final HttpServletRequest request;
    private final byte[] body;
    private final List<UploadedFile> workbook;
    private final Locale locale;
    private final Problems problems;

    DraftExchange(HttpServletRequest request, Locale locale) throws IOException {
        this.request = request;
        this.body = ApiExchange.body(request);
        this.workbook = SentWorkbook.files(request);
        this.locale = locale;
        this.problems = new Problems(locale);
    }

    /** What is to be saved, and which files that were sent before it keeps. */
    record Written(Map<String, String> fields, List<UUID> kept) {}

    Written written(List<AttachmentShelf.Kept> held) {
        Sent.Group sent = SentWorkbook.with(SentJson.read(body), workbook);
        List<UUID> ids = held.stream().map(AttachmentShelf.Kept::id).toList();
        List<UUID> kept = sent.members().containsKey(FILES) ? named(sent, ids) : ids;
        return new Written(WrittenDocument.fields(sent.without(FILES)), kept);
    }

    private static List<UUID> named(Sent.Group sent, List<UUID> held) {
        List<UUID> kept = new ArrayList<>();
        if (!(sent.members().get(FILES) instanceof Sent.Rows(List<Sent> rows))) {
            throw new InvalidValueException("request.not-a-list", FILES);
        }
        for (Sent row : rows) {
            UUID id = held.stream()
                    .filter(one -> row.equals(new Sent.Text(one.toString())))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValueException("request.not-a-choice", row.toString()));
            kept.add(id);
        }
        return kept;
    }

    /** A file that nobody may attach is refused at once, so that a draft never holds one. */
    void examined(TakenFiles taken) {
        List<FieldProblem> refused = taken.refused(problems);
        if (!refused.isEmpty()) {
            throw new Answered(
                    ApiAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, problems.title("refused"), refused));
        }
    }

    /** What could never become a document is no draft of a program either; what is only missing may follow. */
    void readable(List<UnreadableFields.Problem> unreadable) {
        if (!unreadable.isEmpty()) {
            throw new Answered(ApiAnswers.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    problems.title("unreadable"),
                    problems.of(new UnreadableFields(unreadable))));
        }
    }

    Locale locale() {
        return locale;
    }

    /** The version that was read; whoever saves without one would overwrite what they have not seen. */
    long version() {
        return ApiExchange.version(request)
                .orElseThrow(() -> new InvalidValueException("request.field-missing", HttpHeaders.IF_MATCH));
    }

    /**
     * Whether a draft is not as whoever sends it has seen it. One that is still there though a document came of it was saved
     * again while that was on its way: whoever does not say that they have seen it asks for the answer of then.
     */
    boolean hasMoved(Draft draft, List<AdjustmentDrafts.Became> became) {
        OptionalLong seen = ApiExchange.version(request);
        return seen.isPresent() ? seen.getAsLong() != draft.version() : !became.isEmpty();
    }

    OptionalLong noVersion() {
        return OptionalLong.empty();
    }

    /**
     * Of one version of a draft only one document can come, also where its answer was lost and another node is asked again;
     * whoever sends a key of their own knows what they repeat.
     */
    String key(Draft draft) {
        return request.getHeader(ApiExchange.KEY) == null
                ? keyOf(draft.id()) + draft.version()
                : ApiExchange.key(request);
    }

    /**
     * The answer that this very request was given before, as its key tells; without a key that of the draft as it stands, or,
     * when it is gone, that of what it became. Whoever names the draft as it stands asks for this one: whether their key was
     * used for another, the log knows.
     */
    Optional<AdjustmentDrafts.Became> before(UUID draft, Optional<Draft> now, List<AdjustmentDrafts.Became> became) {
        String own = request.getHeader(ApiExchange.KEY);
        OptionalLong seen = ApiExchange.version(request);
        if (own != null
                && now.isPresent()
                && seen.equals(OptionalLong.of(now.get().version()))) {
            return Optional.empty();
        }
        String wanted = own == null ? now.map(this::key).orElse(null) : own;
        return became.stream()
                .filter(one -> wanted == null
                        ? one.key().startsWith(keyOf(draft))
                        : one.key().equals(wanted))
                .findFirst();
    }

    private static String keyOf(UUID draft) {
        return "draft-" + draft + "-";
    }

    ApiAnswers answers(CommandDoor door) {
        return new ApiAnswers(door, locale);
    }

    ResponseEntity<Object> moved(Draft draft) {
        return ApiAnswers.problem(
                HttpStatus.PRECONDITION_FAILED,
                problems.title("stale"),
                problems.draftMoved(draft.version(), List.of()));
    }

    ResponseEntity<Object> overtaken(Saving.Overtaken overtaken) {
        List<Difference> differences = overtaken.differences();
        return ApiAnswers.problem(
                HttpStatus.PRECONDITION_FAILED,
                problems.title("stale"),
                problems.draftMoved(overtaken.now().version(), differences));
    }

    ResponseEntity<Object> tooLong() {
        return ApiAnswers.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                problems.title("too-large"),
                problems.of(
                        new UnreadableFields(List.of(new UnreadableFields.Problem("", "request.too-large", "1 MB")))));
    }

    /** What is no draft and no command is told field by field. */
    ResponseEntity<Object> answer(Supplier<ResponseEntity<Object>> act) {
        if (body.length > ApiExchange.LARGEST_BODY) {
            return tooLong();
        }
        try {
            return act.get();
        } catch (Answered e) {
            return e.answer();
        } catch (UnreadableFields e) {
            return unreadable(e);
        } catch (InvalidValueException e) {
            boolean named = e.rule().equals("request.field-missing");
            return unreadable(new UnreadableFields(
                    List.of(new UnreadableFields.Problem(named ? e.text() : "", e.rule(), e.text()))));
        } catch (LogUnavailableException e) {
            return ApiAnswers.problem(
                    HttpStatus.SERVICE_UNAVAILABLE, problems.title("unavailable"), problems.unavailable());
        }
    }

    private ResponseEntity<Object> unreadable(UnreadableFields unreadable) {
        return ApiAnswers.problem(HttpStatus.BAD_REQUEST, problems.title("unreadable"), problems.of(unreadable));
    }

    /** Leaves early with an answer. */
    private static final class Answered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ResponseEntity<Object> answer;

        Answered(ResponseEntity<Object> answer) {
            super("answered", null, false, false);
            this.answer = answer;
        }

        ResponseEntity<Object> answer() {
            return answer;
        }
    }
}
