package org.mingzhang.application.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.application.users.TokenForPrograms;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.feed.FactFeed;

/** The preview of an adjustment as a program asks for it, over HTTP, beside a plain reading of the same budget. */
final class AskedPreview {
    private static final String SAMPLE = "411200-103-2025";
    private static final int DISCARDED = 40;
    private static final int COUNTED = 101;
    private static final String BODY = """
            {"direction": "SHIFT", "reason": "基准", "requestContent": "基准", "effectiveOn": "%s", "amountUnit": "元",
             "performanceUnaffected": "true", "from": [{"line": "%s", "amountFen": "1"}],
             "to": [{"line": "%s", "amountFen": "1"}]}""";

    private AskedPreview() {}

    static BenchFigure ofTheSample() {
        try (RunningApplication application = RunningApplication.start(ImportBenchmark.folder(), true)) {
            return measured(
                    application, "preview of the sample over HTTP", SAMPLE, BODY.formatted("2025-12-31", "54", "53"));
        }
    }

    static BenchFigure of(BudgetFacts facts) {
        try (RunningApplication application = RunningApplication.start(ImportBenchmark.folder(), false)) {
            ApprovedDepartment.record(application.context().getBean(EventLog.class), facts);
            LineFact[] lines = AdjustmentBenchmark.basic(facts).limit(2).toArray(LineFact[]::new);
            return measured(
                    application,
                    "preview for a department of 2,000 lines over HTTP",
                    facts.header().id().toString(),
                    BODY.formatted(facts.header().id().year() + "-12-31", lines[0].key(), lines[1].key()));
        }
    }

    private static BenchFigure measured(RunningApplication application, String figure, String budget, String body) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("bench", "基准", Set.of(Role.DEPARTMENT_FINANCE), ""), "a long password");
        String token = TokenForPrograms.issued(application.context(), "bench");
        long head = application.context().getBean(EventLog.class).head();
        if (!application.context().getBean(FactFeed.class).await(head, Duration.ofMinutes(2))) {
            throw new IllegalStateException("the facts do not follow");
        }
        String execution = application.address() + "/api/execution/" + budget;
        HttpRequest preview = request(execution + "/adjustments/preview", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpRequest lines = request(execution + "/lines", token).GET().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Rounds.measure(
                    figure + "; floor: its lines",
                    "<= 50 ms",
                    DISCARDED,
                    COUNTED,
                    () -> asked(client, preview, "\"against\":[]"),
                    () -> asked(client, lines, "\"available\""));
        }
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private static String asked(HttpClient client, HttpRequest request, String wanted) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(wanted)) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
