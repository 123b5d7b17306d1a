package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** Whatever is sent that should not be: a named refusal with its numbers, kept for the auditors, and nothing changed. */
class BadInputTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String BUDGET = "/api/budgets/" + ID;
    private static final String COMMANDS = BUDGET + "/adjustments";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERED = Set.of(
            "shift-unbalanced",
            "not-available",
            "held-by-documents",
            "fund-changes",
            "stale",
            "adjustment-unknown",
            "attachment-too-many");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    /** Reviewed and ready for its effect, by everybody but its maker. */
    private static int reviewed;

    private static int submitted;

    /** All that line 52 has, in fen. */
    private static long whole;

    @BeforeAll
    static void two_documents_of_which_one_is_reviewed() throws Exception {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
        assertThat(send("finance", COMMANDS, "used", "", shift("54", 100, 100)).statusCode())
                .isEqualTo(201);
        reviewed = last();
        String document = COMMANDS + "/" + reviewed;
        review("head", document, "DEPARTMENT_REVIEW");
        review("desk", document, "FINANCE_REVIEW");
        assertThat(send("finance", COMMANDS, key(), "", shift("54", 100, 100)).statusCode())
                .isEqualTo(201);
        submitted = last();
        whole = available("52");
        assertThat(send("finance", COMMANDS, key(), "", shift("52", whole, whole))
                        .statusCode())
                .as("one tab takes all of it")
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** @param path follows that of the budget; {reviewed} and {submitted} are the documents */
    record Bad(String what, String login, String path, String ifMatch, String body, int status, String key) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> all() {
        return Stream.concat(documents(), StatementsAmiss.all().stream());
    }

    private static Stream<Bad> documents() {
        String submission = "/adjustments";
        return Stream.of(
                bad("unbalanced", submission, shift("54", 200, 100), 422, "shift-unbalanced"),
                bad("over-available", submission, shift("54", 99_999_999_999L, 99_999_999_999L), 422, "not-available"),
                bad("wrong fund", submission, ofOtherFund(), 422, "fund-changes"),
                bad(
                        "money that another tab has taken",
                        submission,
                        shift("52", whole, whole),
                        409,
                        "held-by-documents"),
                bad("script", submission, said("<script>alert(1)</script>"), 422, "text-active"),
                bad("formula", submission, said("=HYPERLINK(9)"), 422, "text-active"),
                bad("formula in full width", submission, said("＋1"), 422, "text-active"),
                bad("no reason", submission, said(""), 422, "reason-missing"),
                bad(
                        "self-approved",
                        "/adjustments/{submitted}/review",
                        station("DEPARTMENT_REVIEW"),
                        409,
                        "same-person"),
                bad("wrong phase", "/proposal", "{\"note\": \"\"}", 409, "phase-not-allowed", "head"),
                bad(
                        "effect without its document",
                        "/adjustments/{reviewed}/effect",
                        "{\"effectiveOn\": \"2025-12-31\"}",
                        422,
                        "approval-document-missing",
                        "office"),
                bad(
                        "document that is not there",
                        "/adjustments/7777/return",
                        "{\"reason\": \"x\"}",
                        409,
                        "adjustment-unknown"),
                new Bad("stale version", "finance", submission, "\"1\"", shift("54", 1, 1), 412, "stale"),
                new Bad("another unit's line", "clerk", submission, "", shift("2", 1, 1), 403, ""));
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_refused_by_name_kept_and_changes_nothing(Bad bad) throws Exception {
        String path = bad.path()
                .replace("{reviewed}", Integer.toString(reviewed))
                .replace("{submitted}", Integer.toString(submitted));
        HttpResponse<String> chinese =
                refused(bad, () -> send(bad.login(), BUDGET + path, key(), bad.ifMatch(), bad.body()));
        HttpResponse<String> english =
                refused(bad, () -> send(bad.login(), BUDGET + path + "?lang=en", key(), bad.ifMatch(), bad.body()));
        if (!bad.key().isEmpty()) {
            String said = JSON.readTree(chinese.body()).at("/errors/0/words").textValue();
            String told = JSON.readTree(english.body()).at("/errors/0/words").textValue();
            assertThat(said).containsPattern("\\p{IsHan}");
            assertThat(told).isNotEqualTo(said).containsPattern("[a-z]{3}");
            if (NUMBERED.contains(bad.key())) {
                assertThat(said).as("its numbers").containsPattern("\\d");
                assertThat(told).as("its numbers").containsPattern("\\d");
            }
        }
    }

    /** The same request arriving twice at once: one document, and the same answer to both. */
    @Test
    void a_double_click_is_one_document() throws Exception {
        long before = application.context().getBean(EventLog.class).streamVersion(ID);
        String key = key();
        List<Integer> answers;
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> both = hands.invokeAll(Stream.<Callable<Integer>>generate(
                            () -> () -> send("finance", COMMANDS, key, "", shift("50", 100, 100))
                                    .statusCode())
                    .limit(2)
                    .toList());
            answers = List.of(both.getFirst().get(), both.getLast().get());
        }
        long after = application.context().getBean(EventLog.class).streamVersion(ID);
        assertThat(answers).containsOnly(201);
        assertThat(send("finance", COMMANDS, key, "", shift("50", 100, 100)).body())
                .contains("\"repeated\":true");
        assertThat(after).isGreaterThan(before);
        assertThat(application.context().getBean(EventLog.class).streamVersion(ID))
                .isEqualTo(after);
    }

    @Test
    void a_key_that_was_used_for_something_else() throws Exception {
        Bad bad = bad("replayed key", "", "", 422, "key-reused");
        refused(bad, () -> send("finance", COMMANDS, "used", "", shift("54", 3, 3)));
    }

    @Test
    void attachments_of_a_forbidden_type_and_too_many() throws Exception {
        refused(
                bad("forbidden type", "", "", 422, "attachment-type-forbidden"),
                () -> upload(new UploadedFile("图.svg", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))));
        UploadedFile paper = new UploadedFile("测算.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused(
                bad("eleven", "", "", 422, "attachment-too-many"),
                () -> upload(Stream.generate(() -> paper).limit(11).toArray(UploadedFile[]::new)));
    }

    @Test
    void an_upload_that_nobody_reads_to_its_end_is_told_the_limits() throws Exception {
        HttpResponse<String> answer = refused(
                bad("too large", "", "", 413, "files.too-large"),
                () -> upload(new UploadedFile("大.pdf", new byte[67 << 20])));
        assertThat(answer.body()).contains("每个不超过 20 MB", "最多 10 个", "合计不超过 64 MB");
    }

    private interface Act {
        HttpResponse<String> send() throws Exception;
    }

    private static HttpResponse<String> refused(Bad bad, Act act) throws Exception {
        EventLog log = application.context().getBean(EventLog.class);
        long before = log.streamVersion(ID);
        long noted = log.streamVersion(SubmissionEvent.beside(ID));
        HttpResponse<String> answer = act.send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
        assertThat(log.streamVersion(ID)).as("the budget").isEqualTo(before);
        assertThat(log.streamVersion(SubmissionEvent.beside(ID)))
                .as("the submissions")
                .isEqualTo(noted + 1);
        if (!bad.key().isEmpty()) {
            JsonNode first = JSON.readTree(answer.body()).at("/errors/0");
            assertThat(first.get("key").textValue()).as(answer.body()).isEqualTo(bad.key());
            if (NUMBERED.contains(bad.key())) {
                assertThat(first.get("arguments").toString()).matches(".*\\d.*");
            }
        }
        return answer;
    }

    private static Bad bad(String what, String path, String body, int status, String key) {
        return bad(what, path, body, status, key, "finance");
    }

    private static Bad bad(String what, String path, String body, int status, String key, String login) {
        return new Bad(what, login, path, "", body, status, key);
    }

    /** A new line of another fund. */
    private static String ofOtherFund() {
        return """
                {"direction": "SHIFT", "reason": "换资金", "requestContent": "测算说明", "effectiveOn": "2025-12-31",
                 "amountUnit": "元", "performanceUnaffected": "true", "from": [{"line": "54", "amountFen": "100"}],
                 "to": [{"line": "N1", "amountFen": "100", "unit": "103001", "function": "2010301",
                   "category": "PERSONNEL", "deptEconomic": "30101", "fund": "UNIT_OWN", "source": "CURRENT"}]}""";
    }

    private static String station(String station) {
        return "{\"station\": \"" + station + "\"}";
    }

    private static String shift(String from, long given, long gained) {
        return shift(from, given, gained, "工作任务变化");
    }

    private static String said(String reason) {
        return shift("54", 100, 100, reason);
    }

    private static String shift(String from, long given, long gained, String reason) {
        return """
                {"direction": "SHIFT", "reason": "%s", "requestContent": "测算说明", "effectiveOn": "2025-12-31",
                 "amountUnit": "元", "performanceUnaffected": "true",
                 "from": [{"line": "%s", "amountFen": "%d"}], "to": [{"line": "53", "amountFen": "%d"}]}""".formatted(reason, from, given, gained);
    }

    private static void review(String login, String document, String station) throws Exception {
        assertThat(send(login, document + "/review", key(), "", station(station))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> upload(UploadedFile... files) {
        Upload upload = Upload.of(Map.of("document", shift("54", 1, 1)), List.of(files));
        return new Browsing(application.address()).uploadAsProgram(COMMANDS, upload, "finance:" + PASSWORD);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static long available(String line) throws Exception {
        JsonNode lines = JSON.readTree(CLIENT.send(
                        request("finance", "/api/execution/" + ID + "/lines")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        for (JsonNode one : lines) {
            if (one.get("line").textValue().equals(line)) {
                return one.get("available").longValue();
            }
        }
        throw new AssertionError("no line " + line);
    }

    private static int last() throws Exception {
        FactFeed feed = application.context().getBean(FactFeed.class);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(feed.await(head, Duration.ofSeconds(20))).isTrue();
        JsonNode all = JSON.readTree(CLIENT.send(
                        request("finance", "/api/execution/" + ID + "/adjustments")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        return all.get(all.size() - 1).get("number").intValue();
    }

    private static HttpResponse<String> send(String login, String path, String key, String ifMatch, String body)
            throws Exception {
        HttpRequest.Builder request = request(login, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String login, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
