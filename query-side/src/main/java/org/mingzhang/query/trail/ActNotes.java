package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.ledger.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the commands were handed in that made events: their notes stand in another stream, under the same act. */
final class ActNotes implements TrailTelling.HowHandedIn {
    private static final int TOGETHER = 100;

    private final JdbcClient jdbc;
    private final EventCodec codec;

    ActNotes(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    @Override
    public Map<UUID, HandedIn> of(Collection<UUID> acts) {
        List<UUID> all = acts.stream().distinct().toList();
        Map<UUID, HandedIn> found = new HashMap<>();
        for (int at = 0; at < all.size(); at += TOGETHER) {
            // One statement for every size: the last fills it up.
            List<Object> values = new ArrayList<>();
            for (int one = at; one < at + TOGETHER; one++) {
                values.add(all.get(Math.min(one, all.size() - 1)));
            }
            jdbc.sql("select command_id, version, payload, position from event_log where name = 'command-accepted'"
                            + " and command_id in (" + String.join(",", Collections.nCopies(TOGETHER, "?")) + ")")
                    .params(values)
                    .query(row -> {
                        EventName name = new EventName("command-accepted", row.getInt(2));
                        if (codec.event(name, row.getBytes(3), "position " + row.getLong(4))
                                instanceof SubmissionEvent.CommandAccepted accepted) {
                            found.put(row.getObject(1, UUID.class), accepted.submission());
                        }
                    });
        }
        return found;
    }

    /** Where the events of an act stand, in order, at most so many. */
    List<Long> positions(UUID act, int most) {
        return jdbc.sql("select position from event_log where command_id = ? order by position fetch first ? rows only")
                .params(act, most)
                .query(Long.class)
                .list();
    }
}
