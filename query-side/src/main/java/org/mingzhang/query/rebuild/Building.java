package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.projection.Projection;

/** Folds one range of events into a generation. */
final class Building {
    private final EventLog log;
    private final Projection projection;

    Building(EventLog log, Projection projection) {
        this.log = log;
        this.projection = projection;
    }

    /** Towards the live position; there it is compared. The caller holds the row that is taken for it. */
    void build(Connection connection, Generation generation) throws SQLException {
        long target = LiveGeneration.read(connection, projection.name()).position();
        Generation further = advance(connection, generation, target);
        new Generations(connection, projection)
                .update(further.position() < target ? further : further.in(GenerationState.COMPARING));
    }

    /** One range towards a position; the same generation when it is there. */
    Generation advance(Connection connection, Generation generation, long target) throws SQLException {
        long began = System.nanoTime();
        int most = (int) Math.min(projection.range(), target - generation.position());
        List<RecordedEvent> events = most <= 0 ? List.of() : log.read(generation.position(), most);
        if (events.isEmpty()) {
            return generation;
        }
        projection.write(connection, generation.number(), events);
        return generation.reached(events.getLast().position(), Duration.ofNanos(System.nanoTime() - began));
    }
}
