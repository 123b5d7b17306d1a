package org.mingzhang.query.audit;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who handed in what for a budget, for funds or for the rules of a division, when and from where, and what became of it; for auditors. */
@Controller
class SubmissionsPage {
    private static final int PAGE = 50;

    /** So many are fetched while a file is written. */
    private static final int AT_ONCE = 500;

    /** A refused workbook may have hundreds. */
    private static final int REASONS = 10;

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final Grid<Line> GRID = new Grid<>(
            "submissions.title",
            List.of(
                    GridColumn.count("submissions.position", Line::position),
                    GridColumn.text("submissions.at", Line::at),
                    GridColumn.code("submissions.who", line -> line.actor().displayName()),
                    GridColumn.code("submissions.login", line -> line.actor().login()),
                    GridColumn.words(
                            "delegation.role",
                            line -> "role." + line.actor().role().name()),
                    GridColumn.words(
                            "submissions.from",
                            line -> "submissions.channel."
                                    + line.submission().origin().channel().name()),
                    GridColumn.code(
                            "administration.where",
                            line -> line.submission().origin().address()),
                    GridColumn.code("submissions.what", Line::what),
                    GridColumn.words(
                            "submissions.outcome",
                            line -> line.accepted() ? "submissions.accepted" : "submissions.refused"),
                    GridColumn.text("submissions.became", line -> String.join("; ", line.reasons()))));

    private final SubmissionNotes notes;
    private final ReasonWords words;
    private final EventLog log;
    private final AuditScope scope;
    private final MessageSource messages;

    SubmissionsPage(SubmissionNotes notes, ReasonWords words, EventLog log, AuditScope scope, MessageSource messages) {
        this.notes = notes;
        this.words = words;
        this.log = log;
        this.scope = scope;
        this.messages = messages;
    }

    /**
     * A line of the page.
     *
     * @param what was handed in, as people call it
     * @param version of the budget after it, or that spoke against it
     * @param more reasons than are said
     */
    public record Line(
            long position,
            String at,
            Actor actor,
            HandedIn submission,
            String what,
            boolean accepted,
            long version,
            int events,
            List<String> reasons,
            int more) {}

    @GetMapping("/ledger/submissions")
    String submissions(
            @RequestParam String budget,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        String about = known(budget);
        SubmissionNotes.Wanted wanted = new SubmissionNotes.Wanted(
                chosen(outcome),
                Optional.of(login.strip()).filter(text -> !text.isEmpty()),
                Optional.ofNullable(before));
        List<SubmissionNotes.Note> read = notes.read(about, wanted, PAGE + 1);
        List<Line> lines =
                read.stream().limit(PAGE).map(note -> line(note, locale)).toList();
        model.addAttribute("budget", about);
        model.addAttribute("outcome", outcome);
        model.addAttribute("login", login.strip());
        model.addAttribute("lines", lines);
        model.addAttribute("paged", before != null);
        model.addAttribute(
                "next", read.size() > PAGE ? Optional.of(lines.getLast().position()) : Optional.empty());
        return "submissions";
    }

    @GetMapping(path = "/ledger/submissions", params = "format")
    View file(
            @RequestParam String budget,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String login,
            @RequestParam GridFormat format,
            Locale locale) {
        String about = known(budget);
        return GRID.file(
                about,
                () -> new EveryNote(
                        before -> notes.read(
                                about,
                                new SubmissionNotes.Wanted(
                                        chosen(outcome),
                                        Optional.of(login.strip()).filter(text -> !text.isEmpty()),
                                        before),
                                AT_ONCE),
                        note -> line(note, locale)),
                format);
    }

    /** Nobody else hears whether there is such a budget, or such funds. */
    private String known(String asked) {
        try {
            String about = scope.stream(asked);
            boolean there = log.streamVersion(about) >= 0 || log.streamVersion(SubmissionEvent.beside(about)) >= 0;
            if (scope.covers(about) && there) {
                return about;
            }
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
        throw new PageNotFound();
    }

    private static Optional<SubmissionNotes.Outcome> chosen(String outcome) {
        return Arrays.stream(SubmissionNotes.Outcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst();
    }

    private Line line(SubmissionNotes.Note note, Locale locale) {
        return switch (note.event()) {
            case SubmissionEvent.CommandAccepted accepted ->
                line(note, what(accepted, locale), true, accepted.version(), accepted.events(), List.of(), 0);
            case SubmissionEvent.CommandRefused refused -> {
                List<String> reasons = words.of(refused, REASONS, locale);
                int more = refused.objections().size() - reasons.size();
                yield line(note, what(refused, locale), false, refused.version(), 0, reasons, more);
            }
        };
    }

    private String what(SubmissionEvent event, Locale locale) {
        return CommandNames.of(event.submission().command(), messages, locale);
    }

    private static Line line(
            SubmissionNotes.Note note,
            String what,
            boolean accepted,
            long version,
            int events,
            List<String> reasons,
            int more) {
        OffsetDateTime at = note.recordedAt();
        return new Line(
                note.position(),
                SECOND.format(at),
                note.envelope().actor(),
                note.event().submission(),
                what,
                accepted,
                version,
                events,
                reasons,
                more);
    }
}
