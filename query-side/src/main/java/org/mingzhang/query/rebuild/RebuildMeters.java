package org.mingzhang.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** How fast projections are made again and how much is left, for a collector; no number while nothing is. */
@Configuration(proxyBeanMethods = false)
class RebuildMeters {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildMeters.class);

    @Bean
    Gauge rebuildSpeed(Rebuild factRebuild, MeterRegistry registry) {
        return speed(factRebuild, registry);
    }

    @Bean
    Gauge trailRebuildSpeed(Rebuild trailRebuild, MeterRegistry registry) {
        return speed(trailRebuild, registry);
    }

    private static Gauge speed(Rebuild rebuild, MeterRegistry registry) {
        return Gauge.builder(
                        "mingzhang." + rebuild.projection().name() + ".rebuild.speed",
                        () -> ofCandidate(rebuild, (status, made) -> (double) made.eventsPerSecond()))
                .description("events that are made into it again in a second of work, by whichever node")
                .register(registry);
    }

    @Bean
    Gauge rebuildLeft(Rebuild factRebuild, MeterRegistry registry) {
        return left(factRebuild, registry);
    }

    @Bean
    Gauge trailRebuildLeft(Rebuild trailRebuild, MeterRegistry registry) {
        return left(trailRebuild, registry);
    }

    private static Gauge left(Rebuild rebuild, MeterRegistry registry) {
        return Gauge.builder(
                        "mingzhang." + rebuild.projection().name() + ".rebuild.left",
                        () -> ofCandidate(rebuild, (status, made) ->
                                (double) Math.max(0, status.live().position() - made.position())))
                .description("events that what is made again does not cover yet")
                .register(registry);
    }

    private static double ofCandidate(Rebuild rebuild, ToDoubleBiFunction<RebuildStatus, Generation> figure) {
        try {
            RebuildStatus status = rebuild.status();
            Optional<Generation> made = status.generations().stream()
                    .map(RebuildStatus.Known::generation)
                    .filter(found -> GenerationState.CANDIDATE.contains(found.state()))
                    .findFirst();
            return made.map(found -> figure.applyAsDouble(status, found)).orElse(Double.NaN);
        } catch (SQLException | DataAccessException e) {
            LOG.debug("the speed of a rebuild cannot be asked for", e);
            return Double.NaN;
        }
    }
}
