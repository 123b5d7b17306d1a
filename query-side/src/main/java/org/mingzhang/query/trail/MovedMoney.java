package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.Measure;

/**
 * The money that an event moves: what a line or a source stood at before, and what it stands at after it. What adjusts a
 * line is told of its whole budget, which is what is decided on.
 */
record MovedMoney(SaidIn said) {
    /** @param before what the figures stood at; empty where nobody knows yet, then only movements are told */
    List<Change> of(LedgerEvent event, Optional<Map<Measure, Amount>> before) {
        Optional<Map<Measure, Amount>> standing = before.map(HashMap::new);
        List<Change> changes = new ArrayList<>();
        if (event instanceof FundsEvent funds) {
            for (FundsMovement movement : funds.movements()) {
                Measure measure = Measure.source(funds.source(), movement.stage());
                changes.add(moved(said.chosen(movement.stage()), measure, movement.delta(), Amount.ZERO, standing));
            }
        } else if (!(event instanceof LineEvent) && !(event instanceof RevenueEvent)) {
            event.postings().forEach(posting -> changes.add(moved(posting, standing)));
        }
        return changes;
    }

    private Change moved(Posting posting, Optional<Map<Measure, Amount>> standing) {
        Measure measure = Measure.of(posting);
        boolean budget = posting.stage() == Stage.ADJUSTED && standing.isPresent();
        Amount initial = budget
                ? standing.flatMap(all -> Optional.ofNullable(all.get(measure.at(Stage.INITIAL))))
                        .orElse(Amount.ZERO)
                : Amount.ZERO;
        String figure = budget ? said.say("trail.budgeted") : said.chosen(posting.stage());
        return moved(posting.line().value() + " · " + figure, measure, posting.delta(), initial, standing);
    }

    private static Change moved(
            String what, Measure measure, Amount delta, Amount beside, Optional<Map<Measure, Amount>> standing) {
        String difference = SaidIn.signed(delta);
        if (standing.isEmpty()) {
            return new Change(what, "", "", difference);
        }
        Map<Measure, Amount> all = standing.get();
        Amount before = all.getOrDefault(measure, Amount.ZERO);
        // An event may move the same figure more than once.
        all.put(measure, before.plus(delta));
        return new Change(
                what,
                SaidIn.yuan(before.plus(beside)),
                SaidIn.yuan(before.plus(delta).plus(beside)),
                difference);
    }
}
