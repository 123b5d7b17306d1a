package org.mingzhang.query.controls;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.event.AccountsEvent.AccountsPassed;
import org.mingzhang.kernel.event.DisclosureEvent.DisclosurePublished;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.RoundEvent.BudgetApproved;
import org.mingzhang.kernel.event.RoundEvent.BudgetDistributed;
import org.mingzhang.kernel.event.RoundEvent.BudgetEnacted;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * Days between acts, counted anew: twenty from the congress's resolution to the approval and fifteen to its distribution
 * (预算法 art. 52), twenty to publication (art. 14). Lateness is no crime of the log; it is told because the law asks.
 */
final class DeadlineRule implements Rule {
    private static final int APPROVAL = 20;
    private static final int DISTRIBUTION = 15;
    private static final int PUBLICATION = 20;

    private final Findings findings;
    private final Map<BudgetId, LocalDate> enacted = new HashMap<>();
    private final Map<BudgetId, LocalDate> approved = new HashMap<>();

    /** Only the first publication has a term; later ones mend it. */
    private final Map<BudgetId, LocalDate> published = new HashMap<>();

    DeadlineRule(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void see(RecordedEvent event) {
        switch (event.envelope().message()) {
            case BudgetEnacted e -> enacted.put(e.budget(), e.resolution().date());
            case BudgetApproved e -> {
                late(event, "deadlines.approval", enacted.get(e.budget()), e.approvedOn(), APPROVAL);
                approved.put(e.budget(), e.approvedOn());
            }
            case BudgetDistributed e ->
                late(event, "deadlines.distribution", approved.get(e.budget()), e.distributedOn(), DISTRIBUTION);
            case DisclosurePublished e -> {
                if (published.putIfAbsent(e.budget(), e.publishedOn()) == null) {
                    late(event, "deadlines.publication", approved.get(e.budget()), e.publishedOn(), PUBLICATION);
                }
            }
            case AccountsPassed e -> {
                findings.examine(Control.DEADLINES);
                findings.require(e.daysLate() == 0, Control.DEADLINES, event, "deadlines.accounts", e.daysLate());
            }
            case LedgerEvent other -> {}
        }
    }

    private void late(RecordedEvent event, String word, @Nullable LocalDate from, LocalDate day, int allowed) {
        findings.examine(Control.DEADLINES);
        if (from == null) {
            findings.require(false, Control.DEADLINES, event, word + ".unfounded", day);
            return;
        }
        long days = ChronoUnit.DAYS.between(from, day);
        findings.require(days <= allowed, Control.DEADLINES, event, word, from, day, days - allowed);
    }
}
