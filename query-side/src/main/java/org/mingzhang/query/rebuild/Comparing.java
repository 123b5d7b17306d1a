package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares some budgets of a generation with the live one; reads without keeping anybody waiting. */
final class Comparing {
    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final Duration PIECE = Duration.ofMillis(500);

    private final Transactions transactions;
    private final Clock clock;
    private final Projection projection;

    Comparing(Transactions transactions, Clock clock, Projection projection) {
        this.transactions = transactions;
        this.clock = clock;
        this.projection = projection;
    }

    void compare(Generation generation) throws SQLException {
        Comparison before = transactions.run(connection -> begun(connection, generation));
        Comparison after = transactions.run(connection -> further(connection, before));
        transactions.run(connection -> keep(connection, generation, before, after));
    }

    /** What is known so far; a comparison that is finished is made anew, because somebody asked again. */
    private Comparison begun(Connection connection, Generation generation) throws SQLException {
        int live = LiveGeneration.read(connection, projection.name()).generation();
        Optional<Comparison> going = going(connection, generation, live);
        return going.isPresent() ? going.get() : anew(connection, generation, live);
    }

    private Optional<Comparison> going(Connection connection, Generation generation, int live) throws SQLException {
        return new Comparisons(connection, projection)
                .find(generation.number(), generation.position())
                .filter(known -> known.finished().isEmpty() && known.live() == live);
    }

    private Comparison anew(Connection connection, Generation generation, int live) throws SQLException {
        int own = generation.number();
        HowFar none = HowFar.begun(connection, projection, own, live, generation.position());
        return Comparison.begun(own, generation.position(), live, none);
    }

    private Comparison further(Connection connection, Comparison before) throws SQLException {
        Comparison known = before;
        long began = System.nanoTime();
        do {
            Optional<ComparedPart> next =
                    projection.compare(connection, before.generation(), before.live(), before.position(), known.part());
            if (next.isEmpty()) {
                return known.worked(since(began)).finished(clock.instant());
            }
            known = known.and(next.get());
        } while (System.nanoTime() - began < PIECE.toNanos());
        return known.worked(since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Unless somebody else decided otherwise, or got further, in the meantime. */
    private Comparison keep(Connection connection, Generation generation, Comparison before, Comparison after)
            throws SQLException {
        Generations generations = new Generations(connection, projection);
        generations.take();
        Optional<Generation> now = generations
                .find(generation.number())
                .filter(found ->
                        found.state() == GenerationState.COMPARING && found.position() == generation.position());
        if (now.isPresent() && nobodyGotFurther(connection, generation, before)) {
            new Comparisons(connection, projection).save(after);
            boolean finished = after.finished().isPresent();
            generations.update(now.get().in(finished ? next(now.get(), after) : GenerationState.COMPARING));
            if (finished) {
                tell(after);
            }
        }
        return after;
    }

    private boolean nobodyGotFurther(Connection connection, Generation generation, Comparison before)
            throws SQLException {
        return going(connection, generation, before.live())
                .map(Comparison::part)
                .orElse("")
                .equals(before.part());
    }

    private static GenerationState next(Generation generation, Comparison comparison) {
        if (generation.atOnce()) {
            return GenerationState.SWITCHING;
        }
        if (generation.leftAt().isPresent()) {
            return GenerationState.KEPT; // somebody only wanted to know
        }
        return comparison.equal() ? GenerationState.READY : GenerationState.DIFFERENT;
    }

    private void tell(Comparison comparison) {
        if (comparison.equal()) {
            LOG.info(
                    "{}: generation {} equals the live one as of position {}: {} rows, digest {}",
                    projection.name(),
                    comparison.generation(),
                    comparison.position(),
                    comparison.rows(),
                    comparison.digest());
        } else {
            LOG.warn(
                    "{}: generation {} differs from the live one as of position {} in {} of {} rows, first: {}",
                    projection.name(),
                    comparison.generation(),
                    comparison.position(),
                    comparison.different(),
                    comparison.rows(),
                    comparison.first().orElse("their digests"));
        }
    }
}
