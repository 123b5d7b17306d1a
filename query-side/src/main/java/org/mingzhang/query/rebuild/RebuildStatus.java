package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.facts.LiveFacts;

/**
 * Everything that is known about the generations, the newest first.
 *
 * @param live the position up to which figures are shown
 * @param provedEqual the latest comparison that found no difference
 */
record RebuildStatus(LiveFacts live, List<Known> generations, Optional<Comparison> provedEqual) {
    /** A generation, and its latest comparison with the live one. */
    record Known(Generation generation, Optional<Comparison> comparison) {}

    static RebuildStatus read(Connection connection) throws SQLException {
        Comparisons comparisons = new Comparisons(connection);
        List<Known> known = new ArrayList<>();
        for (Generation generation : new Generations(connection).all()) {
            known.add(new Known(generation, comparisons.latest(generation.number())));
        }
        return new RebuildStatus(LiveFacts.read(connection), known, comparisons.lastEqual());
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
