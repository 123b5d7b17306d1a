package org.mingzhang.command.axon;

import java.util.Set;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.CrosswalkDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Successions in their stream of the log. */
final class CrosswalkCommandsOnLog extends DivisionCommandsOnLog<CrosswalkCommand, Crosswalk>
        implements CrosswalkCommands {
    private final UnitsInLog units;

    CrosswalkCommandsOnLog(EventLog log) {
        super(log);
        this.units = new UnitsInLog(log);
    }

    @Override
    String stream(DivisionCode division) {
        return CrosswalkEvent.stream(division);
    }

    @Override
    Crosswalk nothing() {
        return Crosswalk.none();
    }

    @Override
    Crosswalk after(Crosswalk crosswalk, RecordedEvent event) {
        return crosswalk.evolve(event.of(CrosswalkEvent.class));
    }

    @Override
    Decision decide(Envelope<CrosswalkCommand> envelope, Crosswalk crosswalk) {
        Set<String> known = switch (envelope.message()) {
            case CrosswalkCommand.RecordSuccession said
            when said.succession().kind() == SuccessionKind.UNIT && !said.declared() ->
                units.of(said.division(), said.succession());
            case CrosswalkCommand.RecordSuccession said -> Set.of();
            case CrosswalkCommand.WithdrawSuccession said -> Set.of();
        };
        return CrosswalkDecider.decide(envelope, crosswalk, known);
    }
}
