package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** A whole year of an approved budget by the pages and the API: months, a freeze, the closing, the final accounts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String LEDGER = "/execute/" + ID;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PROJECT_LINES = 13;
    private static final Map<String, String> DOCUMENT =
            Map.of("documentNumber", "三财预〔2026〕8号", "title", "批复", "issuer", "三门峡市财政局", "date", "2026-01-20");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse(ID))
                .prepared()
                .underCeiling()
                .approved();
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("officer", Role.UNIT_OFFICER, "411200-103");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
        person("auditor", Role.AUDITOR, "411200");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void a_month_is_uploaded_looked_at_and_recorded_whole() {
        Browsing finance = as("finance");
        assertThat(finance.get("/workbench").body()).contains("导入上月执行数");
        String preview = uploaded(finance, "2025-01,1,300000,,", "2025-01,54,578000.01,,");
        assertThat(preview).contains("有问题").contains("超出").contains("0.01元");
        assertThat(finance.get(LEDGER + "/months").body()).contains("还没有填报执行数");

        String good = uploaded(finance, "2025-01,1,300000,,", "2025-01,54,78000,-8000,10000");
        String record = good.substring(good.indexOf("action=\"" + LEDGER + "/import/") + 8);
        String action = record.substring(0, record.indexOf('"'));
        String page = action.replace("/record", "");
        HttpResponse<String> answer = finance.submit(page, page + "/record", Map.of());
        String months = followed(finance, answer);
        assertThat(months)
                .contains("已全部记入")
                .doesNotContain("已保存")
                .contains("2025-01")
                .contains("370,000.00")
                .contains("国库〔2025〕1号");
        assertThat(finance.get(LEDGER + "?q=54").body())
                .contains("70,000.00")
                .contains("10,000.00")
                .contains("498,000.00")
                .contains("12%");
        assertThat(finance.get(LEDGER + "/months/2025-01").body()).contains("300,000.00");
        assertThat(finance.get(LEDGER + "/months/2025-99").statusCode()).isEqualTo(404);
        assertThat(finance.get(LEDGER + "/import/month.xlsx?month=2025-02").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void a_program_records_a_month_and_is_refused_row_by_row() throws Exception {
        String good = month("2025-02", "{\"line\":\"2\",\"paidFen\":\"100000\"},{\"line\":\"54\",\"paid\":\"100\"}");
        assertThat(post("finance", "execution", good).statusCode()).isEqualTo(201);
        assertThat(post("finance", "execution", good).body()).contains("\"events\":0");
        JsonNode wrong = JSON.readTree(post(
                        "finance",
                        "execution",
                        month(
                                "2025-02",
                                "{\"line\":\"2\",\"paid\":\"99999999\"},{\"line\":\"nowhere\",\"paid\":\"1\"}"))
                .body());
        assertThat(wrong.at("/errors/0/pointer").textValue()).isEqualTo("/entries/0/reason");
        assertThat(wrong.at("/errors/1/key").textValue()).isEqualTo("execution-beyond-available");
        assertThat(wrong.at("/errors/2/pointer").textValue()).isEqualTo("/entries/1/line");
        assertThat(post("officer", "execution", good).statusCode()).isEqualTo(409);
        assertThat(post("clerk", "execution", good).statusCode()).isEqualTo(403);
        assertThat(post("neighbour", "execution", good).statusCode()).isEqualTo(403);
        assertThat(read("finance", "months").get(1).get("executed").longValue()).isEqualTo(110_000);
        assertThat(status("neighbour", "months")).isEqualTo(404);
    }

    @Test
    @Order(3)
    void the_bureau_freezes_and_thaws_on_the_page_of_a_line() {
        Browsing office = as("office");
        String page = LEDGER + "/line?key=53";
        done(office.submit(page, LEDGER + "/freezes", Map.of("percent", "50", "opinion", "压减一般性支出")));
        assertThat(office.get(page).body())
                .contains("351,000.00")
                .contains("50%")
                .contains("压减一般性支出");
        assertThat(followed(
                        office, office.submit(page, LEDGER + "/thaws", Map.of("amount", "351000.01", "opinion", "x"))))
                .contains("不能解冻");
        done(office.submit(page, LEDGER + "/thaws", Map.of("amount", "1000", "opinion", "恢复执行")));
        assertThat(office.get(LEDGER + "?q=53").body()).contains("350,000.00").contains("352,000.00");
        assertThat(as("finance").get(page).body()).doesNotContain("/freezes\"");
        assertThat(office.get(LEDGER + "/line?key=nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void the_year_is_closed_with_a_word_on_every_project() throws Exception {
        Browsing finance = as("finance");
        Browsing office = as("office");
        String page = LEDGER + "/year-end";
        assertThat(followed(office, office.submit(page, LEDGER + "/closing", closing())))
                .contains("还有在途")
                .contains("还没有说明");
        assertThat(post("finance", "execution", month("2025-12", "{\"line\":\"54\",\"committed\":\"0\"}"))
                        .statusCode())
                .isEqualTo(201);
        Map<String, String> statements = new HashMap<>();
        for (int row = 0; row < PROJECT_LINES; row++) {
            statements.put("entries[" + row + "].carried", row == 0 ? "1000.50" : "0");
            statements.put("entries[" + row + "].statement", "按合同");
        }
        done(finance.submit(page, LEDGER + "/carry-over", statements));
        JsonNode proposal = read("finance", "year-end");
        assertThat(proposal.get("waiting").longValue()).isZero();
        assertThat(proposal.get("unreported"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(IntStream.rangeClosed(3, 11)
                        .mapToObj(month -> YearMonth.of(2025, month).toString())
                        .toList());
        assertThat(office.get(page).body()).contains("2025-03、2025-04", "2025-11 没有任何支付数");
        assertThat(proposal.get("left").longValue())
                .isEqualTo(proposal.get("carried").longValue()
                        + proposal.get("lapsed").longValue());
        done(office.submit(page, LEDGER + "/closing", closing()));
        assertThat(office.get(page).body()).contains("已于 2025-12-31 结账").doesNotContain("/closing\"", "没有填报执行数");
        assertThat(post("finance", "execution", month("2025-12", "{\"line\":\"1\",\"paid\":\"1\"}"))
                        .body())
                .contains("year-is-closed");
        for (JsonNode line : read("finance", "lines")) {
            assertThat(line.get("initial").longValue() + line.get("adjusted").longValue())
                    .isEqualTo(line.get("executed").longValue()
                            + line.get("carriedOver").longValue()
                            + line.get("lapsed").longValue());
            assertThat(line.get("available").longValue()).isZero();
            assertThat(line.get("frozen").longValue()).isZero();
        }
    }

    @Test
    @Order(5)
    void the_final_accounts_pass_every_stage_and_are_the_sums_of_the_lines() throws Exception {
        Browsing finance = as("finance");
        String page = LEDGER + "/accounts";
        done(finance.submit(page, page, Map.of("day", "2026-01-20")));
        assertThat(as("head").get("/workbench").body()).contains("办理决算");
        done(as("head").submit(page, page, Map.of("day", "2026-02-10")));
        done(as("desk").submit(page, page + "/return", Map.of("reason", "口径不一致")));
        done(as("head").submit(page, page, Map.of("day", "2026-03-01")));
        done(as("desk").submit(page, page, Map.of("day", "2026-03-20")));
        Browsing office = as("office");
        assertThat(followed(office, office.submit(page, page, Map.of("day", "2026-05-01"))))
                .contains("须登记文件");
        done(office.submit(page, page, with("2026-05-01")));
        done(office.submit(page, page, with("2026-07-01")));
        done(office.submit(page, page, with("2026-07-25")));
        done(as("head").submit(page, page, with("2026-08-01")));
        done(as("head").submit(page, page, Map.of("day", "2026-08-10")));
        assertThat(office.get(page).body()).contains("逾期 4 天").contains("口径不一致");

        JsonNode accounts = read("auditor", "accounts");
        long executed = 0;
        long initial = 0;
        for (JsonNode line : read("finance", "lines")) {
            executed += line.get("executed").longValue();
            initial += line.get("initial").longValue();
        }
        assertThat(accounts.at("/total/executed").longValue()).isEqualTo(executed);
        assertThat(sum(accounts.get("functions"), 7, "executed")).isEqualTo(executed);
        assertThat(sum(accounts.get("functions"), 3, "initial")).isEqualTo(initial);
        assertThat(sum(accounts.get("economics"), 5, "executed")).isEqualTo(executed);
        JsonNode lines = read("finance", "lines");
        assertThat(accounts.get("lines")).hasSize(lines.size());
        for (int at = 0; at < lines.size(); at++) {
            JsonNode line = lines.get(at);
            JsonNode numbers = accounts.get("lines").get(at);
            assertThat(numbers.get("line")).isEqualTo(line.get("line"));
            assertThat(numbers.get("initial")).isEqualTo(line.get("initial"));
            assertThat(numbers.get("revised").longValue())
                    .isEqualTo(line.get("initial").longValue()
                            + line.get("adjusted").longValue());
            assertThat(numbers.get("executed")).isEqualTo(line.get("executed"));
            assertThat(numbers.get("revised").longValue())
                    .isEqualTo(numbers.get("executed").longValue()
                            + numbers.get("carriedOver").longValue()
                            + numbers.get("lapsed").longValue());
        }
        assertThat(office.get(page).body()).contains("按明细行", "line?key=54");
        assertThat(sheets()).containsExactly("功能分类", "经济分类", "明细");
    }

    @Test
    @Order(6)
    void every_page_is_there_in_english_and_nobody_else_sees_them() {
        Browsing finance = as("finance");
        finance.get("/?lang=en");
        for (String page :
                List.of("/months", "/months/2025-01", "/line?key=54", "/provisional", "/year-end", "/accounts")) {
            assertThat(finance.get(LEDGER + page).body()).as(page).doesNotContain("??");
            assertThat(as("neighbour").get(LEDGER + page).statusCode()).as(page).isEqualTo(404);
            Browsing visitor = new Browsing(application.address());
            assertThat(visitor.target(visitor.get(LEDGER + page))).as(page).endsWith("/sign-in");
        }
        assertThat(as("neighbour").get(LEDGER + "/accounts.xlsx").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> closing() {
        Map<String, String> fields = new HashMap<>(DOCUMENT);
        fields.put("closedOn", "2025-12-31");
        return fields;
    }

    private static Map<String, String> with(String day) {
        Map<String, String> fields = new HashMap<>(DOCUMENT);
        fields.put("day", day);
        return fields;
    }

    private static long sum(JsonNode rows, int length, String name) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.get("code").textValue().length() == length
                    ? row.get(name).longValue()
                    : 0;
        }
        return sum;
    }

    private static List<String> sheets() throws IOException, InterruptedException {
        byte[] file = CLIENT.send(
                        request("office", "/api/execution/" + ID + "/accounts.xlsx")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheets().map(sheet -> sheet.getName()).toList();
        }
    }

    private static String uploaded(Browsing who, String... rows) {
        String about = "项目,内容\n预算编号," + ID + "\n金额单位,元\n来源文号,国库〔2025〕1号\n来源名称,国库支付报表\n来源单位,国库支付中心\n来源日期,2025-02-08\n";
        String sheet = "月份,行号,支付金额,退回金额,在途金额\n" + String.join("\n", rows) + "\n";
        HttpResponse<String> answer = who.upload(
                LEDGER + "/months",
                LEDGER + "/import",
                Upload.of(List.of(
                        new UploadedFile("说明.csv", about.getBytes(StandardCharsets.UTF_8)),
                        new UploadedFile("执行.csv", sheet.getBytes(StandardCharsets.UTF_8)))));
        return followed(who, answer);
    }

    private static String followed(Browsing who, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(302, 303);
        return who.follow(answer);
    }

    private static String month(String month, String entries) {
        return """
            {"month": "%s", "documentNumber": "国库〔2025〕2号", "title": "国库支付报表", "issuer": "国库支付中心",
             "date": "2025-12-31", "amountUnit": "元", "entries": [%s]}\
            """.formatted(month, entries);
    }

    private static HttpResponse<String> post(String login, String what, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(login, "/api/budgets/" + ID + "/" + what)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode read(String login, String what) throws IOException, InterruptedException {
        FactFeed feed = application.context().getBean(FactFeed.class);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(feed.await(head, Duration.ofSeconds(20))).isTrue();
        return JSON.readTree(CLIENT.send(
                        request(login, "/api/execution/" + ID + "/" + what)
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static int status(String login, String what) throws IOException, InterruptedException {
        return CLIENT.send(
                        request(login, "/api/execution/" + ID + "/" + what)
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpRequest.Builder request(String login, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("after=");
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
