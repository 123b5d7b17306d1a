package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.facts.FactChange;
import org.mingzhang.query.facts.FactFold;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.performance.Figures;
import org.mingzhang.query.performance.LiveIndicator;
import org.mingzhang.query.performance.LiveIndicators;
import org.mingzhang.query.performance.TargetFinding;
import org.mingzhang.query.performance.TargetFindings;

/**
 * What events that were never recorded would do to the indicators of a budget, and what would not fit any more between its
 * money and its targets.
 *
 * @param indicators those that would change
 * @param findings those that would be new
 * @param names of the projects that they are about, by code
 */
public record ForeseenAims(List<Indicator> indicators, List<TargetFinding> findings, Map<String, String> names) {
    static final ForeseenAims NONE = new ForeseenAims(List.of(), List.of(), Map.of());

    /**
     * An indicator before and after.
     *
     * @param id of its rule
     * @param demanded such as {@code ≤10%}
     */
    public record Indicator(
            String id,
            String before,
            String after,
            String demanded,
            LiveIndicator.Verdict was,
            LiveIndicator.Verdict becomes) {}

    /** @param inEffect all documents that then are, see {@link #inEffect} */
    static ForeseenAims of(
            Figures now, BudgetFacts then, List<Facts.AdjustmentFact> inEffect, List<Envelope<BudgetEvent>> events) {
        if (events.isEmpty()) {
            return NONE;
        }
        LocalDate day = events.getLast().businessDay();
        Figures after = now.after(then, inEffect);
        List<TargetFinding> fresh = new ArrayList<>(TargetFindings.ofLists(after));
        TargetFindings.ofLists(now).forEach(fresh::remove);
        return new ForeseenAims(
                changed(LiveIndicators.of(now, day), LiveIndicators.of(after, day)), fresh, names(then, fresh));
    }

    private static Map<String, String> names(BudgetFacts facts, List<TargetFinding> findings) {
        Map<String, String> names = new TreeMap<>();
        for (Project project : facts.projects()) {
            String code = project.code().value();
            if (findings.stream().anyMatch(finding -> finding.project().equals(code))) {
                names.put(code, project.name());
            }
        }
        return names;
    }

    private static List<Indicator> changed(List<LiveIndicator> before, List<LiveIndicator> after) {
        List<Indicator> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            LiveIndicator was = before.get(i);
            LiveIndicator becomes = after.get(i);
            if (!was.percent().equals(becomes.percent()) || was.verdict() != becomes.verdict()) {
                changed.add(new Indicator(
                        was.rule().id(),
                        was.printed(),
                        becomes.printed(),
                        becomes.threshold().text(),
                        was.verdict(),
                        becomes.verdict()));
            }
        }
        return changed;
    }

    /**
     * Those that are in effect with those that the events put in effect.
     *
     * @param filed documents that were submitted before
     */
    static List<Facts.AdjustmentFact> inEffect(
            Figures now, List<Facts.AdjustmentFact> filed, List<Envelope<BudgetEvent>> events) {
        Map<Integer, Facts.AdjustmentFact> known = new LinkedHashMap<>();
        filed.forEach(fact -> known.put(fact.number(), fact));
        TreeSet<Integer> effective = new TreeSet<>();
        now.inEffect().forEach(fact -> {
            known.put(fact.number(), fact);
            effective.add(fact.number());
        });
        for (Envelope<BudgetEvent> event : events) {
            for (FactChange change : FactFold.changes(event.<LedgerEvent>with(event.message()))) {
                if (change instanceof FactChange.Put put && put.body() instanceof Facts.AdjustmentFact fact) {
                    known.put(fact.number(), fact);
                } else if (change instanceof FactChange.Put put
                        && put.body() instanceof Facts.AdjustmentStep step
                        && step.step().equals("effective")) {
                    effective.add(step.number());
                }
            }
        }
        return effective.stream().filter(known::containsKey).map(known::get).toList();
    }
}
