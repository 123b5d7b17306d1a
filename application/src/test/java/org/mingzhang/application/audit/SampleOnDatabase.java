package org.mingzhang.application.audit;

import java.nio.file.Path;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** The sample with its adjustments, as it runs on a database. */
record SampleOnDatabase(OpenDatabase database, RunningApplication application) implements AutoCloseable {
    static SampleOnDatabase start(TestDatabase kind, Path data) {
        OpenDatabase database = kind.open();
        return new SampleOnDatabase(
                database,
                RunningApplication.start(
                        data,
                        true,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                        "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres")));
    }

    Browsing auditor() {
        return new Browsing(application.address()).as("shenji", "mingzhang-demo");
    }

    long head() {
        return application.context().getBean(EventLog.class).head();
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }
}
