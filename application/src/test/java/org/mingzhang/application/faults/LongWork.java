package org.mingzhang.application.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.application.faults.ApplicationProcess.Answered;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;

/** What takes long and is in the middle of it when something breaks: the facts made again, and an import of many lines. */
final class LongWork {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUDGET = Installation.BUDGETS.getLast();
    private static final int LINES = 600;
    private static final long LONGEST_SECONDS = 60;

    private final ApplicationProcess application;
    private final Installation installation;
    private final String key;
    private final List<String> wrongs;
    private int generation;
    private int turnedAway;

    /** @param number different from that of all other work on the installation */
    LongWork(ApplicationProcess application, Installation installation, int number, List<String> wrongs) {
        this.application = application;
        this.installation = installation;
        this.key = "import" + number + "-";
        this.wrongs = wrongs;
    }

    /** Asks for the facts to be made again. */
    void begun() throws IOException {
        Answered answered = rebuild("POST", "");
        if (answered.status() != 202) {
            throw new IllegalStateException("nothing is made again: " + answered);
        }
        generation = JSON.readTree(answered.body()).get("generation").intValue();
    }

    /** Sends the import, and asks once more for the facts; both may only be told to come back. */
    void whileBroken() {
        Answered imported = sent();
        Answered again = rebuild("POST", "");
        turnedAway += imported.done() ? 0 : 1;
        for (Answered answered : List.of(imported, again)) {
            // 409: there is one under way already
            if (!answered.done() && !Set.of(0, 409, 503).contains(answered.status())) {
                wrongs.add("while the disk was full was answered " + answered);
            }
        }
    }

    /** How often an import was not done while it was broken. */
    int turnedAway() {
        return turnedAway;
    }

    /** The import is done when it is sent again under its key, and the facts that were begun before are equal. */
    void afterwards() throws IOException, InterruptedException {
        Answered imported = sent();
        for (int second = 0; !imported.done() && second < LONGEST_SECONDS; second++) {
            Thread.sleep(1_000);
            imported = sent();
        }
        Answered repeated = sent();
        if (!imported.done() || !repeated.body().contains("\"repeated\":true") || place(repeated) != place(imported)) {
            wrongs.add("the import sent again was answered " + imported + " and then " + repeated);
        }
        String state = state();
        for (int look = 0; !state.equals("ready") && look < 4 * LONGEST_SECONDS; look++) {
            Thread.sleep(250);
            state = state();
        }
        if (!state.equals("ready")) {
            wrongs.add("the facts that were made again meanwhile are " + state + ": " + rebuild("GET", ""));
        }
        rebuild("POST", "/" + generation + "/remove");
    }

    /** In the log, when nobody runs the installation: every line once and all of one command. */
    void wholeIn() throws IOException {
        try (OpenDatabase open = installation.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            List<String> lines = new ArrayList<>();
            Set<UUID> acts = new HashSet<>();
            for (RecordedEvent event : log.readStream(BUDGET, 0)) {
                if (event.envelope().message() instanceof LineEvent.LineAllocated allocated
                        && allocated.line().value().startsWith(key)) {
                    lines.add(allocated.line().value());
                    acts.add(event.envelope().commandId());
                }
            }
            if (lines.size() != LINES || Set.copyOf(lines).size() != LINES || acts.size() != 1) {
                wrongs.add("of the import are there " + lines.size() + " lines of " + acts.size() + " commands");
            }
        }
    }

    private static long place(Answered done) throws IOException {
        return JSON.readTree(done.body()).path("position").longValue();
    }

    private String state() throws IOException {
        for (JsonNode known : JSON.readTree(rebuild("GET", "").body()).path("generations")) {
            if (known.get("generation").intValue() == generation) {
                return known.get("state").textValue();
            }
        }
        return "nowhere";
    }

    private Answered rebuild(String method, String rest) {
        return application.ask(method, "/api/projections" + rest, installation.administrator(), key, "");
    }

    private Answered sent() {
        String rows = IntStream.range(0, LINES)
                .mapToObj(i -> new Intent(Intent.Kind.ALLOCATE, BUDGET, key + i, i + 1L).json())
                .map(json -> json.replace("\"budget\":\"" + BUDGET + "\",", ""))
                .collect(Collectors.joining(","));
        String body = "{\"command\":\"Batch\",\"budget\":\"%s\",\"commands\":[%s]}".formatted(BUDGET, rows);
        return application.ask("POST", "/api/commands", installation.token(), key, body);
    }
}
