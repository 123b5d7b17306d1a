package org.mingzhang.query.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of an adjustment shows: what was typed, drafted, returned or asked for, and what can be chosen. */
@Component
class AdjustmentForm {
    /** A type-ahead of more lines than these is slower than typing the key. */
    private static final int OFFERED_LINES = 3_000;

    private static final int MOST_OF_A_PROJECT = 50;

    private final AdjustmentShelf shelf;
    private final LineBalances balances;
    private final FormDrafts drafts;
    private final WhatIf whatIf;
    private final Foresight foresight;
    private final FundsShelf funds;
    private final OtherBudgets others;

    AdjustmentForm(
            AdjustmentShelf shelf,
            LineBalances balances,
            FormDrafts drafts,
            WhatIf whatIf,
            Foresight foresight,
            FundsShelf funds,
            OtherBudgets others) {
        this.shelf = shelf;
        this.balances = balances;
        this.drafts = drafts;
        this.whatIf = whatIf;
        this.foresight = foresight;
        this.funds = funds;
        this.others = others;
    }

    /** What somebody came for; blank where they did not say. */
    record Asked(
            String from,
            String fromProject,
            String toProject,
            AdjustmentDirection direction,
            Optional<Integer> mends,
            Optional<UUID> draft) {}

    void lay(Model model, OpenedBudget budget, Asked asked, Locale locale) {
        Optional<DraftsOnDesk.Draft> draft = drafts.open(model, budget, asked.draft(), "");
        Optional<Integer> mends = asked.mends().or(() -> mended(model));
        Optional<AdjustmentDocument> mended = mends.map(
                number -> shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new));
        List<Balance> all = balances.of(budget.id(), budget.moment());
        model.addAttribute("mended", mended.orElse(null));
        model.addAttribute(
                "mendedSource", mended.map(document -> source(budget, document)).orElse(""));
        model.addAttribute(
                "mendedCut",
                mended.flatMap(document -> FormerMarks.stated(document.fact().request()))
                        .map(RevisionCut::name)
                        .orElse(""));
        model.addAttribute(
                "direction", mended.map(AdjustmentDocument::direction).orElse(asked.direction()));
        List<String> giving = asked.from().isEmpty() ? ofProject(all, asked.fromProject()) : List.of(asked.from());
        rows(model, giving, ofProject(all, asked.toProject()), mended);
        sheets(model, budget, mended);
        choices(model, budget, all);
        other(model, budget, mended);
        foresee(model, budget, locale);
        draft.ifPresent(found -> drafts.amiss(model, found, form -> whatIf.submitted(budget.id(), form, locale)));
    }

    /** The number of the source that a document drew on; empty when it drew on none. */
    private String source(OpenedBudget budget, AdjustmentDocument document) {
        return funds.of(new AdjustmentRef(budget.id(), document.number()), budget.position())
                .map(source -> Integer.toString(source.number()))
                .orElse("");
    }

    private static Optional<Integer> mended(Model model) {
        return model.getAttribute("typed") instanceof Map<?, ?> typed
                        && typed.get("mends") instanceof String text
                        && text.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static void rows(Model model, List<String> from, List<String> to, Optional<AdjustmentDocument> mended) {
        List<FormRow> giving;
        List<FormRow> gaining;
        if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
            giving = FormRow.typed("from", (Map<String, String>) typed);
            gaining = FormRow.typed("to", (Map<String, String>) typed);
        } else if (mended.isPresent()) {
            var entries = mended.get().fact().request().entries();
            giving = FormRow.of("from", entries);
            gaining = FormRow.of(
                    "to",
                    mended.get().counterpart().map(Facts.Counterpart::entries).orElse(entries));
        } else {
            giving = FormRow.asked("from", from);
            gaining = FormRow.asked("to", to);
        }
        model.addAttribute("giving", giving);
        model.addAttribute("gaining", gaining);
    }

    /** The targets that are revised, and the projects whose could be. */
    @SuppressWarnings("unchecked")
    private static void sheets(Model model, OpenedBudget budget, Optional<AdjustmentDocument> mended) {
        List<TargetSheet> sheets = model.getAttribute("typed") instanceof Map<?, ?> typed
                ? TargetSheet.typed((Map<String, String>) typed, budget.facts())
                : mended.map(document ->
                                TargetSheet.of(document.fact().request().performance(), budget.facts()))
                        .orElse(List.of());
        model.addAttribute("sheets", sheets);
        model.addAttribute("levels", Choice.of(IndicatorLevel.values(), IndicatorLevel::label));
    }

    /** What was typed into the form, when somebody asked for it. */
    @SuppressWarnings("unchecked")
    private void foresee(Model model, OpenedBudget budget, Locale locale) {
        if (model.getAttribute("asked") instanceof Map<?, ?> asked) {
            model.addAttribute(
                    "foreseen",
                    foresight.of(budget, whatIf.submitted(budget.id(), (Map<String, String[]>) asked, locale)));
        }
    }

    /** The lines of a project; a sole one is chosen thereby. */
    private static List<String> ofProject(List<Balance> all, String project) {
        return all.stream()
                .filter(balance -> balance.classification()
                        .project()
                        .filter(code -> code.value().equals(project))
                        .isPresent())
                .map(balance -> balance.line().value())
                .distinct()
                .limit(MOST_OF_A_PROJECT)
                .toList();
    }

    private void choices(Model model, OpenedBudget budget, List<Balance> all) {
        CodeNames names = CodeNames.of(budget.facts());
        model.addAttribute(
                "lines",
                all.stream()
                        .limit(OFFERED_LINES)
                        .map(balance -> new LedgerLine(balance, names))
                        .toList());
        model.addAttribute("revisionCuts", Choice.of(List.of(RevisionCut.values()), RevisionCut::label));
        model.addAttribute("reasonClasses", Choice.of(ReasonClass.offered(), ReasonClass::label));
        SourceChoices.offer(model, budget, funds);
        LineChoices.offer(model, budget);
    }

    /** The departments to which lines may be given, and once one is chosen what may gain there. */
    private void other(Model model, OpenedBudget budget, Optional<AdjustmentDocument> mended) {
        String before = mended.flatMap(AdjustmentDocument::counterpart)
                .map(other -> other.document().budget().toString())
                .orElse("");
        String chosen = model.getAttribute("typed") instanceof Map<?, ?> typed
                ? Objects.toString(typed.get("counterpart"), "")
                : before;
        model.addAttribute("counterpart", chosen);
        List<Choice> departments = others.of(budget.id());
        boolean possible = !departments.isEmpty() || !chosen.isEmpty();
        model.addAttribute("counterparts", departments);
        model.addAttribute(
                "directions", Choice.of(possible ? Submitting.ALL : Submitting.MONEY, AdjustmentDirection::label));
        others.chosen(budget.id(), chosen, budget.position()).ifPresent(facts -> {
            CodeNames names = CodeNames.of(facts);
            model.addAttribute(
                    "linesThere",
                    facts.expenditure().stream()
                            .limit(OFFERED_LINES)
                            .map(line -> new LedgerLine(
                                    new Balance(
                                            line.key(),
                                            (Classification.Expenditure) line.classification(),
                                            Map.of(),
                                            true),
                                    names))
                            .toList());
            LineChoices.offer(model, facts, budget.facts());
        });
    }
}
