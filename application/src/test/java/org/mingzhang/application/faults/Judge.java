package org.mingzhang.application.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;

/** Reads what is stored, with its own eyes, and says everything that should not be so. */
final class Judge {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In events; what is still answered after a fault that stops the facts for good is more. */
    private static final int LAST_MOMENT = 60;

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Map<String, Long>> lines = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, String> noted = new HashMap<>();
    private final Map<String, Integer> eventsOfAct = new HashMap<>();
    private final Map<String, Integer> promisedOfAct = new HashMap<>();
    private final Map<String, Map<String, Long>> atFollowed = new TreeMap<>();
    private long followed;
    private long events;

    private Judge() {}

    /** Everything wrong with the log and the facts after the workloads are through; empty when all is well. */
    static List<String> findings(DataSource database, Workload... workloads) {
        Judge judge = new Judge();
        try (Connection connection = database.getConnection()) {
            judge.followed(connection);
            judge.readLog(connection);
            for (Workload workload : workloads) {
                judge.compare(workload);
            }
            judge.wholeActs();
            judge.facts(connection);
        } catch (SQLException | IOException e) {
            judge.findings.add(e.toString());
        }
        return judge.findings;
    }

    /** The same of an installation that nobody runs any more, and what a stranger finds who verifies its bundle. */
    static List<String> findings(Installation installation, Workload... workloads) throws IOException {
        try (OpenDatabase open = installation.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            List<String> findings = new ArrayList<>(findings(open.dataSource(), workloads));
            Path ledger = installation.data().resolve("ledger");
            String verdict = OutsideVerdict.of(open, log, ledger, ledger.resolve("none"));
            if (!verdict.startsWith("0 Everything holds: " + log.head() + " events")) {
                findings.add("whoever verifies the bundle is told: " + verdict);
            }
            return findings;
        }
    }

    private void readLog(Connection connection) throws SQLException, IOException {
        String sql = "select position, stream, stream_version, name, command_id, payload, recorded_at from event_log"
                + " order by position";
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(2_000);
            try (ResultSet row = select.executeQuery()) {
                java.time.OffsetDateTime before = java.time.OffsetDateTime.MIN;
                while (row.next()) {
                    events++;
                    check(row.getLong(1) == events, "position " + row.getLong(1) + " stands at place " + events);
                    long version = versions.merge(row.getString(2), 0L, (old, none) -> old + 1);
                    check(version == row.getLong(3), row.getString(2) + " jumps to version " + row.getLong(3));
                    var recorded = row.getObject(7, java.time.OffsetDateTime.class);
                    check(!recorded.isBefore(before), "position " + events + " was recorded before the one before it");
                    before = recorded;
                    event(row.getString(4), row.getString(5), JSON.readTree(row.getBytes(6)));
                    if (events == followed) {
                        lines.forEach((budget, own) -> atFollowed.put(budget, new TreeMap<>(own)));
                    }
                }
            }
        }
        connection.rollback();
    }

    private void event(String name, String act, JsonNode event) {
        String budget = event.path("budget").asText(""); // what happens to accounts or funds concerns none
        switch (name) {
            case "command-accepted" -> {
                note(event, "DONE");
                promisedOfAct.put(act, event.get("events").intValue());
            }
            case "command-refused" -> note(event, "REFUSED");
            case "line-allocated" -> {
                Long old = of(budget).put(event.get("line").textValue(), fen(event, "content"));
                check(old == null, "a line is allocated twice: " + event.get("line"));
                eventsOfAct.merge(act, 1, Integer::sum);
            }
            case "line-revised" -> {
                Long old = of(budget).put(event.get("line").textValue(), fen(event, "after"));
                check(old != null && old == fen(event, "before"), "a line is revised from what it was not: " + event);
                eventsOfAct.merge(act, 1, Integer::sum);
            }
            case "line-removed" -> {
                check(of(budget).remove(event.get("line").textValue()) != null, "nothing is removed: " + event);
                eventsOfAct.merge(act, 1, Integer::sum);
            }
            default -> eventsOfAct.merge(act, 1, Integer::sum);
        }
    }

    private static long fen(JsonNode event, String content) {
        return event.get(content).get("amount").longValue();
    }

    private Map<String, Long> of(String budget) {
        return lines.computeIfAbsent(budget, any -> new TreeMap<>());
    }

    private void note(JsonNode event, String answer) {
        String before = noted.put(event.get("submission").get("key").textValue(), answer);
        check(before == null, "the same key has two answers in the log: " + event.get("submission"));
    }

    private void compare(Workload workload) {
        findings.addAll(workload.wrongs());
        workload.acknowledged()
                .forEach((key, answer) -> check(
                        answer.name().equals(noted.get(key)),
                        key + " was told " + answer + ", the log says " + noted.get(key)));
        workload.expected().forEach((budget, expected) -> {
            Map<String, Long> actual = lines.getOrDefault(budget, Map.of());
            expected.forEach((line, fen) -> check(
                    fen.equals(actual.get(line)),
                    budget + " line " + line + " is " + actual.get(line) + ", not " + fen));
        });
    }

    /** Every act stands in the log with all its events or not at all. */
    private void wholeActs() {
        promisedOfAct.forEach((act, promised) -> check(
                eventsOfAct.getOrDefault(act, 0) >= promised, "act " + act + " has lost some of its " + promised));
    }

    private void followed(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select position from projection where name = 'facts'");
                ResultSet row = select.executeQuery()) {
            followed = row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * The projected money is that of the log up to where the facts have followed it. A process that is ended a moment
     * after its last answer may leave some events for its next start, but not those of minutes.
     */
    private void facts(Connection connection) throws SQLException {
        check(
                followed <= events && events - followed <= LAST_MOMENT,
                "the facts stand at " + followed + " of " + events + " events");
        String sql = """
                select p.budget, p.line_key, sum(p.delta_fen) from fact_posting p
                join projection on projection.name = 'facts' and projection.generation = p.generation
                group by p.budget, p.line_key""";
        Map<String, Map<String, Long>> projected = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (row.getLong(3) != 0) {
                    projected
                            .computeIfAbsent(row.getString(1), any -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
        }
        Map<String, Map<String, Long>> money = new TreeMap<>(atFollowed);
        money.values().removeIf(Map::isEmpty);
        check(projected.equals(money), "the facts are not those of the log");
    }

    private void check(boolean holds, String otherwise) {
        if (!holds && findings.size() < 20) {
            findings.add(otherwise);
        }
    }
}
