package org.mingzhang.application.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;

/** Takes the whole trail of a log that is larger than the heap, as CSV and as XLSX, by a filter that selects everything. */
final class TrailInLittleMemory {
    private static final String PASSWORD = "a long password";
    private static final int TOGETHER = 50;
    private static final String ABOUT = "411200-103-2025";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TrailInLittleMemory() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = Integer.parseInt(arguments[0]);
        try (RunningApplication application = RunningApplication.start(ImportBenchmark.folder(), false)) {
            application
                    .context()
                    .getBean(AccountDirectory.class)
                    .create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
            EventLog log = application.context().getBean(EventLog.class);
            String text = "x".repeat(Integer.parseInt(arguments[1]));
            for (int at = 0; at < events; at += TOGETHER) {
                append(log, at, text);
            }
            until(application, "/api/ledger/trail?size=1", "\"position\":" + log.head());
            long lines = lines(application, "/api/ledger/trail?format=csv");
            if (lines < events) {
                throw new IllegalStateException("the file has " + lines + " lines");
            }
            long bytes = bytes(application, "/api/ledger/trail?format=xlsx");
            System.out.println(lines + " lines, " + bytes + " bytes");
        }
        System.exit(0);
    }

    /** Refused attempts, each with a long text. */
    private static void append(EventLog log, int from, String text) {
        List<NewEvent> notes = new ArrayList<>();
        UUID command = UUID.randomUUID();
        for (int at = from; at < from + TOGETHER; at++) {
            LedgerEvent refused = new SubmissionEvent.CommandRefused(
                    ABOUT,
                    new HandedIn("RemoveLine", "key " + at, "00", new Origin(Origin.Channel.API, "10.0.0.7")),
                    1,
                    "{\"line\":\"" + at + "\",\"reason\":\"" + text + "\"}",
                    List.of(new Objected(0, "line", "line-unknown", "{\"line\":\"" + at + "\"}")));
            Actor actor = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
            notes.add(new NewEvent(
                    UUID.randomUUID(),
                    refused.stream(),
                    new Envelope<>(command, actor, LocalDate.of(2025, 3, 3), refused)));
        }
        log.append(new Append(
                List.of(),
                Map.of(),
                notes,
                new Append.Claim("wang.min", command.toString(), Bytes.of(new byte[32]), command, ABOUT)));
    }

    private static void until(RunningApplication application, String path, String said)
            throws IOException, InterruptedException {
        String body = "";
        while (!body.contains(said)) {
            Thread.sleep(200);
            try (InputStream in = get(application, path)) {
                body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static long lines(RunningApplication application, String path) throws IOException, InterruptedException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(get(application, path), StandardCharsets.UTF_8))) {
            return reader.lines().count();
        }
    }

    private static long bytes(RunningApplication application, String path) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        try (InputStream in = get(application, path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all += read;
            }
        }
        return all;
    }

    private static InputStream get(RunningApplication application, String path)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("auditor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic)
                .build();
        HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body();
    }
}
