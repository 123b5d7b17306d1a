package org.mingzhang.application.faults;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.ledger.testing.TestDatabase;

/** Two processes of the application on one PostgreSQL, both at work; one of them is killed. */
final class TwoNodes implements Fault {
    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "NODES";
    }

    @Override
    public boolean concerns(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL;
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        List<String> wrongs = new ArrayList<>();
        Workload ofOne;
        Workload ofTwo;
        int cutOff;
        try (ApplicationProcess one = new ApplicationProcess(installation, installation.data());
                ApplicationProcess two =
                        new ApplicationProcess(installation, Files.createTempDirectory("mingzhang-node"));
                Workload first = workload("one", one, size);
                Workload second = workload("two", two, size)) {
            first.awaitMore(size.of(100, 2_000));
            second.awaitMore(size.of(100, 2_000));
            sameKeyOnBoth(one, two, wrongs);
            if (!one.text("/api/ledger/key").equals(two.text("/api/ledger/key"))) {
                wrongs.add("the two nodes sign with different keys");
            }
            cutOff = second.outstanding();
            two.kill();
            first.awaitMore(50);
            two.startAgain();
            second.awaitMore(50);
            ofOne = first.finished();
            ofTwo = second.finished();
            one.awaitReady();
            two.awaitReady();
        }
        wrongs.addAll(Judge.findings(installation, ofOne, ofTwo));
        return new Finding(
                cutOff == 0 ? "" : "both at work, and a kill of one cut off " + cutOff + " commands",
                "%d and %d answered side by side".formatted(ofOne.answered(), ofTwo.answered()),
                wrongs);
    }

    private static void sameKeyOnBoth(ApplicationProcess one, ApplicationProcess two, List<String> wrongs) {
        for (int i = 0; i < 5; i++) {
            Intent intent = new Intent(Intent.Kind.ALLOCATE, Installation.BUDGETS.getFirst(), "both" + i, 100);
            List<Door.Answer> answers =
                    List.of(one.door().send("both" + i, intent), two.door().send("both" + i, intent));
            if (!answers.equals(List.of(Door.Answer.DONE, Door.Answer.DONE))) {
                wrongs.add("the same key on two nodes was answered " + answers);
            }
        }
    }

    private static Workload workload(String name, ApplicationProcess node, Fault.Size size) {
        return new Workload(name, Installation.BUDGETS, CLIENTS, size.seed(), client -> node.door());
    }
}
