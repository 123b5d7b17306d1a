package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.FactChange;
import org.mingzhang.query.facts.FactFold;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;

/** Facts with events folded into them that were never recorded: the fold of the feed, without its database. */
public final class FactsAfter {
    private final BudgetFacts now;
    private final Map<List<Object>, LineFact> known = new LinkedHashMap<>();
    private final Map<List<Object>, Amount> amounts = new LinkedHashMap<>();
    private final Map<ProjectCode, Project> projects = new LinkedHashMap<>();
    private final Map<ProjectCode, List<Indicator>> targets;

    private FactsAfter(BudgetFacts now) {
        this.now = now;
        this.targets = new LinkedHashMap<>(now.projectTargets());
        now.projects().forEach(project -> projects.put(project.code(), project));
        now.expenditure().forEach(this::add);
        now.revenue().forEach(this::add);
    }

    public static BudgetFacts of(BudgetFacts now, List<Envelope<BudgetEvent>> events) {
        FactsAfter after = new FactsAfter(now);
        events.forEach(event ->
                FactFold.changes(event.<LedgerEvent>with(event.message())).forEach(after::change));
        return after.facts();
    }

    private void add(LineFact line) {
        List<Object> place = List.of(line.key(), line.classification());
        known.put(place, line);
        amounts.put(place, line.amount());
    }

    private void change(FactChange change) {
        switch (change) {
            case FactChange.Post post -> post(post.posting());
            case FactChange.Put put -> put(put);
            case FactChange.Close ignored -> {
                // an adjustment takes no row away
            }
        }
    }

    private void post(Posting posting) {
        if (now.basis().stages().contains(posting.stage())) {
            List<Object> place = List.of(posting.line(), posting.classification());
            known.putIfAbsent(place, new LineFact(posting.line(), 0, posting.classification(), Amount.ZERO));
            amounts.merge(place, posting.delta(), Amount::plus);
        }
    }

    private void put(FactChange.Put put) {
        if (put.kind() == FactKind.PROJECT_TARGETS && put.body() instanceof Facts.Targets found) {
            targets.put(new ProjectCode(put.key()), found.indicators());
        } else if (put.kind() == FactKind.PROJECT && put.body() instanceof Project project) {
            projects.put(project.code(), project);
        }
    }

    private BudgetFacts facts() {
        Map<Boolean, List<LineFact>> sides = known.entrySet().stream()
                .map(line -> with(line.getValue(), amounts.getOrDefault(line.getKey(), Amount.ZERO)))
                .filter(line -> !line.amount().isZero())
                .collect(Collectors.partitioningBy(line -> line.classification() instanceof Classification.Revenue));
        return new BudgetFacts(
                now.header(),
                now.position(),
                now.basis(),
                now.units(),
                numbered(sides.getOrDefault(false, List.of())),
                numbered(sides.getOrDefault(true, List.of())),
                List.copyOf(projects.values()),
                targets,
                now.overallTargets(),
                now.statements());
    }

    private static LineFact with(LineFact line, Amount amount) {
        return new LineFact(line.key(), line.ordinal(), line.classification(), amount);
    }

    private static List<LineFact> numbered(List<LineFact> lines) {
        List<LineFact> numbered = new ArrayList<>();
        lines.forEach(
                line -> numbered.add(new LineFact(line.key(), numbered.size(), line.classification(), line.amount())));
        return numbered;
    }
}
