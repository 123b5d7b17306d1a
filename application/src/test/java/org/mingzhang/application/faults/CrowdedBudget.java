package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.feed.FactFeed;

/** F5: 64 people change one budget at the same moment, over HTTP. */
final class CrowdedBudget implements Fault {
    private static final int PEOPLE = 64;
    private static final String BUDGET = Installation.BUDGETS.getFirst();

    @Override
    public String name() {
        return "F5";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        List<String> wrongs = new ArrayList<>();
        int rounds = size.of(2, 10);
        long stale = 0;
        try (RunningApplication application = RunningApplication.start(
                installation.data(), false, installation.arguments().toArray(String[]::new))) {
            HttpDoor door = new HttpDoor(application::address, installation);
            EventLog log = application.context().getBean(EventLog.class);
            for (int round = 0; round < rounds; round++) {
                String id = "r" + size.seed() % 1_000 + "n" + round;
                expect(
                        wrongs,
                        "each adds a line",
                        Map.of(Door.Answer.DONE, 64L),
                        together(i -> door.send(id + "a" + i, allocate(id + "x" + i, 100 + i))));
                expect(
                        wrongs,
                        "all add the same line",
                        Map.of(Door.Answer.DONE, 1L, Door.Answer.REFUSED, 63L),
                        together(i -> door.send(id + "b" + i, allocate(id + "same", 100 + i))));
                long seen = log.streamVersion(BUDGET);
                Map<Door.Answer, Long> answers = together(i ->
                        door.send(id + "c" + i, new Intent(Intent.Kind.REVISE, BUDGET, id + "same", 1_000 + i), seen));
                expect(
                        wrongs,
                        "all change the version they saw",
                        Map.of(Door.Answer.DONE, 1L, Door.Answer.STALE, 63L),
                        answers);
                stale += answers.getOrDefault(Door.Answer.STALE, 0L);
            }
            application.context().getBean(FactFeed.class).await(log.head(), java.time.Duration.ofSeconds(60));
            totals(application, log, wrongs);
        }
        wrongs.addAll(Judge.findings(installation));
        return new Finding(
                stale == 0 ? "" : PEOPLE + " at once, " + stale + " of them on a version that was gone",
                rounds * 3 * PEOPLE + " answers, the total right at every position",
                wrongs);
    }

    private static Intent allocate(String line, long fen) {
        return new Intent(Intent.Kind.ALLOCATE, BUDGET, line, fen);
    }

    private static Map<Door.Answer, Long> together(IntFunction<Door.Answer> what) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Callable<Door.Answer>> tasks = IntStream.range(0, PEOPLE)
                    .<Callable<Door.Answer>>mapToObj(i -> () -> what.apply(i))
                    .toList();
            List<Door.Answer> answers = new ArrayList<>();
            for (Future<Door.Answer> one : people.invokeAll(tasks)) {
                answers.add(one.get());
            }
            return answers.stream().collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
        }
    }

    private static void expect(
            List<String> wrongs, String what, Map<Door.Answer, Long> expected, Map<Door.Answer, Long> actual) {
        if (!expected.equals(actual)) {
            wrongs.add(what + ": " + actual + ", not " + expected);
        }
    }

    /** As of each position the facts add up to what the events before it say. */
    private static void totals(RunningApplication application, EventLog log, List<String> wrongs) {
        FactReader facts = application.context().getBean(FactReader.class);
        long total = 0;
        for (RecordedEvent event : log.readStream(BUDGET, 0)) {
            total += event.envelope().message().postings().stream()
                    .mapToLong(posting -> posting.delta().fen())
                    .sum();
            Amount shown = facts.load(BudgetId.parse(BUDGET), event.position(), TableBasis.INITIAL)
                    .map(CrowdedBudget::sum)
                    .orElse(Amount.ZERO);
            if (shown.fen() != total) {
                wrongs.add("at position " + event.position() + " the total is " + shown.fen() + ", not " + total);
            }
        }
    }

    private static Amount sum(BudgetFacts facts) {
        return Amount.sum(
                facts.expenditure().stream().map(line -> line.amount()).toList());
    }
}
