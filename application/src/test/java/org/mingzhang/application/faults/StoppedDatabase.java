package org.mingzhang.application.faults;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mingzhang.ledger.testing.TestDatabase;

/** F2: PostgreSQL is stopped at once under load and started again; the application has to come back by itself. */
final class StoppedDatabase implements Fault {
    private static final int CLIENTS = 16;
    private static final double LONGEST_RECOVERY_SECONDS = 10;

    @Override
    public String name() {
        return "F2";
    }

    @Override
    public boolean concerns(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL;
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        List<String> wrongs = new ArrayList<>();
        Random random = new Random(size.seed());
        int stops = size.of(2, 15);
        int cutOff = 0;
        double slowest = 0;
        try (OwnPostgres server = new OwnPostgres()) {
            Installation installation =
                    Installation.at(Files.createTempDirectory("mingzhang-faults"), database, server.url());
            Workload finished;
            try (ApplicationProcess application = new ApplicationProcess(installation, installation.data());
                    Workload workload = new Workload(
                            "s", Installation.BUDGETS, CLIENTS, size.seed(), client -> application.door())) {
                for (int stop = 0; stop < stops; stop++) {
                    workload.awaitMore(100 + random.nextInt(300));
                    cutOff += workload.outstanding();
                    server.stopImmediately();
                    pages(application, wrongs);
                    pause(200 + random.nextInt(1_500));
                    server.startAgain();
                    slowest = Math.max(slowest, application.awaitReady());
                    workload.awaitMore(50);
                }
                finished = workload.finished();
                application.awaitReady();
            }
            if (slowest > LONGEST_RECOVERY_SECONDS) {
                wrongs.add("well again only after " + slowest + " s");
            }
            wrongs.addAll(Judge.findings(installation, finished));
            return new Finding(
                    finished.unknown() == 0 ? "" : stops + " stops left " + cutOff + " commands without an answer",
                    "%d answered, %d unknown and asked again, well after %.1f s at most"
                            .formatted(finished.answered(), finished.unknown(), slowest),
                    wrongs);
        }
    }

    /** Whoever reads meanwhile is asked to come back, and not told that something is wrong with the system. */
    private static void pages(ApplicationProcess application, List<String> wrongs) {
        for (String page : List.of("/", "/budgets/411200-103-2025", "/sign-in", "/api/budgets")) {
            int status = application.status(page, Duration.ofSeconds(60));
            if (status != 200 && status != 503 && status != 404) {
                wrongs.add(page + " answered " + status + " while the database was away");
            }
        }
    }

    private static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
