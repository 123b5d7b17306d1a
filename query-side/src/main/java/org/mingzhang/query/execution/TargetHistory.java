package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReplayedFacts;
import org.mingzhang.query.web.OpenedBudget;
import org.springframework.stereotype.Component;

/** How the targets of a project, or of the department, became what they are: every change with who, when, why and by what. */
@Component
class TargetHistory {
    private final FactReader facts;
    private final EventLog log;
    private final AdjustmentShelf shelf;

    TargetHistory(FactReader facts, EventLog log, AdjustmentShelf shelf) {
        this.facts = facts;
        this.log = log;
        this.shelf = shelf;
    }

    /**
     * A change of a list of targets.
     *
     * @param effective the day from which it holds
     * @param reason blank for the first list, which needs none
     * @param document number of what approved it; blank without one
     * @param adjustment number of the document of adjustment that it came with
     * @param targets those that became different
     * @param same how many stayed as they were
     */
    public record Change(
            long position,
            LocalDate day,
            LocalDate effective,
            String actor,
            String role,
            String reason,
            String document,
            Optional<Integer> adjustment,
            List<ChangesOfProjects.Target> targets,
            int same) {}

    /**
     * The newest first, as far as the moment knows of them.
     *
     * @param project empty for the department as a whole
     * @param name of one indicator; blank for all
     */
    List<Change> of(OpenedBudget budget, Optional<ProjectCode> project, String name) {
        FactKind kind = project.isPresent() ? FactKind.PROJECT_TARGETS : FactKind.OVERALL_TARGETS;
        String key = project.map(ProjectCode::value).orElse("");
        List<Change> changes = new ArrayList<>();
        List<Indicator> before = List.of();
        for (FactReader.Held<Facts.Targets> held :
                facts.held(budget.id(), budget.position(), kind, key, Facts.Targets.class)) {
            Envelope<LedgerEvent> event =
                    log.read(held.from() - 1, 1).getFirst().envelope();
            if (budget.moment().counts(ReplayedFacts.effective(event))) {
                List<Indicator> after = held.body().indicators();
                change(budget, held.from(), event, ChangesOfProjects.targets(before, after), name)
                        .ifPresent(changes::add);
                before = after;
            }
        }
        return changes.reversed();
    }

    private Optional<Change> change(
            OpenedBudget budget,
            long position,
            Envelope<LedgerEvent> event,
            List<ChangesOfProjects.Target> all,
            String name) {
        List<ChangesOfProjects.Target> asked = all.stream()
                .filter(target -> name.isBlank() || target.name().equals(name))
                .toList();
        List<ChangesOfProjects.Target> different =
                asked.stream().filter(target -> !target.same()).toList();
        if (!name.isBlank() && different.isEmpty()) {
            return Optional.empty();
        }
        Actor actor = event.actor();
        return Optional.of(new Change(
                position,
                event.businessDay(),
                ReplayedFacts.effective(event),
                actor.onBehalfOf()
                        .map(other -> actor.displayName() + "（代 " + other + "）")
                        .orElse(actor.displayName()),
                actor.role().name(),
                reason(budget, event.message()),
                document(event.message()),
                number(event.message()),
                different,
                asked.size() - different.size()));
    }

    private String reason(OpenedBudget budget, LedgerEvent event) {
        if (event instanceof TargetEvent set) {
            return switch (set) {
                case TargetEvent.OverallTargetsSet overall -> overall.reason();
                case TargetEvent.ProjectTargetsSet project -> project.reason();
            };
        }
        return number(event)
                .flatMap(number -> shelf.find(budget.id(), budget.position(), number))
                .map(found -> found.fact().request().reason())
                .orElse("");
    }

    private static String document(LedgerEvent event) {
        return event instanceof AdjustmentEvent.AdjustmentTookEffect effect
                ? effect.approval().map(Basis::documentNumber).orElse("")
                : "";
    }

    private static Optional<Integer> number(LedgerEvent event) {
        return event instanceof AdjustmentEvent adjusted ? Optional.of(adjusted.number()) : Optional.empty();
    }
}
