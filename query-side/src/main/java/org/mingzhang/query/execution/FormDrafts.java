package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The visitor's drafts as the forms of adjustments show them; a form shows those of its own document alone. */
@Component
class FormDrafts {
    private final DraftsOnDesk drafts;
    private final CurrentVisitor visitors;

    FormDrafts(DraftsOnDesk drafts, CurrentVisitor visitors) {
        this.drafts = drafts;
        this.visitors = visitors;
    }

    /** Those of the visitor for that budget, the youngest first. */
    List<DraftsOnDesk.Draft> of(OpenedBudget budget) {
        return drafts.of(login()).stream()
                .filter(draft -> draft.budget().equals(budget.id()))
                .toList();
    }

    /** The form that a draft belongs to when it is not the one that was asked for; what was typed stays where it is. */
    Optional<String> elsewhere(Model model, OpenedBudget budget, Optional<UUID> asked, String project) {
        return model.containsAttribute("typed")
                ? Optional.empty()
                : found(budget, asked)
                        .filter(draft -> !draft.project().equals(project))
                        .map(DraftsOnDesk.Draft::address);
    }

    /**
     * Lays the draft that was asked for on the form; what was typed just now stands before what was saved, and outlives a draft
     * that is gone.
     *
     * @param project code of the project whose form it is; blank for the form of plain adjustments
     */
    Optional<DraftsOnDesk.Draft> open(Model model, OpenedBudget budget, Optional<UUID> asked, String project) {
        if (model.containsAttribute("typed")) { // it has just come back, as it was sent
            model.addAttribute("asTyped", true);
        }
        Optional<DraftsOnDesk.Draft> found =
                found(budget, asked).filter(draft -> draft.project().equals(project));
        if (asked.isPresent() && found.isEmpty()) {
            if (!model.containsAttribute("typed")) {
                throw new PageNotFound();
            }
            model.addAttribute("draftGone", true);
        }
        found.ifPresent(draft -> {
            model.addAttribute("draft", draft);
            if (!model.containsAttribute("typed")) {
                model.addAttribute("typed", FormerMarks.withItsMark(draft.fields()));
            }
            if (!model.containsAttribute("keptFiles")) {
                model.addAttribute("keptFiles", draft.files());
            }
        });
        return found;
    }

    /**
     * Says what keeps a draft from being submitted as the form shows it, with the day that it fills in; where a preview was
     * asked for, that says it.
     *
     * @param looked dry run of the document that the form makes
     */
    void amiss(Model model, DraftsOnDesk.Draft draft, Function<Map<String, String[]>, WhatIf.Outcome> looked) {
        if (model.containsAttribute("foreseen")) {
            return;
        }
        Map<String, String[]> form = new TreeMap<>();
        draft.fields().forEach((name, value) -> form.put(name, new String[] {value}));
        form.putIfAbsent("effectiveOn", new String[] {Objects.toString(model.getAttribute("today"), "")});
        if (!draft.files().isEmpty()) {
            form.put("withFiles", new String[] {"true"});
        }
        model.addAttribute(
                "amiss",
                looked.apply(form).against().getOrDefault(0, List.of()).stream()
                        .map(one -> new Foreseen.Against(0, one.field(), one.key(), one.words()))
                        .toList());
    }

    private Optional<DraftsOnDesk.Draft> found(OpenedBudget budget, Optional<UUID> asked) {
        return asked.flatMap(id -> drafts.find(id, budget.id(), login()));
    }

    private String login() {
        return visitors.visitor().map(Visitor::login).orElse("");
    }
}
