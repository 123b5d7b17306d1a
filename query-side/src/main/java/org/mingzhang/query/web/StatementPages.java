package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Statement;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the department states beside its figures: the topics, and the form of each. */
@Controller
class StatementPages {
    private static final List<String> TOPICS = List.of(
            "duties",
            "institutions",
            "annual-goals",
            "annual-tasks",
            "procurement",
            "assets",
            "special-transfers",
            "key-projects",
            "glossary");
    private static final int SPARE_ROWS = 3;

    private final WorkDesk desk;

    StatementPages(WorkDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/prepare/{id}/statements")
    String topics(@PathVariable String id, Model model) {
        desk.open(id, model);
        model.addAttribute("topics", TOPICS);
        return "prepare/statements";
    }

    @GetMapping("/prepare/{id}/statements/{topic}")
    String topic(@PathVariable String id, @PathVariable String topic, Model model) {
        OpenedBudget budget = desk.open(id, model);
        if (!TOPICS.contains(topic)) {
            throw new PageNotFound();
        }
        Optional<Statement> made =
                Optional.ofNullable(budget.facts().statements().get(topic));
        model.addAttribute("topic", topic);
        model.addAttribute("made", made);
        made.ifPresent(statement -> fill(statement, model));
        return "prepare/statement";
    }

    private static void fill(Statement statement, Model model) {
        switch (statement) {
            case Statement.Duties duties -> model.addAttribute("items", String.join("\n", duties.items()));
            case Statement.AnnualGoals goals -> model.addAttribute("items", String.join("\n", goals.items()));
            case Statement.SpecialTransfers transfers ->
                model.addAttribute("items", String.join("\n", transfers.items()));
            case Statement.Institutions institutions -> model.addAttribute("text", institutions.text());
            case Statement.KeyProjects projects -> model.addAttribute("text", projects.text());
            case Statement.AnnualTasks tasks ->
                model.addAttribute("rows", tasks.tasks().size() + SPARE_ROWS);
            case Statement.Glossary glossary ->
                model.addAttribute("rows", glossary.terms().size() + SPARE_ROWS);
            case Statement.ProcurementPlan plan -> {
                model.addAttribute("goods", plain(plan.goods()));
                model.addAttribute("works", plain(plan.works()));
                model.addAttribute("services", plain(plan.services()));
            }
            case Statement.AssetsHeld ignored -> {}
        }
    }

    private static String plain(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }
}
