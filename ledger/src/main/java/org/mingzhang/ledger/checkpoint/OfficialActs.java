package org.mingzhang.ledger.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.OfficialAct;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Official acts in the log. Whether a kind of event is one is asked of the first event of it that is met, and
 * remembered: nothing else is decoded. For one thread.
 */
final class OfficialActs {
    private static final String KINDS =
            "select name, version, min(position) from event_log where position > ? group by name, version";

    private static final Logger LOG = LoggerFactory.getLogger(OfficialActs.class);

    private final DataSource dataSource;
    private final EventLog log;
    private final Map<EventName, Boolean> official = new HashMap<>();

    OfficialActs(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    boolean after(long position) throws SQLException {
        for (Map.Entry<EventName, Long> kind : kinds(position).entrySet()) {
            if (isOfficial(kind.getKey(), kind.getValue())) {
                return true;
            }
        }
        return false;
    }

    private Map<EventName, Long> kinds(long position) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KINDS)) {
            select.setLong(1, position);
            try (ResultSet kind = select.executeQuery()) {
                Map<EventName, Long> kinds = new LinkedHashMap<>();
                while (kind.next()) {
                    kinds.put(new EventName(kind.getString(1), kind.getInt(2)), kind.getLong(3));
                }
                return kinds;
            }
        }
    }

    private boolean isOfficial(EventName name, long position) {
        Boolean known = official.get(name);
        if (known != null) {
            return known;
        }
        try {
            boolean is = OfficialAct.is(
                    log.read(position - 1, 1).getFirst().envelope().message());
            official.put(name, is);
            return is;
        } catch (LogUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("an event that cannot be read is none of ours", e); // projections stop at it, and say so
            return false;
        }
    }
}
