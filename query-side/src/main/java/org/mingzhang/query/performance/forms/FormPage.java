package org.mingzhang.query.performance.forms;

import java.util.Map;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.PrintedTable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A form of monitoring or self-evaluation as a page that can be printed. */
@Controller
class FormPage {
    private final FormShelf forms;
    private final AsOfBars bars;

    FormPage(FormShelf forms, AsOfBars bars) {
        this.forms = forms;
        this.bars = bars;
    }

    @GetMapping("/budgets/{id}/performance/forms/{form:[a-z-]+}")
    String form(
            @PathVariable String id,
            @PathVariable String form,
            @RequestParam Map<String, String> parameters,
            Model model) {
        FormQuestion question = FormQuestion.read(form, parameters);
        FormShelf.Found found = forms.read(id, question);
        Table table = found.form().table();
        model.addAttribute("budget", found.budget());
        model.addAttribute("staff", found.staff());
        model.addAttribute("form", form);
        model.addAttribute("question", question.table());
        model.addAttribute("project", question.project());
        model.addAttribute("month", question.month().map(Object::toString).orElse(""));
        model.addAttribute("query", question.query());
        model.addAttribute("table", table);
        model.addAttribute("printed", PrintedTable.of(table, question.table().unit()));
        model.addAttribute("links", found.links());
        model.addAttribute("statedAt", found.at().orElse(null));
        model.addAttribute(
                "asOfBar",
                bars.of(
                                found.budget(),
                                question.table().scope(),
                                question.table().asOf(),
                                true)
                        .orElse(null));
        return "form";
    }
}
