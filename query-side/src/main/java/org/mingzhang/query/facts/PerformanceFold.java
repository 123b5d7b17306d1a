package org.mingzhang.query.facts;

import java.time.LocalDate;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.value.Code;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.query.facts.FactChange.Put;

/** What became of targets as rows: the last of each month and project holds, the earlier ones stay behind it. */
final class PerformanceFold {
    private PerformanceFold() {}

    static FactChange row(Envelope<PerformanceEvent> envelope) {
        String actor = AdjustmentFold.named(envelope.actor());
        LocalDate day = envelope.businessDay();
        PerformanceEvent message = envelope.message();
        String project = message.project().map(Code::value).orElse("");
        return switch (message) {
            case PerformanceEvent.PerformanceMonitored e ->
                new Put(
                        FactKind.MONITORING,
                        e.through() + " " + project,
                        new Facts.MonitoringFact(
                                project,
                                e.through(),
                                e.budgeted(),
                                e.executed(),
                                e.progress(),
                                e.action(),
                                e.words(),
                                actor,
                                day));
            case PerformanceEvent.PerformanceSelfEvaluated e ->
                new Put(
                        FactKind.SELF_EVALUATION,
                        project,
                        new Facts.EvaluationFact(
                                project,
                                e.rules(),
                                e.budgeted(),
                                e.executed(),
                                e.executionWeight(),
                                e.executionScore(),
                                e.executionReason(),
                                e.scores(),
                                e.total(),
                                e.grade(),
                                e.words(),
                                actor,
                                day));
        };
    }
}
