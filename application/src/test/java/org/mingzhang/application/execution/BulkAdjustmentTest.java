package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Many lines in one workbook: one document from the preview to its effect, and one that takes all of it back. */
class BulkAdjustmentTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final String COMMANDS = "/api/budgets/" + ID + "/adjustments";
    private static final int TABLES = 12;
    private static final int LINES = 33;
    private static final Pattern INPUT = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void a_workbook_becomes_one_document_and_is_taken_back_as_one_until_every_table_is_as_before() throws Exception {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            people(application);
            byPage(application);
            byProgram(application);
        }
    }

    @Test
    void it_is_the_same_on_postgresql() throws Exception {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = RunningApplication.start(
                        data,
                        true,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            people(application);
            byPage(application);
            byProgram(application);
        }
    }

    private static void byPage(RunningApplication application) throws Exception {
        List<String> before = tables(application);
        Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
        String filled = finance.follow(finance.upload(
                NEW,
                PAGE + "/workbook",
                Map.of("direction", "SHIFT", "reason", "批量压减", "requestContent", "批量", "effectiveOn", "2025-12-31"),
                "workbook",
                List.of(book())));
        assertThat(filled).contains("name=\"from[31].line\" value=\"33\"").contains("格变化");
        Map<String, String> form = fields(filled);
        form.putAll(Map.of("direction", "SHIFT", "amountUnit", "万元", "effectiveOn", "2025-12-31"));
        form.putAll(Map.of("reason", "批量压减", "requestContent", "批量", "performanceUnaffected", "true"));
        assertThat(finance.target(finance.upload(NEW, PAGE, form, List.of()))).contains("after=");
        intoEffectAndBack(application, before);
    }

    private static void byProgram(RunningApplication application) throws Exception {
        List<String> before = tables(application);
        String document =
                "{\"direction\":\"SHIFT\",\"reason\":\"批量压减\",\"effectiveOn\":\"2025-12-31\",\"performanceUnaffected\":true,\"requestContent\":\"批量\"";
        int documents = documents(application).size();
        JsonNode twice =
                JSON.readTree(send(application, document + ",\"from\":[{\"line\":\"2\",\"amount\":\"1\"}]}", book())
                        .body());
        assertThat(twice.at("/errors/0/key").textValue()).isEqualTo("request.rows-twice");
        assertThat(send(application, document + "}", csv("行号,变动（元）\n2,-100\n1,99\n"))
                        .body())
                .contains("\"shift-unbalanced\"", "99.00元");
        assertThat(send(application, document + "}", csv("行号,金额\n2,100\n")).body())
                .contains("book.no-lines");
        assertThat(documents(application)).as("nothing came of those").hasSize(documents);
        assertThat(send(application, document + "}", book()).statusCode()).isEqualTo(201);
        assertThat(documents(application)).as("one document").hasSize(documents + 1);
        intoEffectAndBack(application, before);
    }

    /** The latest document takes effect; its reverse does, and nothing is left of either in any table. */
    private static void intoEffectAndBack(RunningApplication application, List<String> before) throws Exception {
        JsonNode made = documents(application).getLast();
        assertThat(gained(made)).isEqualTo(320_000);
        effect(application, made.get("number").intValue(), "三财预〔2025〕9" + made.get("number") + "号");
        assertThat(tables(application)).isNotEqualTo(before);
        String number = made.get("number").toString();
        String foreseen = request(
                application,
                "/api/execution/" + ID + "/adjustments/" + number + "/reversal/preview?effectiveOn=2025-12-31");
        JsonNode lines = JSON.readTree(foreseen).get("lines");
        assertThat(lines).as("told before it is asked for").hasSize(LINES);
        assertThat(new Browsing(application.address())
                        .as("finance", PASSWORD)
                        .get(PAGE + "/" + number)
                        .body())
                .contains("如果冲销，将会怎样")
                .contains("格变化");
        assertThat(post(application, "finance", "/" + made.get("number") + "/reversal", """
                {"reason":"整批撤销","effectiveOn":"2025-12-31"}""")
                        .statusCode())
                .isEqualTo(201);
        JsonNode reverse = documents(application).getLast();
        assertThat(gained(reverse)).isEqualTo(320_000);
        effect(application, reverse.get("number").intValue(), "三财预〔2025〕9" + reverse.get("number") + "号");
        assertThat(tables(application)).as("as before").isEqualTo(before);
    }

    /** In fen. */
    private static long gained(JsonNode document) {
        long gained = 0;
        for (JsonNode entry : document.get("entries")) {
            gained += Math.max(0, entry.get("change").longValue());
        }
        return gained;
    }

    private static void effect(RunningApplication application, int number, String approval) throws Exception {
        for (String[] station : new String[][] {{"head", "DEPARTMENT_REVIEW"}, {"desk", "FINANCE_REVIEW"}}) {
            assertThat(post(application, station[0], "/" + number + "/review", """
                    {"station":"%s","opinion":"同意"}""".formatted(station[1]))
                            .statusCode())
                    .as(station[1])
                    .isEqualTo(200);
        }
        assertThat(post(application, "office", "/" + number + "/effect", """
                {"documentNumber":"%s","title":"关于调剂部门预算的批复","issuer":"三门峡市财政局","date":"2025-12-30","invented":true,"effectiveOn":"2025-12-31"}""".formatted(approval))
                        .statusCode())
                .isEqualTo(200);
    }

    private static List<JsonNode> documents(RunningApplication application) throws Exception {
        List<JsonNode> documents = new ArrayList<>();
        JSON.readTree(get(application, "/api/execution/" + ID + "/adjustments")).forEach(documents::add);
        return documents;
    }

    /** All tables as adjusted, in 元, and how every line stands. */
    private static List<String> tables(RunningApplication application) throws Exception {
        List<String> tables = new ArrayList<>();
        for (int number = 1; number <= TABLES; number++) {
            tables.add(get(application, "/api/budgets/" + ID + "/tables/" + number + ".csv?unit=yuan&basis=adjusted"));
        }
        tables.add(get(application, "/api/execution/" + ID + "/lines"));
        return tables;
    }

    /** The lines 2 to 33 give 0.01 万元 each, and line 1 gains them. */
    private static UploadedFile book() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("调整");
            List.of("行号", "调出（万元）", "调入（万元）").forEach(head -> sheet.value(0, column(head), head));
            for (int line = 1; line <= LINES; line++) {
                sheet.value(line, 0, Integer.toString(line));
                sheet.value(line, line == 1 ? 2 : 1, line == 1 ? 0.32 : 0.01);
            }
        }
        return new UploadedFile("批量调整.xlsx", out.toByteArray());
    }

    private static int column(String head) {
        return List.of("行号", "调出（万元）", "调入（万元）").indexOf(head);
    }

    private static UploadedFile csv(String text) {
        return new UploadedFile("行.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(RunningApplication application, String document, UploadedFile workbook) {
        return new Browsing(application.address())
                .uploadAsProgram(
                        COMMANDS,
                        Upload.of(Map.of("document", document), "workbook", List.of(workbook)),
                        "finance:" + PASSWORD);
    }

    private static HttpResponse<String> post(RunningApplication application, String login, String tail, String body)
            throws Exception {
        return CLIENT.send(
                request(application, login, COMMANDS + tail)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String get(RunningApplication application, String path) throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(request(application, "finance", path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** A dry run, posted without a body. */
    private static String request(RunningApplication application, String path) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request(application, "finance", path)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpRequest.Builder request(RunningApplication application, String login, String path) {
        String credentials = login + ":" + PASSWORD;
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher rows = INPUT.matcher(page);
        while (rows.find()) {
            if (rows.group(1).matches("key|draft|draftVersion|(from|to)\\[\\d{1,3}]\\.\\w+")) {
                fields.put(rows.group(1), rows.group(2));
            }
        }
        return fields;
    }

    private static void people(RunningApplication application) {
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("finance", "finance", Set.of(Role.DEPARTMENT_FINANCE), "411200-103"), PASSWORD);
        accounts.create(new NewAccount("head", "head", Set.of(Role.DEPARTMENT_HEAD), "411200-103"), PASSWORD);
        accounts.create(new NewAccount("desk", "desk", Set.of(Role.SECTOR_DESK), "411200"), PASSWORD);
        accounts.create(new NewAccount("office", "office", Set.of(Role.BUDGET_OFFICE), "411200"), PASSWORD);
    }
}
