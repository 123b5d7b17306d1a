package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds the sheet of a project's targets to the form of an adjustment, or takes one off it; the form stays as written. */
@Controller
class TargetForms {
    private static final Pattern SHEET = Pattern.compile("performance\\[(\\d{1,4})]\\..+");

    private final SentFiles files;
    private final BudgetCommands commands;

    TargetForms(SentFiles files, BudgetCommands commands) {
        this.files = files;
        this.commands = commands;
    }

    /**
     * @param revising code of the project whose targets are to be revised
     * @param dropped number of the sheet that is taken off
     */
    @PostMapping("/execute/{id}/adjustments/targets")
    String sheets(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String revising,
            @RequestParam(defaultValue = "-1") int dropped,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        BudgetId budget = OpenBudgets.of(id, commands);
        Map<String, String> written = DraftForms.written(request);
        written.remove("revising");
        written.remove("dropped");
        if (dropped >= 0) {
            written.keySet().removeIf(name -> number(name) == dropped);
        } else if (!revising.isBlank() && !there(written, revising.strip())) {
            added(written, revising.strip());
        }
        attributes.addFlashAttribute("typed", written);
        attributes.addFlashAttribute("keptFiles", files.take(request, budget).kept());
        String form = "redirect:/execute/" + budget + "/adjustments/new";
        return DraftForms.draft(request).map(draft -> form + "?draft=" + draft).orElse(form) + "#f-performance";
    }

    private static boolean there(Map<String, String> written, String project) {
        return written.entrySet().stream()
                .anyMatch(field -> field.getKey().endsWith("].project")
                        && number(field.getKey()) >= 0
                        && field.getValue().equals(project));
    }

    private static void added(Map<String, String> written, String project) {
        int next = written.keySet().stream().mapToInt(TargetForms::number).max().orElse(-1) + 1;
        written.put("performance[" + next + "].project", project);
        written.put("performance[" + next + "].revised", "true");
    }

    /** Of the sheet that a field belongs to; below zero for other fields. */
    private static int number(String name) {
        Matcher sheet = SHEET.matcher(name);
        return sheet.matches() ? Integer.parseInt(sheet.group(1)) : -1;
    }
}
