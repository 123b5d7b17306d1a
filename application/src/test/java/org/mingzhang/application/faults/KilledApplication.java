package org.mingzhang.application.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingzhang.ledger.testing.TestDatabase;

/** F1: kill -9 of the application at random moments while 16 clients work over HTTP. */
final class KilledApplication implements Fault {
    private static final int CLIENTS = 16;
    private static final double LONGEST_START_SECONDS = 30;

    @Override
    public String name() {
        return "F1";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        Installation installation = Installation.fresh(database);
        Random random = new Random(size.seed());
        int kills = size.of(2, 20);
        int cutOff = 0;
        double slowest = 0;
        List<String> wrongs = new ArrayList<>();
        Workload finished;
        try (ApplicationProcess application = new ApplicationProcess(installation, installation.data());
                Workload workload =
                        new Workload("k", Installation.BUDGETS, CLIENTS, size.seed(), client -> application.door())) {
            for (int kill = 0; kill < kills; kill++) {
                workload.awaitMore(100 + random.nextInt(size.of(200, 1_000)));
                cutOff += workload.outstanding();
                application.kill();
                slowest = Math.max(slowest, application.startAgain());
            }
            workload.awaitMore(100);
            finished = workload.finished();
        }
        if (slowest > LONGEST_START_SECONDS) {
            wrongs.add("ready only after " + slowest + " s");
        }
        wrongs.addAll(Judge.findings(installation, finished));
        return new Finding(
                cutOff == 0 || finished.unknown() == 0 ? "" : kills + " kills cut off " + cutOff + " commands",
                "%d answered, %d left unknown and asked again, ready after %.1f s at most"
                        .formatted(finished.answered(), finished.unknown(), slowest),
                wrongs);
    }
}
