package org.mingzhang.ledger.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * A process that appends until it is killed, and says what it sends and what was acknowledged.
 *
 * <p>Arguments: kind of database, address, and for each client the number of its next command. A client that was cut off
 * sends its last command again under the same key, as a careful caller does.
 */
final class CrashingNode {
    private static final int STREAMS = 3;

    private final JdbcEventLog log;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private CrashingNode(JdbcEventLog log) {
        this.log = log;
    }

    public static void main(String[] arguments) {
        TestDatabase kind = TestDatabase.valueOf(arguments[0]);
        int clients = arguments.length - 2;
        try (OpenDatabase open = kind.open(arguments[1]);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            CrashingNode node = new CrashingNode(log);
            for (int client = 0; client < clients; client++) {
                int self = client;
                int next = Integer.parseInt(arguments[2 + client]);
                threads.execute(() -> node.appendForEver(self, next));
            }
        }
    }

    /** How many events a command records; each of them notes the key. One client imports now and then. */
    static int events(int client, int number) {
        return client == 0 && number % 5 == 2 ? 2_000 : 1 + (client * 7 + number * 3) % 5;
    }

    static String key(int client, int number) {
        return "c" + client + "-" + number + "-";
    }

    private void appendForEver(int client, int from) {
        String stream = "411200-%03d-2025".formatted(100 + client % STREAMS);
        for (int number = from; ; number++) {
            out.println("sent " + client + " " + number);
            Receipt receipt = append(stream, client, number);
            out.println("done " + client + " " + number + " " + receipt.lastPosition());
        }
    }

    private Receipt append(String stream, int client, int number) {
        String key = key(client, number);
        while (true) {
            long version = log.streamVersion(stream);
            switch (log.append(Histories.append(stream, version, key, events(client, number), key))) {
                case Appended.Recorded recorded -> {
                    return recorded.receipt();
                }
                case Appended.Repeated repeated -> {
                    return repeated.receipt();
                }
                case Appended.KeyReused reused ->
                    throw new IllegalStateException("the key stands for something else: " + reused);
                case Appended.Conflict ignored -> Thread.onSpinWait();
            }
        }
    }
}
