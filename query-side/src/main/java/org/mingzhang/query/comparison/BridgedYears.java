package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.BridgeDocuments.Effective;
import org.mingzhang.query.comparison.BridgeQuestion.Ends;

/**
 * What is known of the two years that a bridge joins.
 *
 * @param lines of the years that are kept, initial and adjusted
 */
record BridgedYears(BridgeQuestion question, Ends ends, KnownYears known, Map<FiscalYear, List<Movement>> lines) {
    Bridge bridge(LineIdentity identity, List<Movement> beside, List<Effective> effective) {
        List<Bridge.Document> documents =
                effective.stream().map(Effective::document).toList();
        boolean kept = lines.containsKey(ends.to()) || ends.toStage() == ComparedStage.INITIAL;
        Bridge.Known to = kept ? of(ends.to(), ComparedStage.INITIAL) : new Bridge.Known.Unpublished();
        if (!ends.withinOneYear()) {
            return Bridge.between(of(ends.from(), ends.fromStage()), beside, to, identity, documents);
        }
        return kept
                ? Bridge.within(to, documents)
                : new Bridge(known.printed(ends.from(), question.scope()), List.of(), Optional.empty());
    }

    /** What was printed of earlier years is their initial budget, and nobody knows what became of it. */
    private Bridge.Known of(FiscalYear year, ComparedStage stage) {
        List<Movement> kept = lines.get(year);
        if (kept != null) {
            return new Bridge.Known.Lines(
                    kept.stream().filter(movement -> counts(stage, movement)).toList());
        }
        Optional<Bridge.Known> printed = stage == ComparedStage.INITIAL
                ? known.printed(year, question.scope()).map(Bridge.Known.Printed::new)
                : Optional.empty();
        return printed.orElseGet(Bridge.Known.Unpublished::new);
    }

    static boolean counts(ComparedStage stage, Movement movement) {
        return stage.stages().contains(movement.posted().stage());
    }
}
