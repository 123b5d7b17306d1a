package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LiveFacts;
import org.mingzhang.query.facts.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the sums that are kept, and reads the postings of those budgets only of which there are none. */
final class SumsReader {
    /** Budgets whose postings are read in one go, so that no more of them than that are in memory. */
    private static final int TOGETHER = 500;

    /** Beyond this many events it takes as long to find out what changed as to read it. */
    private static final long MOST_FOLLOWED = 50_000;

    private static final String POSTINGS = """
        select p.budget, p.position, p.unit, p.project, p.stage, p.function_code, p.dept_economic, p.gov_economic, p.fund,
            p.appropriated, p.delta_fen
        from unnest(cast(? as varchar array), cast(? as bigint array)) as r(budget, upto)
        join fact_posting p on p.generation = ? and p.budget = r.budget and p.position <= r.upto
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

    SumsReader(JdbcClient jdbc, SumsKept kept) {
        this.jdbc = jdbc;
        this.kept = kept;
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
        Map<String, BudgetSums.Adding> adding = added(live.generation(), budgets);
        for (Map.Entry<BudgetId, Moment> one : budgets) {
            BudgetSums.Adding added = adding.getOrDefault(one.getKey().toString(), new BudgetSums.Adding());
            BudgetSums sums = added.added();
            long position = one.getValue().position();
            if (position <= live.position()) { // of what was not there yet, some may have come while it was read
                kept.keep(live.generation(), one.getKey(), position, added.last(), sums);
            }
            found.accept(one.getKey(), sums);
        }
    }

    private Map<String, BudgetSums.Adding> added(int generation, List<Map.Entry<BudgetId, Moment>> budgets) {
        Map<String, BudgetSums.Adding> adding = new HashMap<>();
        jdbc.sql(POSTINGS)
                .param(budgets.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .param(budgets.stream().map(one -> one.getValue().position()).toArray(Long[]::new))
                .param(generation)
                .query(row -> {
                    String project = row.getString(4);
                    CodesMet.Codes found = new CodesMet.Codes(
                            row.getString(6),
                            new DeptEconomicCode(row.getString(7)),
                            row.getString(8),
                            row.getString(9),
                            row.getBoolean(10),
                            !project.isEmpty());
                    adding.computeIfAbsent(row.getString(1), budget -> new BudgetSums.Adding())
                            .add(
                                    row.getLong(2),
                                    new BudgetSums.Place(row.getString(3), project),
                                    Stage.valueOf(row.getString(5)),
                                    codes.number(found),
                                    row.getLong(11));
                });
        return adding;
    }
}
