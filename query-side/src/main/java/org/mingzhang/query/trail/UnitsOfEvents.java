package org.mingzhang.query.trail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;

/**
 * Of which units events of a budget tell, also where they name them only by a document, a project or a line: whoever passes a
 * document of another unit moves that unit's money, and says so in an opinion.
 */
final class UnitsOfEvents {
    private static final UnitCode UNKNOWN = new UnitCode("000000");

    private final Map<String, UnitCode> projects = new HashMap<>();
    private final Map<String, UnitCode> lines = new HashMap<>();
    private final Map<Integer, Set<UnitCode>> documents = new HashMap<>();

    /** @param events after which nothing has happened, so that what they submit is known although the facts lag behind */
    UnitsOfEvents(FactReader facts, LineBalances balances, BudgetId budget, long position, List<RecordedEvent> events) {
        facts.history(budget, position, FactKind.PROJECT, Project.class) // one that was removed meanwhile, too
                .forEach(project -> projects.put(TrailTexts.plain(project.code().value()), project.unit()));
        balances.of(budget, position)
                .forEach(line -> lines.put(
                        TrailTexts.plain(line.line().value()),
                        line.classification().unit()));
        facts.rows(budget, position, FactKind.ADJUSTMENT, Facts.AdjustmentFact.class)
                .values()
                .forEach(document -> submitted(document.number(), document.request()));
        facts.rows(budget, position, FactKind.ADJUSTMENT_PROJECT, Facts.ProjectChange.class)
                .values()
                .forEach(change -> changes(change.number(), change.before(), change.after()));
        events.forEach(event -> learn(event.envelope().message()));
    }

    private void learn(LedgerEvent event) {
        if (event instanceof AdjustmentEvent.AdjustmentSubmitted e) {
            submitted(e.number(), e.request());
        } else if (event instanceof AdjustmentEvent.ProjectAdjustmentAsked e) {
            changes(e.number(), e.before(), e.after());
        }
    }

    private void submitted(int number, AdjustmentRequest request) {
        Set<UnitCode> units = of(number);
        request.entries().forEach(entry -> units.add(entry.classification().unit()));
        request.performance()
                .forEach(effect -> units.add(ofProject(effect.project().value())));
    }

    private void changes(int number, Project before, Project after) {
        of(number).add(before.unit());
        of(number).add(after.unit());
    }

    private Set<UnitCode> of(int number) {
        return documents.computeIfAbsent(number, any -> new HashSet<>());
    }

    /** Empty for what is the department's as a whole; a unit that there is not stands for one that cannot be told. */
    Set<UnitCode> of(RecordedEvent event) {
        TrailKeys keys = TrailKeys.of(event.envelope());
        Set<UnitCode> units = new HashSet<>();
        keys.units().forEach(unit -> units.add(new UnitCode(unit)));
        LedgerEvent message = event.envelope().message();
        if (message instanceof AdjustmentEvent document) {
            units.addAll(documents.getOrDefault(document.number(), Set.of(UNKNOWN)));
        } else if (message instanceof ExecutionEvent && units.isEmpty()) {
            keys.codes().forEach(code -> {
                if (lines.containsKey(code)) {
                    units.add(lines.getOrDefault(code, UNKNOWN));
                }
            });
        }
        keys.codes().stream().filter(projects::containsKey).forEach(code -> units.add(ofProject(code)));
        return units;
    }

    private UnitCode ofProject(String code) {
        return projects.getOrDefault(TrailTexts.plain(code), UNKNOWN);
    }
}
