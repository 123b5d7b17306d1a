package org.mingzhang.command.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.ExaminedRow;
import org.mingzhang.command.intake.ExaminedSheet;
import org.mingzhang.command.intake.Place;
import org.mingzhang.command.intake.Verdict;
import org.mingzhang.command.intake.book.UnreadableBook;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.intake.drafts.DraftShelf;
import org.mingzhang.command.intake.drafts.ImportDraft;
import org.mingzhang.command.intake.file.WorkbookFile;
import org.mingzhang.command.web.CurrentActor;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the import; the frame around them and who may see the budget is the application's. */
@Controller
public class ImportPages {
    /** What a page waits before it says that it takes longer. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final String ALL = "ALL";

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ImportDesk desk;
    private final DraftShelf shelf;
    private final BudgetCommands commands;
    private final CurrentActor actor;

    ImportPages(ImportDesk desk, DraftShelf shelf, BudgetCommands commands, @Lazy CurrentActor actor) {
        this.desk = desk;
        this.shelf = shelf;
        this.commands = commands;
        this.actor = actor;
    }

    @GetMapping("/prepare/{id}/import")
    String upload(@PathVariable String id, Model model) {
        // What was recorded is said here, and better than the frame could.
        model.addAttribute("objections", List.of());
        model.addAttribute("drafts", shelf.of(actor.actor().login(), BudgetId.parse(id)));
        return "intake/upload";
    }

    /** A budget is imported while it is prepared, its execution month by month; both go on under their own address. */
    @ModelAttribute("base")
    String base(@PathVariable String id, HttpServletRequest request) {
        boolean execution = request.getRequestURI().startsWith("/execute/");
        return (execution ? "/execute/" : "/prepare/") + BudgetId.parse(id) + "/import";
    }

    /** Where uploads of the kind begin. */
    private static String start(Model model) {
        String base = base(model);
        return "redirect:" + (base.startsWith("/execute/") ? base.replace("/import", "/months") : base);
    }

    private static String base(Model model) {
        return String.valueOf(model.getAttribute("base"));
    }

    @GetMapping("/execute/{id}/import")
    String executed(Model model) {
        return start(model);
    }

    @PostMapping({"/prepare/{id}/import", "/execute/{id}/import"})
    String uploaded(
            @PathVariable String id,
            @RequestParam List<MultipartFile> files,
            Locale locale,
            Model model,
            RedirectAttributes attributes)
            throws IOException {
        List<UploadedFile> sent = sent(files);
        if (sent.isEmpty()) {
            attributes.addFlashAttribute("refused", RefusalWords.in(locale).ofRule("book.empty", ""));
            return start(model);
        }
        return page(model, shelf.keep(BudgetId.parse(id), actor.actor().login(), sent));
    }

    static List<UploadedFile> sent(List<MultipartFile> files) throws IOException {
        List<UploadedFile> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            if (!file.isEmpty()) {
                String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
                sent.add(new UploadedFile(name.isBlank() ? "workbook" : name, file.getBytes()));
            }
        }
        return sent;
    }

    @GetMapping({"/prepare/{id}/import/{draft}", "/execute/{id}/import/{draft}"})
    String preview(
            @PathVariable String id,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam Optional<Integer> row,
            Locale locale,
            Model model,
            RedirectAttributes attributes) {
        Optional<ImportJob<ImportDesk.Recorded>> recording = recording(id, draft);
        if (recording.isPresent()) {
            return recorded(draft, recording.get(), attributes, model);
        }
        ImportDraft found = draft(id, draft);
        model.addAttribute("draft", found);
        ImportJob<Examination> job = desk.examination(found);
        try {
            Optional<Examination> examination = job.within(PATIENCE);
            if (examination.isEmpty()) {
                return progress(job.rows(), "reading", model);
            }
            Choices choices = shelf.choices(found, "");
            show(new Shown(sheet, verdict, page, row), examination.get(), choices, RefusalWords.in(locale), model);
            return "intake/preview";
        } catch (UnreadableBook e) {
            shelf.discard(draft);
            attributes.addFlashAttribute("refused", RefusalWords.in(locale).ofRule(e.rule(), e.text()));
            return start(model);
        }
    }

    /** What of the examination is asked for. */
    private record Shown(String sheet, String verdict, int page, Optional<Integer> row) {
        /** The rows asked for; those with something wrong when there are any and nobody asked. */
        String verdict(ExaminedSheet shown) {
            if (verdict.isEmpty() && shown.count(Verdict.UNFIT) > 0) {
                return Verdict.UNFIT.name();
            }
            return verdict.equals(ALL) ? "" : verdict;
        }

        /** The page with the row that a link leads to, or the page asked for. */
        int page(List<ExaminedRow> rows) {
            return row.flatMap(number -> IntStream.range(0, rows.size())
                            .filter(at -> rows.get(at).number() == number)
                            .mapToObj(at -> at / Preview.ROWS)
                            .findFirst())
                    .orElse(Math.clamp(page, 0, Math.max(0, (rows.size() - 1) / Preview.ROWS)));
        }
    }

    private static void show(Shown shown, Examination examination, Choices choices, RefusalWords words, Model model) {
        Preview preview = new Preview(examination, choices, words);
        model.addAttribute("examination", examination);
        model.addAttribute("mark", ImportDesk.mark(examination));
        model.addAttribute("counts", preview.counts());
        model.addAttribute("sheets", preview.sheets());
        model.addAttribute("problems", preview.problems(String.valueOf(model.getAttribute("path"))));
        model.addAttribute("problemCount", examination.problems().count());
        model.addAttribute(
                "unitMissing",
                examination.general().stream()
                        .anyMatch(problem -> problem.place().isPresent()));
        preview.shown(shown.sheet()).ifPresent(sheet -> {
            String verdict = shown.verdict(sheet);
            List<ExaminedRow> rows = Preview.rows(sheet, verdict);
            int page = shown.page(rows);
            model.addAttribute("sheet", sheet);
            model.addAttribute("sheetProblems", preview.problemsOf(sheet));
            model.addAttribute("heads", Preview.heads(sheet));
            model.addAttribute("rows", preview.rows(rows, page));
            model.addAttribute("verdict", verdict);
            model.addAttribute("page", page);
            model.addAttribute("pages", (rows.size() + Preview.ROWS - 1) / Preview.ROWS);
        });
    }

    @PostMapping({"/prepare/{id}/import/{draft}/mend", "/execute/{id}/import/{draft}/mend"})
    String mend(
            @PathVariable String id, @PathVariable UUID draft, @RequestParam Map<String, String> sent, Model model) {
        ImportDraft found = draft(id, draft);
        Map<Place, String> typed = new HashMap<>();
        Map<Choices.Head, String> meant = new HashMap<>();
        sent.forEach((name, text) -> {
            Preview.place(name).ifPresent(place -> typed.put(place, text));
            head(name, sent).ifPresent(head -> meant.put(head, text));
        });
        shelf.decide(found, typed, meant);
        String sheet = sent.getOrDefault("sheet", "");
        return page(model, draft) + "?sheet=" + (Preview.kind(sheet).isPresent() ? sheet : "") + "#sheet";
    }

    /** {@code head.UNITS.3} says what a head means whose text is sent as {@code text.UNITS.3}. */
    private static Optional<Choices.Head> head(String name, Map<String, String> sent) {
        String[] parts = name.split("\\.", 3);
        String text = parts.length == 3 ? sent.getOrDefault("text." + parts[1] + "." + parts[2], "") : "";
        return parts[0].equals("head")
                        && !text.isEmpty()
                        && text.length() <= 200
                        && !sent.getOrDefault(name, "").isEmpty()
                ? Preview.kind(parts[1]).map(kind -> new Choices.Head(kind, text))
                : Optional.empty();
    }

    @PostMapping({"/prepare/{id}/import/{draft}/record", "/execute/{id}/import/{draft}/record"})
    String record(
            @PathVariable String id,
            @PathVariable UUID draft,
            @RequestParam String mark,
            RedirectAttributes attributes,
            Model model) {
        Optional<ImportJob<ImportDesk.Recorded>> running = recording(id, draft);
        ImportJob<ImportDesk.Recorded> job =
                running.isPresent() ? running.get() : desk.recording(draft(id, draft), mark);
        String view = recorded(draft, job, attributes, model);
        return view.startsWith("redirect:") ? view : page(model, draft);
    }

    private String recorded(
            UUID draft, ImportJob<ImportDesk.Recorded> job, RedirectAttributes attributes, Model model) {
        try {
            Optional<ImportDesk.Recorded> recorded = job.within(PATIENCE);
            if (recorded.isEmpty()) {
                return progress(job.rows(), "recording", model);
            }
            return answer(draft, recorded.get(), attributes, model);
        } catch (LogUnavailableException e) {
            desk.forget(draft);
            attributes.addFlashAttribute("notice", "import.unavailable");
            return page(model, draft);
        }
    }

    private String answer(UUID draft, ImportDesk.Recorded recorded, RedirectAttributes attributes, Model model) {
        if (recorded.outcome().orElse(null) instanceof Outcome.Done done) {
            attributes.addFlashAttribute("recorded", done);
            return start(model) + "?after=" + done.position();
        }
        desk.forget(draft);
        attributes.addFlashAttribute("notice", "import.moved-on");
        return page(model, draft);
    }

    private static String progress(long rows, String doing, Model model) {
        model.addAttribute("rowsSoFar", rows);
        model.addAttribute("doing", doing);
        return "intake/progress";
    }

    @PostMapping({"/prepare/{id}/import/{draft}/discard", "/execute/{id}/import/{draft}/discard"})
    String discard(@PathVariable String id, @PathVariable UUID draft, Model model) {
        shelf.discard(draft(id, draft).id());
        return start(model);
    }

    @GetMapping({"/prepare/{id}/import/{draft}/reasons.xlsx", "/execute/{id}/import/{draft}/reasons.xlsx"})
    ResponseEntity<byte[]> reasons(@PathVariable String id, @PathVariable UUID draft, Locale locale) {
        ImportDraft found = draft(id, draft);
        Examination examination = desk.examination(found)
                .within(Duration.ofMinutes(2))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return file("导入问题-" + id + ".xlsx", WorkbookFile.withReasons(examination, RefusalWords.in(locale)));
    }

    @GetMapping("/prepare/{id}/import/empty.xlsx")
    ResponseEntity<byte[]> empty(@PathVariable String id) {
        return file("预算导入模板-" + id + ".xlsx", WorkbookFile.empty(BudgetId.parse(id)));
    }

    @GetMapping("/prepare/{id}/import/current.xlsx")
    ResponseEntity<byte[]> current(@PathVariable String id) {
        BudgetId budget = BudgetId.parse(id);
        Content whole = commands.current(budget).budget().content();
        Content theirs = actor.unit().map(whole::of).orElse(whole);
        return file("预算-" + id + ".xlsx", WorkbookFile.of(budget, theirs));
    }

    /** A month of the year to fill in, with every line that is theirs and what was stated of it. */
    @GetMapping("/execute/{id}/import/month.xlsx")
    ResponseEntity<byte[]> month(@PathVariable String id, @RequestParam YearMonth month) {
        BudgetId budget = BudgetId.parse(id);
        if (month.getYear() != budget.year().value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Budget current = commands.current(budget).budget();
        return file("执行-" + id + "-" + month + ".xlsx", WorkbookFile.execution(budget, month, current, actor.unit()));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Optional<ImportJob<ImportDesk.Recorded>> recording(String id, UUID draft) {
        return desk.recording(draft, BudgetId.parse(id), actor.actor().login());
    }

    private ImportDraft draft(String id, UUID draft) {
        return shelf.find(draft, BudgetId.parse(id), actor.actor().login())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String page(Model model, UUID draft) {
        return "redirect:" + base(model) + "/" + draft;
    }
}
