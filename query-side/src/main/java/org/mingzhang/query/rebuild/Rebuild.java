package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.projection.LiveGeneration;
import org.mingzhang.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an administrator may ask of a projection, and the pieces of work that follow from it. */
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Projection projection;
    private final Transactions transactions;
    private final Clock clock;
    private final Building building;
    private final Switching switching;
    private final Comparing comparing;

    public Rebuild(DataSource dataSource, EventLog log, Clock clock, Projection projection) {
        this.projection = projection;
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
        this.building = new Building(log, projection);
        this.switching = new Switching(building, projection);
        this.comparing = new Comparing(transactions, clock, projection);
    }

    /** Of the facts, which every figure is read from. */
    public static Rebuild ofFacts(DataSource dataSource, EventLog log, Clock clock) {
        return new Rebuild(dataSource, log, clock, new FactProjection());
    }

    /** What is made again. */
    Projection projection() {
        return projection;
    }

    /** Makes it again beside the live ones; returns the number of the new generation. */
    public int start(String by) throws SQLException {
        return change(generations -> start(generations, by, false));
    }

    /** The same, and switches by itself, if an older fold made what is read now; empty when that is not so. */
    Optional<Integer> startWhenFoldChanged() throws SQLException {
        return transactions.run(connection -> {
            Generations generations = new Generations(connection, projection);
            generations.take();
            int live = live(connection);
            // Not for a newer one: two releases beside each other would take turns for ever.
            boolean same = generations.find(live).stream().allMatch(found -> found.fold() >= projection.version());
            if (same) {
                return Optional.empty();
            }
            Optional<Generation> candidate = candidate(generations);
            if (candidate.stream().anyMatch(found -> found.fold() >= projection.version())) {
                return Optional.empty();
            }
            if (candidate.isPresent()) { // begun by an earlier release; nobody needs it any more
                generations.update(candidate.get().in(GenerationState.REMOVING));
            }
            LOG.info(
                    "{}: an earlier fold made what is read now; it is made again with version {}",
                    projection.name(),
                    projection.version());
            return Optional.of(start(generations, "", true));
        });
    }

    /** Compares a generation with the live one once more, after it has caught up. */
    public void compare(int number) throws SQLException {
        change(generations -> {
            Generation asked = generation(generations, number);
            refuseBesideAnother(generations, asked);
            switch (asked.state()) {
                case READY, DIFFERENT, KEPT -> generations.update(asked.in(GenerationState.BUILDING));
                case BUILDING, COMPARING -> {}
                case SWITCHING, LIVE, REMOVING, REMOVED -> throw new RebuildRefused("not-ready", number);
            }
            return number;
        });
    }

    /** Makes a generation the live one; what differs from the live one only {@code despite} the difference. */
    public void makeLive(int number, boolean despite) throws SQLException {
        change(generations -> {
            Generation asked = generation(generations, number);
            refuseBesideAnother(generations, asked);
            switch (asked.state()) {
                case READY, KEPT -> generations.update(asked.in(GenerationState.SWITCHING));
                case DIFFERENT -> {
                    if (!despite) {
                        throw new RebuildRefused("different", number);
                    }
                    generations.update(asked.in(GenerationState.SWITCHING));
                }
                case SWITCHING, LIVE -> {}
                case BUILDING, COMPARING, REMOVING, REMOVED -> throw new RebuildRefused("not-ready", number);
            }
            return number;
        });
    }

    /** Removes what is not read, finished or not. */
    public void remove(int number) throws SQLException {
        change(generations -> {
            Generation asked = generation(generations, number);
            switch (asked.state()) {
                case BUILDING, COMPARING, READY, DIFFERENT, KEPT ->
                    generations.update(asked.in(GenerationState.REMOVING));
                case REMOVING, REMOVED -> {}
                case SWITCHING, LIVE -> throw new RebuildRefused("in-use", number);
            }
            return number;
        });
    }

    /** Does one piece of what there is to do; false when there is nothing. */
    public boolean step() throws SQLException {
        Optional<Generation> next = transactions.run(this::next);
        if (next.isEmpty()) {
            return false;
        }
        try {
            piece(next.get());
        } catch (SQLException | RuntimeException e) {
            failed(next.get(), e);
            throw e;
        }
        return true;
    }

    /** When rows made again were last equal to the live ones; empty when they never were compared. */
    public Optional<Comparison> provedEqual() throws SQLException {
        return transactions.run(connection -> new Comparisons(connection, projection).lastEqual());
    }

    /** What a generation that waits for a decision differs in; empty when none does. */
    public Optional<Comparison> different() throws SQLException {
        return status().different();
    }

    /** Every generation with what was found out about it. */
    RebuildStatus status() throws SQLException {
        return transactions.run(connection -> RebuildStatus.read(connection, projection));
    }

    private void piece(Generation expected) throws SQLException {
        if (expected.state() == GenerationState.COMPARING) {
            comparing.compare(expected);
            return;
        }
        transactions.run(connection -> {
            Generations generations = new Generations(connection, projection);
            generations.take();
            Generation now = generation(generations, expected.number());
            if (now.state() != expected.state()) {
                return false; // another node was faster
            }
            switch (now.state()) {
                case BUILDING -> building.build(connection, now);
                case SWITCHING -> switching.approach(connection, now, clock.instant());
                case REMOVING -> Removing.remove(connection, now, projection);
                case COMPARING, READY, DIFFERENT, LIVE, KEPT, REMOVED -> {}
            }
            return true;
        });
    }

    /** What somebody waits for comes before what is only tidied up. */
    private Optional<Generation> next(Connection connection) throws SQLException {
        List<Generation> all = new Generations(connection, projection).all();
        boolean full =
                projection.onlyTwo() && all.stream().anyMatch(found -> found.state() == GenerationState.REMOVING);
        return all.stream()
                .filter(found -> GenerationState.WORK.contains(found.state()))
                .filter(found -> found.state() != GenerationState.REMOVING || Removing.due(found, clock.instant()))
                .filter(found -> found.state() != GenerationState.BUILDING || !full)
                .min(Comparator.comparing(found -> found.state() == GenerationState.REMOVING));
    }

    private void failed(Generation generation, Exception cause) {
        try {
            transactions.run(connection -> {
                Generations generations = new Generations(connection, projection);
                generations.take();
                Generation now = generation(generations, generation.number());
                generations.update(now.failed(String.valueOf(cause.getMessage())));
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private int start(Generations generations, String by, boolean atOnce) throws SQLException {
        Optional<Generation> candidate = candidate(generations);
        if (candidate.isPresent()) {
            throw new RebuildRefused("under-way", candidate.get().number());
        }
        if (projection.onlyTwo()) {
            for (Generation left : generations.all()) {
                if (left.state() == GenerationState.KEPT) {
                    generations.update(left.in(GenerationState.REMOVING));
                }
            }
        }
        int greatest =
                generations.all().stream().mapToInt(Generation::number).max().orElse(0);
        int number = projection.numberAfter(greatest, live(generations.connection()));
        generations.insert(Generation.asked(number, projection.version(), by, clock.instant(), atOnce));
        return number;
    }

    private int live(Connection connection) throws SQLException {
        return LiveGeneration.read(connection, projection.name()).generation();
    }

    private static void refuseBesideAnother(Generations generations, Generation asked) throws SQLException {
        Optional<Generation> other = candidate(generations).filter(found -> found.number() != asked.number());
        if (other.isPresent()) {
            throw new RebuildRefused("under-way", other.get().number());
        }
    }

    private static Optional<Generation> candidate(Generations generations) throws SQLException {
        List<Generation> all = generations.all();
        return all.stream()
                .filter(found -> GenerationState.CANDIDATE.contains(found.state()))
                .findFirst();
    }

    private static Generation generation(Generations generations, int number) throws SQLException {
        return generations.find(number).orElseThrow(() -> new RebuildRefused("unknown", number));
    }

    private int change(Change change) throws SQLException {
        return transactions.run(connection -> {
            Generations generations = new Generations(connection, projection);
            generations.take();
            return change.in(generations);
        });
    }

    private interface Change {
        int in(Generations generations) throws SQLException;
    }
}
