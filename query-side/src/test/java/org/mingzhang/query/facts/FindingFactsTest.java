package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.ledger.store.RecordedEvent;

/** What is looked up across a budget or all of them is what the events say, for any history, on both databases. */
class FindingFactsTest extends FactsOnEveryDatabase {
    @Property(tries = 20)
    void every_event_that_says_something_of_a_project_is_on_its_trail(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        Set<ProjectCode> projects = history.stream()
                .flatMap(event -> projects(event).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (BudgetId budget : RandomHistory.BUDGETS) {
                for (ProjectCode project : projects) {
                    List<Long> trail = database.trail().positions(budget, length, project, List.of(), 10_000);
                    assertThat(trail)
                            .containsExactlyElementsOf(
                                    told(history, budget, project).reversed());
                    assertThat(database.trail().positions(budget, length, project, List.of(), 2))
                            .isEqualTo(trail.stream().limit(2).toList());
                }
            }
        }
    }

    @Property(tries = 20)
    void phases_of_all_budgets_and_the_budgets_with_a_step_are_those_of_the_events(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            FactReader reader = database.reader();
            for (BudgetId budget : RandomHistory.BUDGETS) {
                long then = 1 + new Random(seed).nextLong(length);
                for (long position : List.of((long) length, then)) {
                    List<Facts.PhaseFact> course =
                            reader.history(budget, position, FactKind.PHASE, Facts.PhaseFact.class);
                    assertThat(phases(database, Moment.at(position)).getOrDefault(budget, List.of()))
                            .isEqualTo(course);
                    boolean steps = !reader.history(
                                    budget, position, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class)
                            .isEmpty();
                    assertThat(database.everyBudget()
                                    .budgetsEverWith(FactKind.ADJUSTMENT_STEP, position)
                                    .contains(budget))
                            .isEqualTo(steps);
                    if (!course.isEmpty()) {
                        LocalDate day = course.get((int) (then % course.size())).day();
                        assertThat(phases(database, new Moment(position, Optional.of(day)))
                                        .get(budget))
                                .isEqualTo(course.stream()
                                        .filter(phase -> !phase.day().isAfter(day))
                                        .toList());
                    }
                }
                Set<String> last =
                        reader
                                .rows(budget, length, FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class)
                                .values()
                                .stream()
                                .map(Facts.AdjustmentStep::step)
                                .collect(Collectors.toSet());
                for (String step : List.of("submitted", "reviewed", "returned", "effective")) {
                    assertThat(database.everyBudget()
                                    .budgetsWith(FactKind.ADJUSTMENT_STEP, "step", step)
                                    .contains(budget))
                            .as(step)
                            .isEqualTo(last.contains(step));
                }
            }
        }
    }

    private static Map<BudgetId, List<Facts.PhaseFact>> phases(FactGenerations database, Moment moment) {
        return database.everyBudget().history(FactKind.PHASE, Facts.PhaseFact.class, moment, Facts.PhaseFact::day);
    }

    /** A random history also removes projects that were never there, which leaves no trace. */
    private static List<Long> told(List<RecordedEvent> history, BudgetId budget, ProjectCode project) {
        List<Long> told = new ArrayList<>();
        boolean there = false;
        for (RecordedEvent event : history) {
            if (event.stream().equals(budget.toString()) && projects(event).contains(project)) {
                boolean removed = event.envelope().message() instanceof ProjectEvent.ProjectRemoved;
                if (!removed || there) {
                    told.add(event.position());
                }
                there = !removed && (there || puts(event));
            }
        }
        return told;
    }

    /** Whether it leaves a row of a project, which a removal can end. */
    private static boolean puts(RecordedEvent event) {
        return event.envelope().message() instanceof ProjectEvent
                || event.envelope().message() instanceof AdjustmentEvent.ProjectAdjusted
                || event.envelope().message() instanceof AdjustmentEvent.ProjectTakenOver;
    }

    private static Set<ProjectCode> projects(RecordedEvent event) {
        BudgetEvent message = event.of(BudgetEvent.class).message();
        Set<ProjectCode> projects = new TreeSet<>();
        for (Posting posting : message.postings()) {
            if (posting.classification() instanceof Classification.Expenditure money) {
                money.project().ifPresent(projects::add);
            }
        }
        switch (message) {
            case PerformanceEvent e -> e.project().ifPresent(projects::add);
            case ProjectEvent.ProjectRegistered e -> projects.add(e.project().code());
            case ProjectEvent.ProjectRevised e -> projects.add(e.after().code());
            case ProjectEvent.ProjectRemoved e -> projects.add(e.project().code());
            case TargetEvent.ProjectTargetsSet e -> projects.add(e.project());
            case AdjustmentEvent.ProjectAdjusted e -> projects.add(e.after().code());
            case AdjustmentEvent.ProjectTakenOver e -> projects.add(e.project().code());
            case AdjustmentEvent.AdjustmentTookEffect e ->
                e.targets().forEach(change -> projects.add(change.project()));
            default -> {}
        }
        return projects;
    }
}
