package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.rebuild.Rebuilds;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.rebuild.Rebuild;

/** F14: facts and audit trail are made again, switched to and rolled back while people write and read; nobody sees anything of it. */
final class RebuildUnderLoad implements Fault {
    private static final int CLIENTS = 8;
    private static final BudgetId BUDGET = BudgetId.parse(Installation.BUDGETS.getFirst());

    @Override
    public String name() {
        return "F14";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        List<String> wrongs = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger reads = new AtomicInteger();
        int rounds = size.of(2, 15);
        int answered = 0;
        int searches;
        Workload finished;
        try (RunningApplication application = RunningApplication.start(
                        installation.data(), false, installation.arguments().toArray(String[]::new));
                Workload workload = new Workload(
                        "b",
                        Installation.BUDGETS,
                        CLIENTS,
                        size.seed(),
                        client -> new HttpDoor(application::address, installation))) {
            workload.awaitMore(300);
            Rebuild rebuild = application.context().getBean("factRebuild", Rebuild.class);
            AtomicBoolean over = new AtomicBoolean();
            SearchedTrail trail = new SearchedTrail(application, wrongs);
            List<Thread> readers = List.of(
                    Thread.ofPlatform().start(() -> read(application, over, reads, wrongs)),
                    Thread.ofPlatform().start(() -> read(application, over, reads, wrongs)),
                    Thread.ofPlatform().start(() -> trail.searchUntil(over)));
            int live = 1;
            int before = workload.answered();
            for (int round = 0; round < rounds; round++) {
                int again = rebuild.start("fault");
                Rebuilds.finish(rebuild);
                boolean equal = rebuild.provedEqual()
                        .map(proof -> proof.generation() == again)
                        .orElse(false);
                if (!equal) {
                    wrongs.add("generation " + again + " was not equal to the live one");
                }
                rebuild.makeLive(again, false);
                Rebuilds.finish(rebuild);
                workload.awaitMore(100);
                rebuild.makeLive(live, false);
                Rebuilds.finish(rebuild);
                workload.awaitMore(100);
                rebuild.makeLive(again, false);
                Rebuilds.finish(rebuild);
                live = again;
            }
            thereAndBack(application, workload, wrongs);
            answered = workload.answered() - before;
            searches = trail.searches();
            over.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            finished = workload.finished();
        }
        wrongs.addAll(Judge.findings(installation, finished));
        return new Finding(
                answered == 0 || reads.get() == 0 || searches == 0
                        ? ""
                        : rounds + 1 + " rebuilds and " + 3 * (rounds + 1) + " switches meanwhile",
                answered + " commands answered, " + reads + " reads, " + searches + " searches",
                wrongs);
    }

    /** The audit trail, once: what was left is not removed, and there is no room for another, while a page may read it. */
    private static void thereAndBack(RunningApplication application, Workload workload, List<String> wrongs)
            throws Exception {
        Rebuild rebuild = application.context().getBean("trailRebuild", Rebuild.class);
        int again = rebuild.start("fault");
        Rebuilds.finish(rebuild);
        if (rebuild.provedEqual().isEmpty()) {
            wrongs.add("the audit trail made again was not equal to the live one");
        }
        for (int generation : new int[] {again, 1, again}) {
            rebuild.makeLive(generation, false);
            Rebuilds.finish(rebuild);
            workload.awaitMore(100);
        }
    }

    /** At each position that was ever seen the total is what the events up to it add up to, however often it is asked. */
    private static void read(
            RunningApplication application, AtomicBoolean over, AtomicInteger reads, List<String> wrongs) {
        FactReader facts = application.context().getBean(FactReader.class);
        EventLog log = application.context().getBean(EventLog.class);
        long seen = 0;
        try {
            while (!over.get()) {
                long position = facts.position();
                if (position < seen) {
                    wrongs.add("the position went back from " + seen + " to " + position);
                }
                seen = position;
                long shown = facts.load(BUDGET, position, TableBasis.INITIAL).orElseThrow().expenditure().stream()
                        .mapToLong(line -> line.amount().fen())
                        .sum();
                long total = log.readStream(BUDGET.toString(), 0).stream()
                        .filter(event -> event.position() <= position)
                        .flatMap(event -> event.envelope().message().postings().stream())
                        .mapToLong(posting -> posting.delta().fen())
                        .sum();
                if (shown != total) {
                    wrongs.add("at position " + position + " the total is " + shown + ", not " + total);
                }
                reads.incrementAndGet();
            }
        } catch (RuntimeException e) {
            wrongs.add("a read failed: " + e);
        }
    }
}
