package org.mingzhang.application.faults;

import java.time.Clock;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.trail.TrailProjection;

/** Makes facts and the audit trail again until there is nothing more to do, in a process that can be killed: says a line after each piece. */
final class RebuildingNode {
    private RebuildingNode() {}

    public static void main(String[] arguments) throws Exception {
        try (OpenDatabase open = TestDatabase.valueOf(arguments[0]).open(arguments[1]);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Rebuild facts = Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC());
            Rebuild trail = new Rebuild(open.dataSource(), log, Clock.systemUTC(), new TrailProjection());
            System.out.println("begun");
            boolean more = true;
            while (more) {
                boolean made = facts.step();
                more = trail.step() || made;
                System.out.println("piece");
            }
        }
    }
}
