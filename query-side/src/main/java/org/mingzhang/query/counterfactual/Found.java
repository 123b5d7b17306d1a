package org.mingzhang.query.counterfactual;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.query.counterfactual.Replayed.Rate;
import org.mingzhang.query.disclosure.TableTemplate;

/** What is kept of a replay: where both histories differ. */
record Found(
        long events,
        List<CellDifference> cells,
        List<TargetDifference> targets,
        Rate recordedRate,
        Rate thenRate,
        Map<Integer, String> withoutEffect,
        List<AdjustmentRef> elsewhere,
        List<AdjustmentRef> undecided,
        List<Replayed.Stopped> stopped,
        List<Replayed.Fallen> fallen,
        List<Replayed.OtherWay> ways,
        List<Replayed.OtherLimit> limits,
        List<Replayed.Line> lines) {

    static Found of(List<TableTemplate> templates, Replayed replayed) {
        return new Found(
                replayed.events(),
                CellDifference.between(templates, replayed.recorded(), replayed.then()),
                TargetDifference.between(replayed.recorded(), replayed.then()),
                replayed.recordedRate(),
                replayed.thenRate(),
                replayed.withoutEffect(),
                replayed.elsewhere(),
                replayed.undecided(),
                replayed.stopped(),
                replayed.fallen(),
                replayed.ways(),
                replayed.limits(),
                replayed.lines());
    }

    /** How many cells differ, by the number of the table. */
    Map<Integer, Long> tables() {
        return cells.stream()
                .collect(Collectors.groupingBy(CellDifference::table, TreeMap::new, Collectors.counting()));
    }

    boolean nothingDiffers() {
        return cells.isEmpty()
                && targets.isEmpty()
                && stopped.isEmpty()
                && fallen.isEmpty()
                && limits.isEmpty()
                && lines.isEmpty();
    }
}
