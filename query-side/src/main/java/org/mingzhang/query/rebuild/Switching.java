package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.mingzhang.query.facts.LiveFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a generation the one that is read, as soon as it covers everything that readers have seen. */
final class Switching {
    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);

    private final Building building;

    Switching(Building building) {
        this.building = building;
    }

    /** One range nearer, or the switch itself; the caller holds the row {@code rebuild}. */
    void approach(Connection connection, Generation generation, Instant now) throws SQLException {
        Generations generations = new Generations(connection);
        if (LiveFacts.read(connection).position() - generation.position() > Building.RANGE) {
            generations.update(building.advance(
                    connection, generation, LiveFacts.read(connection).position()));
            return;
        }
        LiveFacts live = LiveFacts.take(connection); // the feed waits from here on
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
        new LiveFacts(generation.number(), live.position()).write(connection);
        LOG.info(
                "facts: generation {} is read from now on, generation {} is kept for a roll-back",
                generation.number(),
                live.generation());
    }
}
