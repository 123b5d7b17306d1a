package org.mingzhang.application.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** F4: 32 writers with pauses and refusals and one large import; a reader that only asks for what is above must skip. */
final class RacingWriters implements Fault {
    private static final int WRITERS = 32;
    private static final String IMPORTED = "411200-103-2028";

    @Override
    public String name() {
        return "F4";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        List<String> wrongs = new ArrayList<>();
        int imported = size.of(3_000, 12_000);
        int skipped;
        Workload finished;
        try (OpenDatabase beside = database.open();
                NaiveReader naive = new NaiveReader(beside.dataSource(), size.seed());
                RunningApplication application = RunningApplication.start(
                        installation.data(), false, installation.arguments().toArray(String[]::new))) {
            BudgetCommands commands = application.context().getBean(BudgetCommands.class);
            try (Workload workload = new Workload(
                    "w",
                    Installation.BUDGETS.subList(0, 3),
                    WRITERS,
                    size.seed(),
                    client -> pausing(new DirectDoor(commands), new Random(size.seed() + client)))) {
                workload.awaitMore(100);
                large(commands, imported, wrongs);
                workload.awaitMore(size.of(300, 3_000));
                naive.awaitSkip(Duration.ofSeconds(size.of(20, 60)));
                finished = workload.finished();
            }
            EventLog log = application.context().getBean(EventLog.class);
            boolean covered = application.context().getBean(FactFeed.class).await(log.head(), Duration.ofSeconds(60));
            if (!covered) {
                wrongs.add("the facts did not come to the end of the log");
            }
            skipped = naive.skipped();
        }
        wrongs.addAll(Judge.findings(installation, finished));
        return new Finding(
                skipped == 0 ? "" : "the naive reader beside skipped " + skipped + " rows",
                finished.answered() + " commands and an import of " + imported + " lines, all of them projected",
                wrongs);
    }

    private static Door pausing(Door door, Random random) {
        AtomicInteger sent = new AtomicInteger();
        return (key, intent) -> {
            if (sent.incrementAndGet() % 4 == 0) {
                try {
                    Thread.sleep(random.nextInt(20));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return door.send(key, intent);
        };
    }

    private static void large(BudgetCommands commands, int lines, List<String> wrongs) {
        List<BudgetCommand> all = IntStream.range(0, lines)
                .mapToObj(i -> DirectDoor.command(new Intent(Intent.Kind.ALLOCATE, IMPORTED, "i" + i, i + 1L)))
                .toList();
        Envelope<BudgetCommand> envelope = new Envelope<>(
                UUID.randomUUID(),
                Actor.of("load", "负载", Role.DEPARTMENT_FINANCE),
                LocalDate.of(2024, 9, 20),
                new BudgetCommand.Batch(BudgetId.parse(IMPORTED), all));
        Outcome outcome = commands.submit(BudgetCommands.Submission.of(envelope));
        if (!(outcome instanceof Outcome.Done done && done.events() == lines)) {
            wrongs.add("the import was answered " + outcome);
        }
    }
}
