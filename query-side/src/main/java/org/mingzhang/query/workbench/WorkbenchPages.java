package org.mingzhang.query.workbench;

import java.util.Map;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 审计工作台: samples that stand in their links, with an evidence pack for each document and for all of them. */
@Controller
class WorkbenchPages {
    private final Samples samples;
    private final Population population;
    private final SavedQueries saved;
    private final AuditScope scope;
    private final ListInstant instant;

    WorkbenchPages(Samples samples, Population population, SavedQueries saved, AuditScope scope, ListInstant instant) {
        this.samples = samples;
        this.population = population;
        this.saved = saved;
        this.scope = scope;
        this.instant = instant;
    }

    /** A link without a position leads to one with it, so that what is kept and passed on stays the same sample. */
    @GetMapping("/ledger/workbench")
    String page(@RequestParam Map<String, String> parameters, Model model) {
        onlyAuditors();
        instant.lookBackRecorded(model);
        model.addAttribute("methods", SampleMethod.values());
        model.addAttribute("years", population.years());
        model.addAttribute("most", SampleQuestion.MOST);
        model.addAttribute("head", population.head());
        model.addAttribute("kept", saved.mine());
        if (parameters.getOrDefault("seed", "").isBlank()) {
            return "workbench/sample";
        }
        SampleQuestion question = SampleQuestion.read(parameters, population.head());
        if (parameters.getOrDefault("position", "").isBlank()) {
            return "redirect:/ledger/workbench?" + question.query() + population.instant();
        }
        model.addAttribute("sample", samples.draw(question));
        return "workbench/sample";
    }

    @GetMapping(path = "/ledger/workbench", params = "format")
    View file(@RequestParam Map<String, String> parameters, @RequestParam GridFormat format) {
        onlyAuditors();
        Sample sample = samples.draw(SampleQuestion.read(parameters, population.head()));
        return SampleGrid.of(sample).file("mingzhang-" + sample.question().position(), sample.lines(), format);
    }

    private void onlyAuditors() {
        if (!scope.isAuditor()) {
            throw new PageNotFound();
        }
    }
}
