package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.crosswalk.Crosswalk.Portion;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.LineIdentity.Slot;

/** The steps from the lines of a year to those of a later one, each gathered of its own postings. */
final class YearSteps {
    private final LineIdentity identity;
    private final Map<Slot, Gathered> slots = new LinkedHashMap<>();
    private final Map<String, List<Movement>> reorganised = new LinkedHashMap<>();

    YearSteps(LineIdentity identity) {
        this.identity = identity;
    }

    /** What there was and is of one thing. */
    private static final class Gathered {
        private long before;
        private long after;
        private final List<Movement> movements = new ArrayList<>();
    }

    /** Money of the earlier year: ours, or of somebody beside whose unit may go on here. */
    void before(Movement movement) {
        boolean own = identity.ours().test(movement.unit());
        for (Portion part : identity.units(movement.unit(), movement.fen())) {
            boolean stays = identity.ours().test(part.code());
            if (own != stays) {
                reorganised
                        .computeIfAbsent(movement.unit(), unit -> new ArrayList<>())
                        .add(movement.of(stays ? part.fen() : Math.negateExact(part.fen())));
            }
            if (stays) {
                identity.projects(movement.money(), part.fen())
                        .forEach(portion -> goesOn(movement.of(portion.fen()), portion.code()));
            }
        }
    }

    private void goesOn(Movement movement, String project) {
        Gathered gathered = gathered(movement, project);
        gathered.before = Math.addExact(gathered.before, movement.fen());
        gathered.movements.add(movement.of(Math.negateExact(movement.fen())));
    }

    /** Money of the later year. */
    void after(Movement movement) {
        Gathered gathered = gathered(
                movement, movement.money().project().map(Object::toString).orElse(""));
        gathered.after = Math.addExact(gathered.after, movement.fen());
        gathered.movements.add(movement);
    }

    private Gathered gathered(Movement movement, String project) {
        return slots.computeIfAbsent(LineIdentity.slot(movement.money(), project), slot -> new Gathered());
    }

    /** What there neither was nor is in the end, such as a line that was taken back, is no step. */
    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        reorganised.forEach((unit, movements) ->
                steps.add(Step.of(BridgeReason.REORGANISATION, unit, Optional.empty(), Optional.empty(), movements)));
        slots.forEach((slot, gathered) -> {
            if (gathered.before != 0 || gathered.after != 0) {
                steps.add(Step.of(
                        reason(slot, gathered),
                        slot.key(),
                        Optional.of(new Amount(gathered.before)),
                        Optional.of(new Amount(gathered.after)),
                        gathered.movements));
            }
        });
        return steps;
    }

    private static BridgeReason reason(Slot slot, Gathered gathered) {
        if (!slot.reason().ofProjects()) {
            return slot.reason();
        }
        if (gathered.before == 0) {
            return BridgeReason.NEW_PROJECT;
        }
        return gathered.after == 0 ? BridgeReason.ENDED_PROJECT : BridgeReason.CONTINUED_PROJECT;
    }
}
