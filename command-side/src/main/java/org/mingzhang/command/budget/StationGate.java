package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Role;

/**
 * The first gate of a decision on a document. Whoever decides somewhere on its way is told where it is and who acted last,
 * because a second click or a tab of before is no question of his role; anybody else is told what his role may not do, and
 * no more.
 */
record StationGate(Situation now, FiledAdjustment document) {
    /** Passing at a station. */
    Findings passing(AdjustmentStation asked) {
        Set<Role> allowed = deciding(Roles::at);
        Findings findings = gate(allowed, isOnItsWay(Roles::at));
        if (!findings.isEmpty()) {
            return findings;
        }
        Optional<AdjustmentStation> next = document.next();
        if (next.isEmpty()) {
            return elsewhere(findings, new Refusal.StationsPassed(document.number()));
        }
        return next.get() == asked ? inRole(findings, allowed) : notAt(findings, asked, next.get());
    }

    /** Ending at whatever station it is, by those whom {@code roles} names for each. */
    Findings ending(Function<AdjustmentStation, Set<Role>> roles) {
        Set<Role> allowed = deciding(roles);
        Findings findings = gate(allowed, isOnItsWay(roles));
        if (!findings.isEmpty() || allowed.contains(role())) {
            return findings;
        }
        return document.next()
                .map(next -> notAt(findings, own(roles), next))
                .orElseGet(() -> elsewhere(findings, new Refusal.StationsPassed(document.number())));
    }

    /** Registering its effect. */
    Findings registering() {
        Set<Role> allowed = registering(document);
        Findings findings = gate(allowed, isOnItsWay(Roles::at));
        return findings.isEmpty() ? inRole(findings, allowed) : findings;
    }

    /** Taking it back, by its own side. */
    Findings withdrawing() {
        return gate(Roles.DRAFTING, false);
    }

    private Findings gate(Set<Role> allowed, boolean onItsWay) {
        boolean known = onItsWay || allowed.contains(role());
        Findings findings = now.executing(known ? Set.of(role()) : allowed);
        if (document.status() == AdjustmentStatus.IN_REVIEW) {
            return findings;
        }
        Refusal ended = new Refusal.AdjustmentEnded(document.number(), document.status());
        if (known) {
            return elsewhere(findings, ended);
        }
        findings.object("", ended);
        return findings;
    }

    private Findings inRole(Findings findings, Set<Role> allowed) {
        return findings.require(allowed.contains(role()), "", () -> new Refusal.RoleNotAllowed(role(), allowed));
    }

    private Findings notAt(Findings findings, AdjustmentStation station, AdjustmentStation next) {
        return elsewhere(findings, new Refusal.NotAtStation(document.number(), station, next));
    }

    private Findings elsewhere(Findings findings, Refusal where) {
        FiledAdjustment.LastAct last = document.last();
        findings.object("", where);
        findings.object("", new Refusal.LastActed(document.number(), LastStep.of(document), last.by(), last.day()));
        return findings;
    }

    private Role role() {
        return now.actor().role();
    }

    private Set<Role> deciding(Function<AdjustmentStation, Set<Role>> roles) {
        return document.next().map(roles).orElseGet(() -> registering(document));
    }

    private boolean isOnItsWay(Function<AdjustmentStation, Set<Role>> roles) {
        return document.stations().stream()
                .anyMatch(station -> roles.apply(station).contains(role()));
    }

    /** The station of theirs that it passed last, or, when it passed none, that it comes to first. */
    private AdjustmentStation own(Function<AdjustmentStation, Set<Role>> roles) {
        List<AdjustmentStation> nearest = new ArrayList<>(document.passed().reversed());
        nearest.addAll(document.stations());
        return nearest.stream()
                .filter(station -> roles.apply(station).contains(role()))
                .findFirst()
                .orElseThrow();
    }

    /** Who registers that it takes effect, which is for the budget office unless the department decides alone. */
    static Set<Role> registering(FiledAdjustment document) {
        boolean within = document.stations().equals(List.of(AdjustmentStation.DEPARTMENT_REVIEW));
        return within ? Roles.DEPARTMENT : Roles.BUDGET_OFFICE;
    }
}
