package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Envelope;

/**
 * An adjustment as it stands.
 *
 * @param stations all that it has to pass
 * @param passed those that it has passed, in order
 */
public record FiledAdjustment(
        int number,
        AdjustmentKind kind,
        AdjustmentRequest request,
        Actor maker,
        List<AdjustmentStation> stations,
        List<AdjustmentStation> passed,
        boolean approvalDemanded,
        AdjustmentStatus status) {
    public FiledAdjustment {
        stations = List.copyOf(stations);
        passed = List.copyOf(passed);
    }

    static FiledAdjustment of(Envelope<AdjustmentEvent.AdjustmentSubmitted> submitted) {
        AdjustmentEvent.AdjustmentSubmitted event = submitted.message();
        return new FiledAdjustment(
                event.number(),
                event.kind(),
                event.request(),
                submitted.actor(),
                event.stations(),
                List.of(),
                event.approvalDemanded(),
                AdjustmentStatus.IN_REVIEW);
    }

    /** The station that comes next; empty when all are passed. */
    public Optional<AdjustmentStation> next() {
        return stations.stream().skip(passed.size()).findFirst();
    }

    /** Whether it holds or has moved money: on its way, or in effect. */
    boolean counts() {
        return status == AdjustmentStatus.IN_REVIEW || status == AdjustmentStatus.EFFECTIVE;
    }

    FiledAdjustment past(AdjustmentStation station) {
        List<AdjustmentStation> now = new ArrayList<>(passed);
        now.add(station);
        return new FiledAdjustment(number, kind, request, maker, stations, now, approvalDemanded, status);
    }

    FiledAdjustment in(AdjustmentStatus now) {
        return new FiledAdjustment(number, kind, request, maker, stations, passed, approvalDemanded, now);
    }
}
