package org.mingzhang.application.faults;

import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What the product must not do: takes the whole log into memory at once. */
final class HoardingNode {
    private HoardingNode() {}

    public static void main(String[] arguments) {
        try (OpenDatabase open = TestDatabase.valueOf(arguments[0]).open(arguments[1]);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            System.out.println(log.read(0, Integer.MAX_VALUE).size() + " events are in memory");
        }
    }
}
