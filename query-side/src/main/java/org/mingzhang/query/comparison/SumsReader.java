package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LiveFacts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PackedCodes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers from the sums that are kept in memory. Of budgets of which there are none it reads those that the projection has
 * stored, and of the postings only those since.
 */
final class SumsReader {
    /** Budgets whose postings are read in one go, so that no more of them than that are in memory. */
    private static final int TOGETHER = 500;

    /** Beyond this many events it takes as long to find out what changed as to read it. */
    private static final long MOST_FOLLOWED = 50_000;

    private static final String POSTINGS = """
        select p.budget, p.position, p.unit, p.project, p.stage, p.function_code, p.dept_economic, p.gov_economic, p.fund,
            p.appropriated, p.delta_fen
        from unnest(cast(? as varchar array), cast(? as bigint array), cast(? as bigint array)) as r(budget, since, upto)
        join fact_posting p on p.generation = ? and p.budget = r.budget and p.position > r.since and p.position <= r.upto
            and p.side = 'expenditure' and p.stage in ({stages})\
        """.replace(
                    "{stages}",
                    Arrays.stream(ComparedStage.values())
                            .flatMap(stage -> stage.stages().stream())
                            .distinct()
                            .map(stage -> "'" + stage.name() + "'")
                            .collect(Collectors.joining(", ")));

    private static final String CHANGED = """
        select budget, min(position) from fact_posting where generation = ? and position > ? and position <= ?
        group by budget\
        """;

    private final JdbcClient jdbc;
    private final SumsKept kept;
    private final CodesMet codes = new CodesMet();
    private final StoredReader stored;

    SumsReader(JdbcClient jdbc, SumsKept kept) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.stored = new StoredReader(jdbc, codes);
    }

    /** @param until of each budget a position, and no day */
    void each(Map<BudgetId, Moment> until, ClassifiedSums.Asked asked, Consumer<ClassifiedSums.Sum> sums) {
        SumsGathered gathered = new SumsGathered(asked, codes);
        LiveFacts live = follow();
        List<Map.Entry<BudgetId, Moment>> unread = new ArrayList<>();
        found(live.generation(), until.entrySet(), gathered::add, unread);
        for (int at = 0; at < unread.size(); at += TOGETHER) {
            List<Map.Entry<BudgetId, Moment>> still = new ArrayList<>();
            found(
                    live.generation(),
                    unread.subList(at, Math.min(unread.size(), at + TOGETHER)),
                    gathered::add, // somebody else may have read them meanwhile
                    still);
            read(live, still, gathered::add);
        }
        gathered.tell(sums);
    }

    /**
     * Reads some budgets of which there are no sums yet.
     *
     * @return whether there may be more, and room for them
     */
    boolean readAhead(Map<BudgetId, Moment> until) {
        LiveFacts live = follow();
        List<Map.Entry<BudgetId, Moment>> unread = new ArrayList<>();
        found(live.generation(), until.entrySet(), (budget, sums) -> {}, unread);
        read(live, unread.subList(0, Math.min(unread.size(), TOGETHER)), (budget, sums) -> {});
        return unread.size() > TOGETHER && kept.hasRoom();
    }

    private void found(
            int generation,
            Collection<Map.Entry<BudgetId, Moment>> wanted,
            BiConsumer<BudgetId, BudgetSums> found,
            List<Map.Entry<BudgetId, Moment>> unread) {
        for (Map.Entry<BudgetId, Moment> one : wanted) {
            Optional<BudgetSums> sums =
                    kept.at(generation, one.getKey(), one.getValue().position());
            sums.ifPresentOrElse(of -> found.accept(one.getKey(), of), () -> unread.add(one));
        }
    }

    /** Notes what happened since somebody last asked; returns what is read, and how far it had come. */
    private LiveFacts follow() {
        while (true) {
            LiveFacts before = kept.seen();
            LiveFacts now = jdbc.sql("select generation, position from projection where name = 'facts'")
                    .query((row, number) -> new LiveFacts(row.getInt(1), row.getLong(2)))
                    .single();
            boolean older = now.generation() == before.generation() && now.position() <= before.position();
            if (older) {
                return now;
            }
            if (now.generation() != before.generation() || now.position() - before.position() > MOST_FOLLOWED) {
                kept.begin(now);
                return now;
            }
            if (kept.follow(before, now, changed(before, now))) {
                return now;
            }
        }
    }

    private Map<BudgetId, Long> changed(LiveFacts before, LiveFacts now) {
        Map<BudgetId, Long> changed = new HashMap<>();
        jdbc.sql(CHANGED)
                .param(now.generation())
                .param(before.position())
                .param(now.position())
                .query(row -> {
                    changed.put(BudgetId.parse(row.getString(1)), row.getLong(2));
                });
        return changed;
    }

    private void read(
            LiveFacts live, List<Map.Entry<BudgetId, Moment>> budgets, BiConsumer<BudgetId, BudgetSums> found) {
        if (budgets.isEmpty()) {
            return;
        }
        Map<String, StoredReader.Stored> before = stored.read(live.generation(), budgets);
        List<Since> since = budgets.stream()
                .map(one -> new Since(
                        one.getKey().toString(),
                        Optional.ofNullable(before.get(one.getKey().toString())),
                        one.getValue().position()))
                .toList();
        Map<String, BudgetSums.Adding> adding = added(live.generation(), since);
        for (int at = 0; at < budgets.size(); at++) {
            BudgetId budget = budgets.get(at).getKey();
            Since one = since.get(at);
            Optional<BudgetSums.Adding> added = Optional.ofNullable(adding.get(one.budget()));
            BudgetSums sums = added.map(BudgetSums.Adding::added)
                    .or(() -> one.stored().map(StoredReader.Stored::sums))
                    .orElseGet(() -> new BudgetSums.Adding().added());
            if (one.upTo() <= live.position()) { // of what was not there yet, some may have come while it was read
                long from = added.map(BudgetSums.Adding::last).orElse(one.position());
                kept.keep(live.generation(), budget, one.upTo(), from, sums);
            }
            found.accept(budget, sums);
        }
    }

    /** A budget of which the postings since its stored sums are wanted, or all of them. */
    private record Since(String budget, Optional<StoredReader.Stored> stored, long upTo) {
        long position() {
            return stored.map(StoredReader.Stored::position).orElse(0L);
        }

        BudgetSums.Adding adding() {
            BudgetSums.Adding adding = new BudgetSums.Adding();
            stored.map(StoredReader.Stored::sums).ifPresent(adding::add);
            return adding;
        }
    }

    private Map<String, BudgetSums.Adding> added(int generation, List<Since> budgets) {
        Map<String, Since> further = budgets.stream()
                .filter(one -> one.position() < one.upTo())
                .collect(Collectors.toMap(Since::budget, one -> one));
        Map<String, BudgetSums.Adding> adding = new HashMap<>();
        if (further.isEmpty()) {
            return adding;
        }
        List<Since> asked = List.copyOf(further.values());
        jdbc.sql(POSTINGS)
                .param(asked.stream().map(Since::budget).toArray(String[]::new))
                .param(asked.stream().map(Since::position).toArray(Long[]::new))
                .param(asked.stream().map(Since::upTo).toArray(Long[]::new))
                .param(generation)
                .query(row -> {
                    String project = row.getString(4);
                    int number = codes.number(
                            PackedCodes.of(row.getString(6), row.getString(7), row.getString(8)),
                            FundType.valueOf(row.getString(9)),
                            row.getBoolean(10),
                            !project.isEmpty());
                    adding.computeIfAbsent(
                                    row.getString(1),
                                    budget -> Objects.requireNonNull(further.get(budget))
                                            .adding())
                            .add(
                                    row.getLong(2),
                                    new BudgetSums.Place(row.getString(3), project),
                                    Stage.valueOf(row.getString(5)),
                                    number,
                                    row.getLong(11));
                });
        return adding;
    }
}
