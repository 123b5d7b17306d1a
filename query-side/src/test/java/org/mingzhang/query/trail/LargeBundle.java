package org.mingzhang.query.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A log of as many events as one likes, as a bundle has them. */
public final class LargeBundle implements AutoCloseable {
    private final OpenDatabase open = TestDatabase.H2.open();
    private final int events;

    private LargeBundle(int events) {
        this.events = events;
    }

    public static LargeBundle of(int events) throws SQLException {
        LargeBundle bundle = new LargeBundle(events);
        new TrailFileInLittleMemory(bundle.open.dataSource(), events).fill();
        return bundle;
    }

    public void write(OutputStream out) throws IOException {
        new BundleEvents(open.dataSource()).write(events, out);
    }

    @Override
    public void close() {
        open.close();
    }
}
