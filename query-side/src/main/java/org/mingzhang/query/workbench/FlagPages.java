package org.mingzhang.query.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Flags as page, files and for programs; auditors only. */
@Controller
class FlagPages {
    private static final Grid<Flags.Line> GRID = new Grid<>(
            "flags.title",
            List.of(
                    GridColumn.words("flags.flag", line -> "flags.name." + line.kind()),
                    GridColumn.code("bench.budget", Flags.Line::budget),
                    GridColumn.code("bench.department", Flags.Line::department),
                    GridColumn.code("flags.documents", FlagPages::numbers),
                    GridColumn.text("flags.sentence", Flags.Line::sentence)));

    private final Flags flags;
    private final Population population;
    private final SavedQueries saved;
    private final AuditScope scope;
    private final ListInstant instant;

    FlagPages(Flags flags, Population population, SavedQueries saved, AuditScope scope, ListInstant instant) {
        this.flags = flags;
        this.population = population;
        this.saved = saved;
        this.scope = scope;
        this.instant = instant;
    }

    /** A link without a position leads to one with it. */
    @GetMapping("/ledger/workbench/flags")
    String page(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        FlagQuestion question = question(parameters);
        if (parameters.getOrDefault("position", "").isBlank()) {
            return "redirect:/ledger/workbench/flags?" + question.query() + population.instant();
        }
        instant.lookBackRecorded(model);
        model.addAttribute("view", flags.look(question, locale));
        model.addAttribute("kinds", FlagKind.values());
        model.addAttribute("years", population.years());
        model.addAttribute("head", population.head());
        model.addAttribute("kept", saved.mine());
        return "workbench/flags";
    }

    @GetMapping(path = "/ledger/workbench/flags", params = "format")
    View file(@RequestParam Map<String, String> parameters, @RequestParam GridFormat format, Locale locale) {
        FlagQuestion question = question(parameters);
        return GRID.file(
                "mingzhang-" + question.position(), flags.look(question, locale).lines(), format);
    }

    /** @param found how many there are, also of those that are not listed */
    record Found(Map<String, String> question, long found, List<Flags.Line> flags) {}

    /** Hints where to look, never findings. */
    @GetMapping("/api/ledger/workbench/flags")
    @ResponseBody
    Found program(@RequestParam Map<String, String> parameters, Locale locale) {
        Flags.View view = flags.look(question(parameters), locale);
        return new Found(view.question().parameters(), view.found(), view.lines());
    }

    private FlagQuestion question(Map<String, String> parameters) {
        if (!scope.isAuditor()) {
            throw new PageNotFound();
        }
        return FlagQuestion.read(parameters, population.head());
    }

    private static String numbers(Flags.Line line) {
        return String.join(" ", line.documents().stream().map(Object::toString).toList());
    }
}
