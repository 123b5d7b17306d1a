package org.mingzhang.query.controls;

import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.store.RecordedEvent;

/** All rules over one log, from its first event on. */
public final class ControlFold {
    private final Findings findings = new Findings();
    private final Filings filings = new Filings();
    private final List<Rule> rules = List.of(
            filings,
            new SeparationRule(filings, findings),
            new BalancedRule(filings, findings),
            new SidesRule(filings, findings),
            new CoveredRule(findings),
            new DocumentRule(filings, findings),
            new AuthorityRule(filings, findings),
            new DelegationRule(findings),
            new DeadlineRule(findings),
            new SourceRule(filings, findings));
    private Optional<RecordedEvent> last = Optional.empty();

    /** Refuses an event that is not the next. */
    public void see(RecordedEvent event) {
        if (event.position() != position() + 1) {
            throw new IllegalStateException("position " + event.position() + " after " + position());
        }
        last.filter(before ->
                        !before.envelope().commandId().equals(event.envelope().commandId()))
                .ifPresent(before -> rules.forEach(rule -> rule.complete(before)));
        rules.forEach(rule -> rule.see(event));
        last = Optional.of(event);
    }

    public long position() {
        return last.map(RecordedEvent::position).orElse(0L);
    }

    /** Of everything seen so far; nothing follows it. */
    public ControlProof proof() {
        last.ifPresent(event -> rules.forEach(rule -> rule.complete(event)));
        return findings.proof(position());
    }
}
