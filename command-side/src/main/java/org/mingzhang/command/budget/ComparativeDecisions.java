package org.mingzhang.command.budget;

import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;

/**
 * Figures printed of a year before the first budget that is kept here.
 *
 * <p>They may be stated and corrected at any time, because nothing that is decided rests on them.
 */
final class ComparativeDecisions {
    private static final Set<Role> STATING = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD, Role.BUDGET_OFFICE);

    private ComparativeDecisions() {}

    static Decision decide(Situation now, ComparativeCommand command) {
        return switch (command) {
            case ComparativeCommand.StateComparatives state -> state(now, state);
        };
    }

    private static Decision state(Situation now, ComparativeCommand.StateComparatives command) {
        Findings findings = gate(now);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Comparatives stated = command.comparatives();
        year(findings, stated.year(), command.budget().year());
        Basis source = stated.source();
        findings.require(
                !source.date().isAfter(now.today()), "date", () -> new Refusal.DayAhead(source.date(), now.today()));
        new FigureRules(findings, now.policy().codes(), command.budget().department(), stated).check();
        known(findings, now, command);
        Optional<Comparatives> before = now.budget().comparatives().get(stated.year());
        boolean unchanged = before.equals(Optional.of(stated));
        if (before.isPresent() && !unchanged) {
            TextRules.reason(findings, command.reason());
        } else {
            TextRules.optional(findings, "reason", command.reason());
        }
        return findings.acceptUnless(
                unchanged,
                () -> new ComparativeEvent.ComparativesStated(command.budget(), before, stated, command.reason()));
    }

    private static Findings gate(Situation now) {
        Findings findings = new Findings();
        if (now.budget().phase() == Phase.NOT_OPENED) {
            findings.object("", new Refusal.NotOpened());
            return findings;
        }
        Role role = now.actor().role();
        return findings.require(STATING.contains(role), "", () -> new Refusal.RoleNotAllowed(role, STATING));
    }

    private static void year(Findings findings, FiscalYear stated, FiscalYear own) {
        findings.require(stated.compareTo(own) < 0, "year", () -> new Refusal.ComparativeYearUnfit(stated, own));
    }

    /** Where lines of that year are kept, they are what it was. */
    private static void known(Findings findings, Situation now, ComparativeCommand.StateComparatives command) {
        FiscalYear year = command.comparatives().year();
        if (year.compareTo(command.budget().year()) < 0) {
            Content kept = now.states().other(command.ofThatYear()).content();
            if (!kept.lines().isEmpty()) {
                KnownYear.check(findings, kept, command.comparatives());
            }
        }
    }
}
