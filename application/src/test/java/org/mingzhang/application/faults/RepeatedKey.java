package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.mingzhang.ledger.testing.TestDatabase;

/** F6: the same key up to twenty times at once, before, during and after a kill. */
final class RepeatedKey implements Fault {
    private static final String BUDGET = Installation.BUDGETS.getFirst();

    @Override
    public String name() {
        return "F6";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        Random random = new Random(size.seed());
        List<String> wrongs = new ArrayList<>();
        int unknown = 0;
        int keys = size.of(12, 200);
        try (ApplicationProcess application = new ApplicationProcess(installation, installation.data())) {
            HttpDoor door = new HttpDoor(application::address, installation);
            for (int number = 0; number < keys; number++) {
                String key = "key" + number;
                Intent intent = intent(number);
                int times = 1 + random.nextInt(20);
                boolean kill = number % (keys / 2) == 1;
                Set<Door.Answer> answers = new HashSet<>(together(door, key, intent, times, kill ? application : null));
                if (kill) {
                    application.startAgain();
                }
                answers.add(door.send(key, intent));
                if (answers.remove(Door.Answer.UNKNOWN)) {
                    unknown++;
                }
                Door.Answer expected = number % 3 == 2 ? Door.Answer.REFUSED : Door.Answer.DONE;
                if (!answers.equals(Set.of(expected))) {
                    wrongs.add(key + " sent " + times + " times was answered " + answers + ", not " + expected);
                }
                Intent other = new Intent(intent.kind(), BUDGET, intent.line(), intent.fen() + 1);
                Door.Answer reused = door.send(key, other);
                if (reused != Door.Answer.KEY_REUSED) {
                    wrongs.add(key + " with other content was answered " + reused);
                }
            }
        }
        wrongs.addAll(Judge.findings(installation).stream()
                .filter(finding -> !finding.startsWith("the same key has two answers"))
                .toList());
        return new Finding(
                unknown == 0 ? "" : unknown + " keys were cut off by a kill",
                keys + " keys, each answered alike every time",
                wrongs);
    }

    /** Every third cannot be done: the line is not there. */
    private static Intent intent(int number) {
        return number % 3 == 2
                ? new Intent(Intent.Kind.REVISE, BUDGET, "absent" + number, 100)
                : new Intent(Intent.Kind.ALLOCATE, BUDGET, "once" + number, 100);
    }

    private static List<Door.Answer> together(
            HttpDoor door, String key, Intent intent, int times, @Nullable ApplicationProcess killed) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(20)) {
            List<Future<Door.Answer>> sent = new ArrayList<>();
            Callable<Door.Answer> sending = () -> door.send(key, intent);
            for (int i = 0; i < times; i++) {
                sent.add(senders.submit(sending));
            }
            if (killed != null) {
                Thread.sleep(3);
                killed.kill();
            }
            List<Door.Answer> answers = new ArrayList<>();
            for (Future<Door.Answer> one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
