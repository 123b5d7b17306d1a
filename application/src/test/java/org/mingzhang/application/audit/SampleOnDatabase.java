package org.mingzhang.application.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** The sample with its adjustments, as it runs on a database. */
public record SampleOnDatabase(OpenDatabase database, RunningApplication application) implements AutoCloseable {
    public static SampleOnDatabase start(TestDatabase kind, Path data) {
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
        return as("shenji");
    }

    /** One of the demo accounts. */
    public Browsing as(String login) {
        return new Browsing(application.address()).as(login, "mingzhang-demo");
    }

    public long head() {
        return application.context().getBean(EventLog.class).head();
    }

    /** Returns once the pages show all that was recorded. */
    public void await() {
        FactFeed feed = application.context().getBean(FactFeed.class);
        if (!feed.await(head(), Duration.ofSeconds(20))) {
            throw new AssertionError("the pages are behind the log");
        }
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }
}
