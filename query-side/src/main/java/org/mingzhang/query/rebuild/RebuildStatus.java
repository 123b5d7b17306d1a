package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.projection.Projection;

/**
 * Everything that is known about the generations, the newest first.
 *
 * @param live what is read, and up to which position
 * @param provedEqual the latest comparison that found no difference
 */
record RebuildStatus(LiveGeneration live, List<Known> generations, Optional<Comparison> provedEqual) {
    /** A generation, and its latest comparison with the live one. */
    record Known(Generation generation, Optional<Comparison> comparison) {}

    static RebuildStatus read(Connection connection, Projection projection) throws SQLException {
        Comparisons comparisons = new Comparisons(connection, projection);
        List<Known> known = new ArrayList<>();
        for (Generation generation : new Generations(connection, projection).all()) {
            known.add(new Known(generation, comparisons.latest(generation.number())));
        }
        return new RebuildStatus(LiveGeneration.read(connection, projection.name()), known, comparisons.lastEqual());
    }

    /** What a generation that waits for a decision differs in from the live one; empty when none does. */
    Optional<Comparison> different() {
        return generations.stream()
                .filter(known -> known.generation().state() == GenerationState.DIFFERENT)
                .flatMap(known -> known.comparison().stream())
                .findFirst();
    }

    /** Whether something is being done just now. */
    boolean busy() {
        return generations.stream()
                .anyMatch(known -> GenerationState.CANDIDATE.contains(
                                known.generation().state())
                        && GenerationState.WORK.contains(known.generation().state()));
    }

    /** Whether a generation is being made, compared, switched to, or waits for a decision. */
    boolean candidate() {
        return generations.stream()
                .anyMatch(known ->
                        GenerationState.CANDIDATE.contains(known.generation().state()));
    }
}
