package org.mingzhang.ledger.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.ledger.testing.TestDatabase;

/** Runs {@link CrashingNode} in a process of its own, kills it, and remembers what it had been promised. */
final class KilledNode {
    private static final int CLIENTS = 8;

    /** By key, the last position that was acknowledged. */
    private final Map<String, Long> acknowledged = new HashMap<>();

    private final int[] next = new int[CLIENTS];
    private final boolean[] waiting = new boolean[CLIENTS];
    private int cutOff;

    /** Starts the node and kills it after so many acknowledgements. */
    void runAndKill(TestDatabase kind, String url, int acknowledgements) throws IOException, InterruptedException {
        Process process = start(kind, url);
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int before = acknowledged.size();
            String word = words.readLine();
            while (word != null && acknowledged.size() - before < acknowledgements) {
                hear(word);
                word = words.readLine();
            }
            if (word == null) {
                throw new IllegalStateException("the node ended by itself with " + process.waitFor());
            }
            process.toHandle().destroyForcibly();
            while (word != null) {
                hear(word);
                word = words.readLine();
            }
        }
        process.waitFor();
        for (boolean one : waiting) {
            cutOff += one ? 1 : 0;
        }
    }

    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** How many commands had been sent and not answered when a kill came. */
    int cutOff() {
        return cutOff;
    }

    /** By key, how many events it records if it is recorded. */
    Map<String, Integer> sent() {
        Map<String, Integer> sent = new HashMap<>();
        for (int client = 0; client < CLIENTS; client++) {
            for (int number = 0; number < next[client] + (waiting[client] ? 1 : 0); number++) {
                sent.put(CrashingNode.key(client, number), CrashingNode.events(client, number));
            }
        }
        return sent;
    }

    private Process start(TestDatabase kind, String url) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingNode.class.getName(),
                kind.name(),
                url));
        for (int number : next) {
            command.add(Integer.toString(number));
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void hear(String word) {
        String[] parts = word.split(" ");
        if (parts[0].equals("sent") && parts.length == 3) {
            waiting[Integer.parseInt(parts[1])] = true;
        } else if (parts[0].equals("done") && parts.length == 4) {
            int client = Integer.parseInt(parts[1]);
            int number = Integer.parseInt(parts[2]);
            acknowledged.put(CrashingNode.key(client, number), Long.parseLong(parts[3]));
            next[client] = number + 1;
            waiting[client] = false;
        }
    }
}
