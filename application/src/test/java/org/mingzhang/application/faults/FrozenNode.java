package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** One of two processes stands still while it holds the head of the log; the other goes on, and so does the first later. */
final class FrozenNode implements Fault {
    private static final int CLIENTS = 8;
    private static final int ATTEMPTS = 200;
    private static final double LONGEST_STANDSTILL_SECONDS = 15;

    @Override
    public String name() {
        return "FROZEN";
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
        int frozen = 0;
        double slowest = 0;
        try (ApplicationProcess one = new ApplicationProcess(installation, installation.data());
                ApplicationProcess two =
                        new ApplicationProcess(installation, Files.createTempDirectory("mingzhang-node"));
                OpenDatabase beside = installation.open();
                Workload first = workload("one", one, size);
                Workload second = workload("two", two, size)) {
            first.awaitMore(100);
            second.awaitMore(100);
            for (int time = 0; time < size.of(1, 5); time++) {
                if (frozenHoldingTheHead(two, beside)) {
                    frozen++;
                    long began = System.nanoTime();
                    first.awaitMore(20);
                    slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
                    signal(two, "CONT");
                }
                second.awaitMore(50);
            }
            ofOne = first.finished();
            ofTwo = second.finished();
        }
        if (slowest > LONGEST_STANDSTILL_SECONDS) {
            wrongs.add("the other node stood still for " + slowest + " s");
        }
        wrongs.addAll(Judge.findings(installation, ofOne, ofTwo));
        return new Finding(
                frozen == 0 ? "" : frozen + " times frozen with the head of the log in hand",
                String.format(
                        Locale.ROOT,
                        "%d and %d answered, the other went on after %.1f s",
                        ofOne.answered(),
                        ofTwo.answered(),
                        slowest),
                wrongs);
    }

    /** Freezes the process again and again until it happens between taking the head and giving it back. */
    private static boolean frozenHoldingTheHead(ApplicationProcess node, OpenDatabase beside)
            throws IOException, InterruptedException, SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            signal(node, "STOP");
            if (headIsHeld(beside)) {
                return true;
            }
            signal(node, "CONT");
            Thread.sleep(5 + attempt % 7);
        }
        return false;
    }

    /** Whether somebody still holds it a moment later: a process that runs would have given it back. */
    private static boolean headIsHeld(OpenDatabase beside) throws SQLException, InterruptedException {
        return held(beside) && heldAfter(300, beside);
    }

    private static boolean heldAfter(long millis, OpenDatabase beside) throws SQLException, InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            if (!held(beside)) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private static boolean held(OpenDatabase beside) throws SQLException {
        try (Connection connection = beside.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select id from log_head for update skip locked")) {
                return !row.next();
            }
        }
    }

    private static void signal(ApplicationProcess node, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(node.pid()))
                .start()
                .waitFor();
    }

    private static Workload workload(String name, ApplicationProcess node, Fault.Size size) {
        return new Workload(name, Installation.BUDGETS, CLIENTS, size.seed(), client -> node.door());
    }
}
