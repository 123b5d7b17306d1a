package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** F15: bugs on purpose; whoever plants one must be caught by the same judge that lets the product pass. */
final class PlantedBugs implements Fault {
    /** Often enough to happen in the shortest run. */
    private static final int EVERY = 8;

    @Override
    public String name() {
        return "F15";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        List<String> wrongs = new ArrayList<>();
        Map<String, Bug> bugs = new LinkedHashMap<>();
        bugs.put("no bug", door -> door);
        bugs.put("acknowledges what is not recorded", PlantedBugs::acknowledgesTooEarly);
        bugs.put("does a repeated command again", PlantedBugs::forgetsKeys);
        bugs.put("does what it refuses", PlantedBugs::refusesAndDoes);
        bugs.put("records half of a command", door -> door);
        int caught = 0;
        for (Map.Entry<String, Bug> bug : bugs.entrySet()) {
            boolean half = bug.getKey().startsWith("records half");
            List<String> findings = judged(database, size, bug.getValue(), half);
            boolean harmless = bug.getKey().equals("no bug");
            if (findings.isEmpty() != harmless) {
                wrongs.add("a product that has " + bug.getKey() + ": " + findings);
            }
            caught += findings.isEmpty() ? 0 : 1;
        }
        caught += skippedFlush(database, size, wrongs) + wrongLeafPrefix(database, wrongs);
        return new Finding(
                caught == 0 ? "" : caught + " planted bugs were caught", "and the product without them passes", wrongs);
    }

    private static int skippedFlush(TestDatabase database, Size size, List<String> wrongs) throws Exception {
        List<String> later = SkippedFlush.findings(database, size.seed(), true);
        List<String> atOnce = SkippedFlush.findings(database, size.seed(), false);
        if (lost(later) > 0 && lost(atOnce) == 0) {
            return 1;
        }
        wrongs.add("of a database that writes later is found " + later + ", of one that writes first " + atOnce);
        return 0;
    }

    private static long lost(List<String> findings) {
        return findings.stream()
                .filter(finding -> finding.endsWith("was told DONE, the log says null"))
                .count();
    }

    private static int wrongLeafPrefix(TestDatabase database, List<String> wrongs) throws Exception {
        String usual = WrongLeafPrefix.verdict(database, TreeHash.usual());
        String wrong = WrongLeafPrefix.verdict(database, new WrongLeafPrefix());
        if (usual.startsWith("0 ") && wrong.startsWith("1 ") && wrong.contains("position 1")) {
            return 1;
        }
        wrongs.add("whoever verifies leaves that are hashed as usual is told " + usual + ", and as nodes " + wrong);
        return 0;
    }

    /** Something wrong between the clients and the product. */
    private interface Bug {
        Door around(Door product);
    }

    private static List<String> judged(TestDatabase database, Fault.Size size, Bug bug, boolean half) throws Exception {
        Installation installation = Installation.fresh(database);
        Workload finished;
        try (RunningApplication application = RunningApplication.start(
                installation.data(), false, installation.arguments().toArray(String[]::new))) {
            BudgetCommands commands = application.context().getBean(BudgetCommands.class);
            Door door = bug.around(twice(new DirectDoor(commands), size.seed()));
            try (Workload workload = new Workload("p", Installation.BUDGETS, 4, size.seed(), client -> door)) {
                workload.awaitMore(200);
                finished = workload.finished();
            }
            long head = application.context().getBean(EventLog.class).head();
            application.context().getBean(FactFeed.class).await(head, java.time.Duration.ofSeconds(30));
        }
        if (half) {
            try (OpenDatabase open = installation.open()) {
                halve(open, database);
            }
        }
        return Judge.findings(installation, finished);
    }

    /** Clients that are not sure send again now and then. */
    private static Door twice(Door door, long seed) {
        Random random = new Random(seed);
        return (key, intent) -> {
            Door.Answer first = door.send(key, intent);
            boolean again;
            synchronized (random) {
                again = random.nextInt(5) == 0;
            }
            return again ? door.send(key, intent) : first;
        };
    }

    private static Door acknowledgesTooEarly(Door product) {
        AtomicInteger allocations = new AtomicInteger();
        return (key, intent) -> {
            boolean allocation = intent.kind() == Intent.Kind.ALLOCATE && intent.fen() > 0;
            return allocation && allocations.incrementAndGet() % EVERY == 0
                    ? Door.Answer.DONE
                    : product.send(key, intent);
        };
    }

    /** Every sending is a new command for it. */
    private static Door forgetsKeys(Door product) {
        return (key, intent) -> {
            Door.Answer first = product.send(key + "." + UUID.randomUUID(), intent);
            return first == Door.Answer.DONE ? product.send(key + "." + UUID.randomUUID(), intent) : first;
        };
    }

    private static Door refusesAndDoes(Door product) {
        AtomicInteger done = new AtomicInteger();
        return (key, intent) -> {
            Door.Answer answer = product.send(key, intent);
            return answer == Door.Answer.DONE && done.incrementAndGet() % EVERY == 0 ? Door.Answer.REFUSED : answer;
        };
    }

    /** The note of a command stands there, its event does not. */
    private static void halve(OpenDatabase open, TestDatabase kind) throws Exception {
        try (var connection = open.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    kind == TestDatabase.H2
                            ? "drop trigger event_log_append_only"
                            : "alter table event_log disable trigger all");
            statement.execute(
                    "delete from event_log where position = (select max(position) from event_log where name like"
                            + " 'line-%')");
        }
    }
}
