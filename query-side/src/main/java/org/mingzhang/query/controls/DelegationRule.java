package org.mingzhang.query.controls;

import java.util.HashMap;
import java.util.Map;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.AdministrationEvent.DelegationEnded;
import org.mingzhang.kernel.event.AdministrationEvent.DelegationGiven;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.ledger.store.RecordedEvent;

/** Whoever acts for somebody was let by them, in that role and on that day. */
final class DelegationRule implements Rule {
    private final Findings findings;
    private final Map<String, DelegationGiven> open = new HashMap<>();

    DelegationRule(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(RecordedEvent event) {
        switch (event.envelope().message()) {
            case DelegationGiven given -> open.put(given.delegation(), given);
            case DelegationEnded ended -> open.remove(ended.delegation());
            case AdministrationEvent other -> {}
            case BudgetEvent budget -> acted(event);
            case FundsEvent funds -> acted(event);
            case LedgerEvent other -> {}
        }
    }

    private void acted(RecordedEvent event) {
        Actor actor = event.envelope().actor();
        actor.onBehalfOf().ifPresent(login -> {
            findings.examine(Control.AUTHORITY);
            findings.require(
                    open.values().stream().anyMatch(given -> lets(given, login, event)),
                    Control.AUTHORITY,
                    event,
                    "authority.delegation",
                    actor.login(),
                    login,
                    actor.role());
        });
    }

    private static boolean lets(DelegationGiven given, String login, RecordedEvent event) {
        Actor actor = event.envelope().actor();
        return given.login().equals(login)
                && given.delegate().equals(actor.login())
                && given.role() == actor.role()
                && !event.envelope().businessDay().isBefore(given.firstDay())
                && !event.envelope().businessDay().isAfter(given.lastDay());
    }
}
