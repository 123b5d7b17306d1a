package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.command.drafts.AdjustmentDrafts.Saving;
import org.mingzhang.command.drafts.AdjustmentDrafts.Writing;
import org.mingzhang.command.intake.book.UnreadableBook;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves and discards drafts of adjustments and of changes of approved projects, as far as they are written. */
@Controller
class DraftForms {
    private static final Set<String> NOT_WRITTEN =
            Set.of("key", "version", "back", "kept", "_csrf", "draft", "draftVersion", "part", WrittenDocument.PROJECT);

    /** A row of the form that a workbook replaces. */
    private static final Pattern ROW = Pattern.compile("(from|to)\\[\\d{1,4}]\\.(line|amount)");

    private final AdjustmentDrafts drafts;
    private final SentFiles files;
    private final BudgetCommands commands;
    private final CurrentActor actor;

    DraftForms(AdjustmentDrafts drafts, SentFiles files, BudgetCommands commands, @Lazy CurrentActor actor) {
        this.drafts = drafts;
        this.files = files;
        this.commands = commands;
        this.actor = actor;
    }

    @PostMapping({"/execute/{id}/adjustments/drafts", "/execute/{id}/projects/{project}/adjustment/drafts"})
    String save(@PathVariable String id, HttpServletRequest request, RedirectAttributes attributes) {
        BudgetId budget = theirs(id);
        Optional<String> project = project(request).map(text -> theirs(budget, text));
        TakenFiles taken = files.take(request, budget);
        Writing writing = new Writing(budget, actor.actor().login(), written(request), taken.ids());
        Saving saving = draft(request)
                .map(draft -> saved(draft, seen(request), writing))
                .orElseGet(() -> drafts.start(writing));
        String form = "redirect:/execute/" + budget
                + project.map(code -> "/projects/" + code + "/adjustment").orElse("/adjustments/new");
        return switch (saving) {
            case Saving.Saved saved -> form + "?saved&draft=" + saved.id();
            case Saving.Overtaken overtaken -> {
                attributes.addFlashAttribute("typed", writing.fields());
                attributes.addFlashAttribute("keptFiles", taken.kept());
                attributes.addFlashAttribute("overtaken", overtaken);
                yield form + "?draft=" + overtaken.now().id();
            }
            case Saving.Impossible ignored -> {
                attributes.addFlashAttribute("typed", writing.fields());
                attributes.addFlashAttribute("keptFiles", taken.kept());
                attributes.addFlashAttribute("draftGone", true);
                yield form;
            }
        };
    }

    /** A draft that has become one of another document meanwhile is none for this form. */
    private Saving saved(UUID draft, long seen, Writing writing) {
        String project = writing.fields().getOrDefault(WrittenDocument.PROJECT, "");
        boolean another = drafts.find(draft, writing.budget(), writing.owner())
                .filter(now ->
                        !now.fields().getOrDefault(WrittenDocument.PROJECT, "").equals(project))
                .isPresent();
        return another ? new Saving.Impossible() : drafts.save(draft, seen, writing);
    }

    /** Rows out of a workbook take the place of those in the form; what is wrong with them is said there. */
    @PostMapping("/execute/{id}/adjustments/workbook")
    String workbook(@PathVariable String id, HttpServletRequest request, Locale locale, RedirectAttributes attributes)
            throws IOException {
        BudgetId budget = theirs(id);
        Map<String, String> written = written(request);
        try {
            Map<String, String> rows = SentWorkbook.fields(SentWorkbook.files(request));
            written.keySet().removeIf(name -> ROW.matcher(name).matches());
            written.putAll(rows);
            Map<String, String[]> asked = new TreeMap<>();
            written.forEach((name, value) -> asked.put(name, new String[] {value}));
            attributes.addFlashAttribute("asked", asked);
        } catch (UnreadableBook e) {
            attributes.addFlashAttribute("refused", RefusalWords.in(locale).ofRule(e.rule(), e.text()));
        }
        TakenFiles taken = files.take(request, budget);
        attributes.addFlashAttribute("typed", written);
        attributes.addFlashAttribute("keptFiles", taken.kept());
        String form = "redirect:/execute/" + budget + "/adjustments/new";
        return draft(request).map(draft -> form + "?draft=" + draft).orElse(form);
    }

    @PostMapping("/execute/{id}/adjustments/drafts/{draft}/discard")
    String discard(@PathVariable String id, @PathVariable UUID draft) {
        BudgetId budget = theirs(id);
        drafts.discard(draft, budget, actor.actor().login());
        return "redirect:/execute/" + budget + "/adjustments?saved#drafts";
    }

    private BudgetId theirs(String id) {
        return OpenBudgets.of(id, commands);
    }

    /** A project of the budget that is theirs to change; whoever works for one unit knows only its own. */
    private String theirs(BudgetId budget, String project) {
        return commands.current(budget)
                .budget()
                .content()
                .projects()
                .values()
                .filter(known -> known.code().value().equals(project))
                .filter(known -> actor.unit().map(known.unit()::equals).orElse(true))
                .findFirst()
                .map(known -> known.code().value())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The project that the address of the form names. */
    private static Optional<String> project(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(WrittenDocument.PROJECT) instanceof String code
                ? Optional.of(code)
                : Optional.empty();
    }

    /** What the form says, but what it is sent with; which project it is about, its address says. */
    static Map<String, String> written(HttpServletRequest request) {
        Map<String, String> written = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_WRITTEN.contains(name) && !values[0].isBlank()) {
                written.put(name, values[0]);
            }
        });
        project(request).ifPresent(code -> written.put(WrittenDocument.PROJECT, code));
        return written;
    }

    static Optional<UUID> draft(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("draft"))
                    .filter(text -> !text.isBlank())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version that the form was shown with; none that there is when it does not say. */
    static long seen(HttpServletRequest request) {
        String text = Optional.ofNullable(request.getParameter("draftVersion")).orElse("");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
