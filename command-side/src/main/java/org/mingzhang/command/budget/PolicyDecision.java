package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.event.PolicyEvent;

/** What is answered to somebody who wants other rules. */
public sealed interface PolicyDecision {
    record Accepted(PolicyEvent event) implements PolicyDecision {}

    record Refused(List<Decision.Objection> objections) implements PolicyDecision {
        public Refused {
            objections = List.copyOf(objections);
        }
    }
}
