package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * F7: no file may grow any more while people work, import and facts are made again, as when a disk is full; later there
 * is room again.
 *
 * <p>A limit on the size of files is set on the running process that writes them: the application on H2, the server and
 * everything it started on PostgreSQL.
 */
final class FullDisk implements Fault {
    private static final int CLIENTS = 8;
    private static final double LONGEST_RECOVERY_SECONDS = 60;

    @Override
    public String name() {
        return "F7";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        if (database == TestDatabase.H2) {
            Installation installation = Installation.fresh(database);
            return filled(installation, size, new EmbeddedDisk(installation));
        }
        try (OwnPostgres server = new OwnPostgres()) {
            Path data = Files.createTempDirectory("mingzhang-faults");
            return filled(Installation.at(data, database, server.url()), size, new ServerDisk(server));
        }
    }

    /** What runs full, and gets room again. */
    private interface Disk {
        void full(ApplicationProcess application) throws IOException, InterruptedException;

        void room(ApplicationProcess application) throws IOException, InterruptedException;
    }

    private Finding filled(Installation installation, Size size, Disk disk) throws Exception {
        List<String> wrongs = new ArrayList<>();
        int times = size.of(1, 6);
        int unanswered = 0;
        double slowest = 0;
        List<LongWork> beside = new ArrayList<>();
        Workload finished;
        try (ApplicationProcess application = new ApplicationProcess(installation, installation.data());
                Workload workload =
                        new Workload("d", Installation.BUDGETS, CLIENTS, size.seed(), client -> application.door())) {
            for (int time = 0; time < times; time++) {
                workload.awaitMore(150);
                LongWork work = new LongWork(application, installation, time, wrongs);
                beside.add(work);
                work.begun();
                disk.full(application);
                unanswered += workload.awaitUnknown(2 * CLIENTS);
                work.whileBroken();
                for (String page : List.of("/", "/sign-in")) {
                    int status = application.status(page, Duration.ofSeconds(60));
                    if (status != 200 && status != 503) {
                        wrongs.add(page + " answered " + status + " while the disk was full");
                    }
                }
                disk.room(application);
                slowest = Math.max(slowest, application.awaitReady());
                work.afterwards();
                workload.awaitMore(100);
            }
            finished = workload.finished();
        }
        if (slowest > LONGEST_RECOVERY_SECONDS) {
            wrongs.add("well again only after " + slowest + " s");
        }
        for (LongWork work : beside) {
            work.wholeIn();
        }
        int imports = beside.stream().mapToInt(LongWork::turnedAway).sum();
        wrongs.addAll(Judge.findings(installation, finished));
        return new Finding(
                unanswered == 0 || imports == 0
                        ? ""
                        : "%d full disks left %d commands without an answer and turned away %d imports"
                                .formatted(times, unanswered, imports),
                "%d answered, every import whole, facts made again equal, well after %.1f s at most"
                        .formatted(finished.answered(), slowest),
                wrongs);
    }

    private static void limit(long pid, String limit) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + limit)
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0 && ProcessHandle.of(pid).isPresent()) {
            throw new IllegalStateException("no limit could be set on process " + pid);
        }
    }

    private record EmbeddedDisk(Installation installation) implements Disk {
        @Override
        public void full(ApplicationProcess application) throws IOException, InterruptedException {
            limit(application.pid(), Files.size(installation.data().resolve("mingzhang.mv.db")) + ":");
        }

        @Override
        public void room(ApplicationProcess application) throws IOException, InterruptedException {
            limit(application.pid(), "unlimited:");
        }
    }

    private record ServerDisk(OwnPostgres server) implements Disk {
        @Override
        public void full(ApplicationProcess application) throws IOException, InterruptedException {
            for (long pid : server.everyPid()) {
                limit(pid, "65536:");
            }
        }

        @Override
        public void room(ApplicationProcess application) throws IOException, InterruptedException {
            if (server.isAlive()) {
                for (long pid : server.everyPid()) {
                    limit(pid, "unlimited:");
                }
            } else {
                server.startAgain();
            }
        }
    }
}
