package org.mingzhang.query.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.TargetChange;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.performance.MovedMoney;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.Shown;
import org.springframework.stereotype.Component;

/** Works out what events that were never recorded would do to lines, tables and the rate of adjustment. */
@Component
class Foresight {
    private static final int THREE_PUBLICS = 8;

    private final StandingBudgets standing;
    private final DisclosureTables tables;
    private final AdjustmentShelf shelf;
    private final FundsShelf funds;
    private final ForesightElsewhere elsewhere;

    Foresight(
            StandingBudgets standing,
            DisclosureTables tables,
            AdjustmentShelf shelf,
            FundsShelf funds,
            ForesightElsewhere elsewhere) {
        this.standing = standing;
        this.tables = tables;
        this.shelf = shelf;
        this.funds = funds;
        this.elsewhere = elsewhere;
    }

    /** Of events, in the order in which they would follow the position at which the budget is open. */
    Foreseen of(OpenedBudget budget, WhatIf.Outcome outcome) {
        List<Envelope<BudgetEvent>> events = Stream.concat(outcome.submission().stream(), outcome.effect().stream())
                .toList();
        StandingBudgets.Standing now = standing.of(budget);
        BudgetFacts then = events.isEmpty() ? now.facts() : FactsAfter.of(now.facts(), events);
        List<Impact.Change> changes =
                events.isEmpty() ? List.of() : Impact.between(tables.templates(), now.tables(), then);
        List<AdjustmentDocument> documents = shelf.of(budget.id(), budget.position());
        MovedLines lines = new MovedLines(budget.facts(), now.lines(), outcome.submission(), outcome.effect());
        List<Foreseen.Limit> limits = new ArrayList<>(lines.used());
        threePublics(changes).ifPresent(limits::add);
        List<Facts.AdjustmentFact> inEffect = ForeseenAims.inEffect(
                now.figures(), documents.stream().map(AdjustmentDocument::fact).toList(), events);
        return new Foreseen(
                against(outcome),
                way(outcome.submission()),
                lines.shown(),
                ImpactView.of(changes),
                rate(MovedMoney.standing(now.figures().inEffect()), lines.initial()),
                rate(MovedMoney.standing(inEffect), lines.initial()),
                limits,
                reached(outcome.submission()),
                contents(outcome.submission()),
                ChangesOfProjects.of(targets(outcome.effect()), AdjustmentPages.projectNames(budget)),
                drawn(budget, outcome.funds()),
                elsewhere.of(outcome.elsewhere()),
                ForeseenAims.of(now.figures(), then, inEffect, events));
    }

    private List<Foreseen.Drawn> drawn(OpenedBudget budget, List<FundsEvent> events) {
        FundsId id = FundsId.of(budget.id());
        List<Foreseen.Drawn> drawn = DrawnSources.of(funds.of(id, budget.position()), events);
        if (!drawn.isEmpty()) {
            Shown.budgets(List.of(id.toString()));
        }
        return drawn;
    }

    private static List<TargetChange> targets(List<Envelope<BudgetEvent>> effect) {
        return effect.stream()
                .map(Envelope::message)
                .filter(AdjustmentEvent.AdjustmentTookEffect.class::isInstance)
                .map(AdjustmentEvent.AdjustmentTookEffect.class::cast)
                .flatMap(event -> event.targets().stream())
                .toList();
    }

    private static List<ChangesOfProjects.Content> contents(List<Envelope<BudgetEvent>> submission) {
        return first(submission, AdjustmentEvent.ProjectAdjustmentAsked.class)
                .map(asked -> ChangesOfProjects.contents(asked.before(), asked.after()))
                .orElse(List.of());
    }

    private static List<Foreseen.Against> against(WhatIf.Outcome outcome) {
        return outcome.against().entrySet().stream()
                .flatMap(document -> document.getValue().stream()
                        .map(one -> new Foreseen.Against(document.getKey(), one.field(), one.key(), one.words())))
                .toList();
    }

    private static Optional<Foreseen.Way> way(List<Envelope<BudgetEvent>> submission) {
        return first(submission, AdjustmentEvent.AdjustmentSubmitted.class)
                .map(submitted -> way(
                        submitted,
                        first(submission, AdjustmentEvent.AdjustmentRulesApplied.class)
                                .map(AdjustmentEvent.AdjustmentRulesApplied::rules)
                                .orElse(List.of()),
                        reached(submission)));
    }

    private static Foreseen.Way way(
            AdjustmentEvent.AdjustmentSubmitted event, List<AppliedRule> rules, List<ReachedLimit> reached) {
        return new Foreseen.Way(
                event.kind(),
                event.stations(),
                event.approvalDemanded(),
                event.policy(),
                rules.stream().map(AppliedRule::basis).distinct().collect(Collectors.joining("；")),
                rules.stream().allMatch(AppliedRule::confirmed),
                lowers(event),
                suggests(event, reached));
    }

    /** By how much it lowers what the department may spend, where nobody said whether that is a revision. */
    private static String lowers(AdjustmentEvent.AdjustmentSubmitted event) {
        boolean unsaid = event.kind() == AdjustmentKind.REDUCTION
                && event.request().reverses().isEmpty()
                && !event.request().statesRevision();
        return unsaid ? AmountUnit.YUAN.print(AdjustmentDocument.moved(event.request())) : "";
    }

    /** Total expenditure is marked by whoever asks; that key expenditure falls as well, a rule of the division says. */
    private static String suggests(AdjustmentEvent.AdjustmentSubmitted event, List<ReachedLimit> reached) {
        boolean key = reached.stream().anyMatch(limit -> limit.measure() == Measure.KEY_EXPENDITURE_FALLS);
        if (!key) {
            return "";
        }
        return (event.request().revisionCut().isPresent() ? RevisionCut.TOTAL_AND_KEY : RevisionCut.KEY).name();
    }

    /** Those of the rules that it reaches and that do not stop it. */
    private static List<ReachedLimit> reached(List<Envelope<BudgetEvent>> submission) {
        return first(submission, AdjustmentEvent.AdjustmentRulesApplied.class)
                .map(AdjustmentEvent.AdjustmentRulesApplied::limits)
                .orElse(List.of());
    }

    private static <E extends BudgetEvent> Optional<E> first(List<Envelope<BudgetEvent>> events, Class<E> kind) {
        return events.stream()
                .map(Envelope::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** The total of the "three publics", where it changes. */
    private static Optional<Foreseen.Limit> threePublics(List<Impact.Change> changes) {
        return changes.stream()
                .filter(change -> change.table() == THREE_PUBLICS)
                .findFirst()
                .map(change -> new Foreseen.Limit(
                        "limit.three-publics",
                        "",
                        AmountUnit.YUAN.print(change.before()),
                        AmountUnit.YUAN.print(change.after()),
                        "",
                        ""));
    }

    private static String rate(Amount moved, Amount initial) {
        return initial.fen() == 0
                ? "0.00"
                : BigDecimal.valueOf(moved.fen())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(initial.fen()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
