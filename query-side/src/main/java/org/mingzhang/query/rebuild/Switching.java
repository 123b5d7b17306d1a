package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a generation the one that is read, as soon as it covers everything that readers have seen. */
final class Switching {
    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);

    private final Building building;
    private final Projection projection;

    Switching(Building building, Projection projection) {
        this.building = building;
        this.projection = projection;
    }

    /** One range nearer, or the switch itself; the caller holds the row that is taken for it. */
    void approach(Connection connection, Generation generation, Instant now) throws SQLException {
        Generations generations = new Generations(connection, projection);
        long seen = LiveGeneration.read(connection, projection.name()).position();
        if (seen - generation.position() > projection.range()) {
            generations.update(building.advance(connection, generation, seen));
            return;
        }
        LiveGeneration live = LiveGeneration.take(connection, projection.name()); // the feed waits from here on
        Generation there = generation;
        while (there.position() < live.position()) {
            there = building.advance(connection, there, live.position());
        }
        for (Generation other : generations.all()) {
            if (other.number() == live.generation()) {
                generations.update(other.left(live.position(), now));
            } else if (other.state() == GenerationState.KEPT && other.number() != generation.number()) {
                generations.update(other.in(GenerationState.REMOVING));
            }
        }
        generations.update(there.live());
        new LiveGeneration(projection.name(), generation.number(), live.position()).write(connection);
        LOG.info(
                "{}: generation {} is read from now on, generation {} is kept for a roll-back",
                projection.name(),
                generation.number(),
                live.generation());
    }
}
