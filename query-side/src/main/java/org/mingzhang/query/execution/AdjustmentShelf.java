package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.Principals;

/** The adjustments of a budget as of a position. */
public final class AdjustmentShelf {
    /** More than any submission appends: itself, its rules, what it draws on, and the same in another budget. */
    private static final int EVENTS_OF_A_SUBMISSION = 12;

    /** Nobody sends on whoever handed in a document so late that more came after it. */
    private static final int LOOKED_AT = 20;

    private final FactReader facts;
    private final Predicate<UnitCode> shown;
    private final BothNames names;

    /** @param shown the units of which whoever asks is told: what gives to none of them or takes from none is left out */
    AdjustmentShelf(FactReader facts, Predicate<UnitCode> shown, Principals people) {
        this.facts = facts;
        this.shown = shown;
        this.names = new BothNames(people);
    }

    /** In the order of their numbers. */
    public List<AdjustmentDocument> of(BudgetId budget, long position) {
        return of(budget, Moment.at(position));
    }

    /** The same as of any moment of either clock; on the effective one a step counts from its day, an effect from its own. */
    public List<AdjustmentDocument> of(BudgetId budget, Moment moment) {
        long position = moment.position();
        Map<Integer, List<Facts.AdjustmentStep>> steps = new HashMap<>();
        facts.history(budget, position, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class).stream()
                .filter(step -> moment.counts(step.effectiveOn().orElse(step.day())))
                .forEach(step -> steps.computeIfAbsent(step.number(), number -> new ArrayList<>())
                        .add(step));
        List<Facts.AdjustmentFact> submitted =
                facts.rows(budget, position, FactKind.ADJUSTMENT, Facts.AdjustmentFact.class).values().stream()
                        .filter(one -> steps.containsKey(one.number()))
                        .toList();
        Map<Integer, List<Facts.AttachmentFact>> files =
                facts.rows(budget, position, FactKind.ATTACHMENT, Facts.AttachmentFact.class).values().stream()
                        .filter(file -> moment.counts(file.day()))
                        .collect(Collectors.groupingBy(Facts.AttachmentFact::number));
        Map<String, Facts.Counterpart> counterparts =
                facts.rows(budget, position, FactKind.ADJUSTMENT_COUNTERPART, Facts.Counterpart.class);
        Map<Integer, Integer> takenUp = new HashMap<>();
        Map<Integer, Integer> reversed = new HashMap<>();
        for (Facts.AdjustmentFact one : submitted) {
            String last = steps.getOrDefault(one.number(), List.of()).getLast().step();
            boolean counts = !Set.of("returned", "withdrawn", "rejected").contains(last);
            one.request().mends().ifPresent(earlier -> takenUp.put(earlier, one.number()));
            one.request()
                    .reverses()
                    .filter(earlier -> counts)
                    .ifPresent(earlier -> reversed.put(earlier, one.number()));
        }
        Predicate<Facts.AdjustmentFact> told = told(budget, position, submitted);
        return submitted.stream()
                .filter(told)
                .map(one -> new AdjustmentDocument(
                        names.of(one),
                        names.of(steps.getOrDefault(one.number(), List.of())),
                        Optional.ofNullable(takenUp.get(one.number())),
                        Optional.ofNullable(reversed.get(one.number())),
                        Optional.ofNullable(reversed.get(one.number()))
                                .filter(by -> AdjustmentDocument.status(steps.getOrDefault(by, List.of()))
                                        .equals("effective"))
                                .isPresent(),
                        names.ofFiles(files.getOrDefault(one.number(), List.of())),
                        Optional.ofNullable(counterparts.get(Integer.toString(one.number())))))
                .toList();
    }

    /** A document without lines belongs to the units of the projects that it changes. */
    private Predicate<Facts.AdjustmentFact> told(BudgetId budget, long position, List<Facts.AdjustmentFact> submitted) {
        Map<String, Set<UnitCode>> ofProjects = new HashMap<>();
        if (submitted.stream().anyMatch(one -> one.request().entries().isEmpty())) {
            facts.rows(budget, position, FactKind.PROJECT, Project.class)
                    .forEach((code, project) -> ofProjects.put(code, Set.of(project.unit())));
        }
        Map<String, Facts.ProjectChange> changes = ofProjects.isEmpty()
                ? Map.of()
                : facts.rows(budget, position, FactKind.ADJUSTMENT_PROJECT, Facts.ProjectChange.class);
        return one -> Stream.of(
                        one.request().entries().stream()
                                .map(entry -> entry.classification().unit()),
                        one.request().performance().stream()
                                .flatMap(effect ->
                                        ofProjects.getOrDefault(effect.project().value(), Set.of()).stream()),
                        Optional.ofNullable(changes.get(Integer.toString(one.number()))).stream()
                                .flatMap(change -> Stream.of(
                                        change.before().unit(), change.after().unit())))
                .flatMap(units -> units)
                .anyMatch(shown);
    }

    public Optional<AdjustmentDocument> find(BudgetId budget, long position, int number) {
        return find(budget, Moment.at(position), number);
    }

    /** The document whose submission ended at a position, newest first among those that are told. */
    Optional<AdjustmentDocument> filed(
            BudgetId budget, long position, List<AdjustmentDocument> newestFirst, long after) {
        return newestFirst.stream()
                .limit(LOOKED_AT)
                .filter(one -> filedSince(budget, position, one) <= after)
                .findFirst()
                .filter(one -> after - filedSince(budget, position, one) < EVENTS_OF_A_SUBMISSION);
    }

    private long filedSince(BudgetId budget, long position, AdjustmentDocument document) {
        return facts.heldSince(budget, position, FactKind.ADJUSTMENT, Integer.toString(document.number()));
    }

    Optional<AdjustmentDocument> find(BudgetId budget, Moment moment, int number) {
        return of(budget, moment).stream()
                .filter(document -> document.number() == number)
                .findFirst();
    }

    /** Why a document goes its way; empty for one that was submitted before this was recorded. */
    public Optional<Facts.AdjustmentReasons> reasons(BudgetId budget, long position, int number) {
        return Optional.ofNullable(reasons(budget, position).get(Integer.toString(number)));
    }

    /** The same of all documents of a budget, by their numbers. */
    Map<String, Facts.AdjustmentReasons> reasons(BudgetId budget, long position) {
        return facts.rows(budget, position, FactKind.ADJUSTMENT_RULES, Facts.AdjustmentReasons.class);
    }

    /** What a document makes of projects; what was before is read where it ended, or as it is while it has not. */
    ChangesOfProjects changes(
            BudgetId budget, long position, AdjustmentDocument document, Map<String, String> projectNames) {
        String number = Integer.toString(document.number());
        long before = document.inReview()
                ? position
                : facts.heldSince(budget, position, FactKind.ADJUSTMENT_STEP, number) - 1;
        return ChangesOfProjects.of(
                Optional.ofNullable(facts.rows(budget, position, FactKind.ADJUSTMENT_PROJECT, Facts.ProjectChange.class)
                        .get(number)),
                document.fact().request().performance(),
                facts.rows(budget, before, FactKind.PROJECT_TARGETS, Facts.Targets.class),
                projectNames);
    }

    /** Of which project a document changes what it says, by its number. */
    Map<Integer, ProjectCode> contents(BudgetId budget, long position) {
        return facts.rows(budget, position, FactKind.ADJUSTMENT_PROJECT, Facts.ProjectChange.class).values().stream()
                .collect(Collectors.toMap(
                        Facts.ProjectChange::number, change -> change.after().code(), (earlier, later) -> later));
    }

    /** What a project is to say with a document; empty when it says what it said before. */
    Optional<Project> project(BudgetId budget, long position, int number) {
        return change(budget, position, number).map(Facts.ProjectChange::after);
    }

    private Optional<Facts.ProjectChange> change(BudgetId budget, long position, int number) {
        return Optional.ofNullable(facts.rows(budget, position, FactKind.ADJUSTMENT_PROJECT, Facts.ProjectChange.class)
                .get(Integer.toString(number)));
    }
}
