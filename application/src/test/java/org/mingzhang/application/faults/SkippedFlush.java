package org.mingzhang.application.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import org.mingzhang.application.bench.ledger.LeanNode;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A database that says of a commit that it is done and writes it later, which is too late when everything dies. */
final class SkippedFlush {
    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED = 100;
    private static final String LATER = TestDatabase.H2_OPTIONS.replace("WRITE_DELAY=0", "WRITE_DELAY=60000");

    private SkippedFlush() {}

    /**
     * What the judge finds after the death; that no facts were made is a part of it, because nobody made any.
     *
     * @param later whether the bug is there; otherwise the same happens to a database that writes first
     */
    static List<String> findings(TestDatabase database, long seed, boolean later) throws Exception {
        if (database == TestDatabase.H2) {
            Path data = Files.createTempDirectory("mingzhang-faults");
            String url = TestDatabase.H2_PREFIX + data.resolve("mingzhang") + (later ? LATER : TestDatabase.H2_OPTIONS);
            return afterDeath(database, url, seed, open -> {}, SkippedFlush::diesInside);
        }
        try (OwnPostgres server = later ? OwnPostgres.writingLater() : new OwnPostgres()) {
            return afterDeath(database, server.url(), seed, open -> server.holdBackWrites(), open -> {
                server.stopImmediately();
                server.startAgain();
            });
        }
    }

    private interface Blow {
        void to(OpenDatabase open) throws Exception;
    }

    /** @param before what makes it write late, when the budgets are there for certain */
    private static List<String> afterDeath(TestDatabase database, String url, long seed, Blow before, Blow death)
            throws Exception {
        Workload acknowledged;
        try (OpenDatabase open = database.open(url);
                LeanNode node = new LeanNode(open.dataSource())) {
            for (String budget : Installation.BUDGETS) {
                Installation.prepare(node.commands(), BudgetId.parse(budget));
            }
            before.to(open);
            Door door = new DirectDoor(node.commands());
            try (Workload workload = new Workload("f", Installation.BUDGETS, CLIENTS, seed, client -> door)) {
                workload.awaitMore(ACKNOWLEDGED);
                acknowledged = workload.finished();
            }
            death.to(open);
        }
        try (OpenDatabase again = database.open(url)) {
            return Judge.findings(again.dataSource(), acknowledged);
        }
    }

    /** H2 lives in this process: it lets go of its file as it is, which is what a kill leaves, and nobody opens it. */
    private static void diesInside(OpenDatabase open) throws Exception {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_CALLED_AT_SHUTDOWN) {
                throw e;
            }
        } finally {
            open.close();
        }
    }
}
