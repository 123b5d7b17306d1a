package org.mingzhang.query.performance.pages;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a budget's performance, and its file. */
@Controller
class PerformancePage {
    private static final int ON_ONE_PAGE = 50;
    private static final int MOST_FINDINGS = 200;

    private final PerformanceReader reader;
    private final AsOfBars bars;
    private final MessageSource messages;

    PerformancePage(PerformanceReader reader, AsOfBars bars, MessageSource messages) {
        this.messages = messages;
        this.reader = reader;
        this.bars = bars;
    }

    @GetMapping("/budgets/{id}/performance")
    String performance(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        TableQuestion question = TableQuestion.read(parameters);
        PerformanceReader.Read read = reader.read(id, question);
        model.addAttribute("budget", read.budget());
        model.addAttribute("staff", read.staff());
        model.addAttribute("question", question);
        model.addAttribute("unit", question.unit() == AmountUnit.YUAN ? "yuan" : "wan");
        model.addAttribute("found", read.view());
        model.addAttribute(
                "names",
                read.view().projects().stream()
                        .collect(Collectors.toMap(
                                PerformanceView.ProjectTargets::project, PerformanceView.ProjectTargets::name)));
        model.addAttribute("projects", Slice.of(read.view().projects(), page, ON_ONE_PAGE));
        model.addAttribute("findings", Slice.of(read.view().findings(), 1, MOST_FINDINGS));
        model.addAttribute(
                "asOfBar",
                bars.of(read.budget(), question.scope(), question.asOf(), true).orElse(null));
        return "performance";
    }

    @GetMapping(path = "/budgets/{id}/performance", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @RequestParam GridFormat format,
            Locale locale) {
        PerformanceView view = reader.read(id, TableQuestion.read(parameters)).view();
        return PerformanceGrid.GRID.file(
                view.budget(),
                PerformanceGrid.rows(view, messages.getMessage("perform.left-out", null, locale)),
                format);
    }
}
