package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.value.Statement;

/** What the department states beside its figures. */
final class StatementDecisions {
    private StatementDecisions() {}

    static Decision decide(Situation now, StatementCommand command) {
        Findings findings = now.draftingGate();
        return switch (command) {
            case StatementCommand.MakeStatement make -> {
                Optional<Statement> before =
                        now.content().statements().get(make.statement().topic());
                yield findings.acceptUnless(
                        before.equals(Optional.of(make.statement())),
                        () -> new StatementEvent.StatementMade(make.budget(), before, make.statement()));
            }
        };
    }
}
