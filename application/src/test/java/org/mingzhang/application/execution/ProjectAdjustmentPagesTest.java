package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.feed.FactFeed;

/** An approved project is adjusted on its page and by HTTP: what it says, what it is to achieve, what it costs. */
class ProjectAdjustmentPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String LIST = "/execute/" + ID + "/adjustments";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103099");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    /** Some projects of the sample, so that each test has one of its own. */
    private static Project project(int index) {
        return facts().get(index);
    }

    private static List<Project> facts() {
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
        return application
                .context()
                .getBean(FactReader.class)
                .load(BudgetId.parse(ID), head, TableBasis.ADJUSTED)
                .orElseThrow()
                .projects();
    }

    private static Project current(ProjectCode code) {
        return facts().stream()
                .filter(project -> project.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String page(Project project) {
        return "/execute/" + ID + "/projects/" + project.code() + "/adjustment";
    }

    private static HttpResponse<String> post(String login, Project project, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(login, "/api/budgets/" + ID + "/projects/" + project.code() + "/adjustment")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        facts();
        return JSON.readTree(CLIENT.send(request("office", path).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static HttpRequest.Builder request(String login, String path) {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic);
    }

    private static int last() throws IOException, InterruptedException {
        JsonNode all = get("/api/execution/" + ID + "/adjustments");
        return all.get(all.size() - 1).get("number").intValue();
    }

    private static void passed(int number) {
        decided(as("head"), number, "review", Map.of());
        decided(as("desk"), number, "review", Map.of());
        decided(as("office"), number, "effect", Map.of("effectiveOn", "2025-12-31"));
    }

    private static void decided(Browsing who, int number, String what, Map<String, String> fields) {
        String page = LIST + "/" + number;
        HttpResponse<String> answer = who.submit(page, page + "/" + what, fields);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("after=");
    }

    private static Map<String, String> form(Project project) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", project.name());
        fields.put("unit", project.unit().value());
        fields.put("direction", "CONTENT");
        fields.put("amountUnit", "元");
        fields.put("effectiveOn", "2025-12-31");
        fields.put("reason", "任务范围扩大");
        fields.put("requestContent", "市政府会议纪要");
        return fields;
    }

    @Test
    void content_and_targets_change_in_one_document_and_only_when_it_takes_effect() throws Exception {
        Browsing finance = as("finance");
        Project project = project(0);
        assertThat(finance.get("/execute/" + ID + "/projects").body()).contains(page(project));
        Map<String, String> fields = form(project);
        fields.put("name", "市直机关公车租赁");
        fields.put("indicators[0].level1", "OUTPUT");
        fields.put("indicators[0].name", "租赁车辆数");
        fields.put("indicators[0].target", "≥12辆");
        String list = finance.follow(finance.submit(page(project), page(project), fields));
        assertThat(list).doesNotContain("data-error-summary");
        int number = last();

        String document = finance.get(LIST + "/" + number).body();
        assertThat(document)
                .contains("项目内容调整")
                .contains(project.name())
                .contains("市直机关公车租赁")
                .contains("租赁车辆数")
                .contains("path-project-content-0");
        assertThat(current(project.code()).name()).isEqualTo(project.name());
        assertThat(finance.get("/execute/" + ID + "/projects/" + project.code()).body())
                .as("though it moves no money, it is one of the project's documents")
                .contains("href=\"" + LIST + "/" + number + "\"");
        assertThat(get("/api/execution/" + ID + "/projects/" + project.code()).toString())
                .contains("{\"number\":" + number + ",\"kind\":\"PROJECT_CONTENT\"");
        passed(number);
        assertThat(current(project.code()).name()).isEqualTo("市直机关公车租赁");
        JsonNode changes = get("/api/execution/" + ID + "/adjustments/" + number + "/changes");
        assertThat(changes.get("contents").get(0).get("before").textValue()).isEqualTo(project.name());
        assertThat(changes.get("targets").get(0).get("rows").toString())
                .as("what was before stays readable after the effect")
                .contains("≥12辆");

        Browsing reverser = as("finance");
        decided(reverser, number, "reversal", Map.of("reason", "政策取消", "effectiveOn", "2025-12-31"));
        passed(number + 1);
        assertThat(current(project.code()).name()).isEqualTo(project.name());
    }

    @Test
    void by_http_only_what_is_sent_changes() throws Exception {
        Project project = project(1);
        HttpResponse<String> answer = post("finance", project, """
            {"description": "新的说明", "reason": "细化", "requestContent": "会议纪要", "effectiveOn": "2025-12-31",
             "amountUnit": "元"}\
            """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        int number = last();
        JsonNode changes = get("/api/execution/" + ID + "/adjustments/" + number + "/changes");
        assertThat(changes.get("contents")).hasSize(1);
        assertThat(changes.get("contents").get(0).get("field").textValue()).isEqualTo("description");
        assertThat(changes.get("targets")).isEmpty();
    }

    @Test
    void what_changes_nothing_or_names_no_project_is_refused() throws Exception {
        Project project = project(2);
        assertThat(post("finance", project, """
            {"name": "%s", "reason": "x", "requestContent": "x", "effectiveOn": "2025-12-31",
             "amountUnit": "元"}\
            """.formatted(project.name())).body())
                .contains("nothing-changes");
        assertThat(CLIENT.send(
                                request("finance", "/api/budgets/" + ID + "/projects/41120099000000000000/adjustment")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"amountUnit\":\"元\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("finance")
                        .get("/execute/" + ID + "/projects/x/adjustment")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobody_of_another_unit_or_department_does_it() throws Exception {
        Project project = project(3);
        String body = """
            {"name": "改名", "reason": "x", "requestContent": "x", "effectiveOn": "2025-12-31", "amountUnit": "元"}\
            """;
        assertThat(post("clerk", project, body).statusCode()).isEqualTo(403);
        assertThat(post("neighbour", project, body).statusCode()).isEqualTo(403);
        assertThat(as("neighbour").get(page(project)).statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_change_would_do_is_said_beside_the_form_and_by_http_and_nothing_happens() throws Exception {
        Browsing finance = as("finance");
        Project project = project(5);
        Map<String, String> fields = form(project);
        fields.put("name", "预览中的名称");
        fields.put("whole", "true");
        fields.put("indicators[0].level1", "OUTPUT");
        fields.put("indicators[0].name", "预览指标");
        fields.put("indicators[0].target", "≥9");
        fields.remove("requestContent");
        long recorded = application.recorded(ID);
        assertThat(finance.follow(finance.post(page(project), page(project) + "/preview", fields)))
                .as("neither content nor a file says why")
                .contains("data-foreseen")
                .contains("href=\"#f-requestContent\"");
        fields.put("requestContent", "会议纪要");
        String shown = finance.follow(finance.post(page(project), page(project) + "/preview", fields));
        assertThat(shown.substring(shown.indexOf("data-foreseen")))
                .contains("项目内容调整")
                .contains("金额不变")
                .contains("预览中的名称")
                .contains("预览指标")
                .doesNotContain("notice bad");
        fields.put("part", "true");
        fields.remove("requestContent");
        fields.put("withFiles", "true");
        assertThat(finance.post(page(project), page(project) + "/preview", fields)
                        .body())
                .as("an attachment stands for the content")
                .contains("预览中的名称")
                .doesNotContain("notice bad");
        HttpResponse<String> told = CLIENT.send(
                request("finance", "/api/execution/" + ID + "/projects/" + project.code() + "/adjustment/preview")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                            {"name": "预览中的名称", "reason": "x", "requestContent": "x",
                             "effectiveOn": "2025-12-31", "amountUnit": "元"}\
                            """))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(JSON.readTree(told.body()).at("/contents/0/after").textValue())
                .isEqualTo("预览中的名称");
        assertThat(application.recorded(ID)).isEqualTo(recorded);
        assertThat(as("neighbour")
                        .post("/workbench", page(project) + "/preview", fields)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_request_may_be_a_file_and_the_procurement_effect_is_said() throws Exception {
        Project project = project(6);
        Map<String, String> fields = form(project);
        fields.remove("requestContent");
        fields.put("whole", "true");
        fields.put("name", "附件说明依据的项目");
        fields.put("indicators[0].level1", "OUTPUT");
        fields.put("indicators[0].name", "完成数");
        fields.put("indicators[0].target", "≥2");
        fields.put("procurement", "减少政府采购一项");
        fields.put("key", UUID.randomUUID().toString());
        fields.put("back", page(project));
        Browsing finance = as("finance");
        HttpResponse<String> answer = finance.upload(
                page(project),
                page(project),
                fields,
                List.of(new UploadedFile("申请.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as(finance.follow(answer))
                .contains("after=");
        assertThat(finance.get(LIST + "/" + last()).body()).contains("减少政府采购一项").contains("申请.pdf");
    }

    @Test
    void in_english_too() {
        Browsing finance = as("finance");
        finance.get("/?lang=en");
        assertThat(finance.get(page(project(4))).body())
                .contains("Adjust project")
                .doesNotContain("??");
    }
}
