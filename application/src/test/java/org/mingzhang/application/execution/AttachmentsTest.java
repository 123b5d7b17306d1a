package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files with adjustments: by the pages and by HTTP, on both databases. */
class AttachmentsTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final String COMMANDS = "/api/budgets/" + ID + "/adjustments";
    private static final UploadedFile PAPER = pdf("测算说明.pdf", "paper");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    Path data;

    @Test
    void a_file_goes_with_the_document_from_the_form_to_the_download_and_a_changed_one_is_noticed() {
        try (RunningApplication application = started()) {
            story(application);
        }
    }

    @Test
    void it_is_the_same_on_postgresql() {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = RunningApplication.start(
                        data,
                        true,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            people(application);
            story(application);
        }
    }

    private static void story(RunningApplication application) {
        Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
        HttpResponse<String> sent = finance.submit(NEW, PAGE, shift(""), List.of(PAPER));
        assertThat(finance.target(sent)).contains("after=");
        String list = finance.get(PAGE).body();
        String document = list.substring(list.indexOf(PAGE + "/", list.indexOf("<tbody>")));
        document = document.substring(0, document.indexOf('"'));
        String page = finance.get(document).body();
        assertThat(page).contains("测算说明.pdf").contains("申请依据");
        Matcher sha = SHA.matcher(page);
        assertThat(sha.find()).isTrue();
        String link = document + "/attachments/" + sha.group();

        HttpResponse<String> file = finance.get(link);
        assertThat(file.body()).isEqualTo(new String(PAPER.content(), StandardCharsets.UTF_8));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%B5%8B");
        assertThat(new Browsing(application.address())
                        .as("neighbour", PASSWORD)
                        .get(link)
                        .statusCode())
                .isEqualTo(404);
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.target(visitor.get(link))).endsWith("/sign-in");
        assertThat(finance.get(document + "/attachments/" + "0".repeat(64)).statusCode())
                .isEqualTo(404);

        tampered(application);
        HttpResponse<String> changed = finance.get(link);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("附件内容已变").contains(sha.group()).doesNotContain("paper");
        assertThat(finance.get("/api/execution/" + link.substring("/execute/".length()))
                        .statusCode())
                .isEqualTo(409);
    }

    /** A superuser changes the stored bytes. */
    private static void tampered(RunningApplication application) {
        JdbcClient jdbc = JdbcClient.create(application.context().getBean(DataSource.class));
        assertThat(jdbc.sql("update attachment_piece set content = :bytes")
                        .param("bytes", "%PDF-forged".getBytes(StandardCharsets.UTF_8))
                        .update())
                .isEqualTo(1);
    }

    @Test
    void what_may_not_be_taken_is_refused_by_name_recorded_and_changes_nothing() throws Exception {
        try (RunningApplication application = started()) {
            refused(application, "attachment-type-forbidden", file("图.svg", "<svg onload='x'/>"));
            refused(application, "attachment-empty", file("空.pdf", ""));
            refused(application, "attachment-misnamed", file("图.png", "%PDF-1.7"));
            refused(application, "attachment-active", pdf("毒.pdf", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE"));
            refused(application, "attachment-too-large", pdf("大.pdf", "x".repeat(3_000)));
            refused(application, "attachment-too-many", PAPER, PAPER, PAPER, PAPER);
            assertThat(api(application, shiftJson(), PAPER).statusCode()).isEqualTo(201);
        }
    }

    private static void refused(RunningApplication application, String key, UploadedFile... files) throws Exception {
        long before = refusals(application);
        HttpResponse<String> answer = api(application, shiftJson(), files);
        assertThat(answer.statusCode()).as(key).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + key + "\"").contains("/files");
        assertThat(refusals(application)).as("recorded").isEqualTo(before + 1);
    }

    private static long refusals(RunningApplication application) {
        return application.context().getBean(EventLog.class).streamVersion(ID + "-submissions");
    }

    @Test
    void a_refused_form_keeps_its_files_and_another_person_cannot_take_them() {
        try (RunningApplication application = started()) {
            Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
            Map<String, String> unbalanced = new HashMap<>(shift(""));
            unbalanced.put("to[0].amount", "1");
            String again = finance.follow(finance.submit(NEW, PAGE, unbalanced, List.of(PAPER)));
            assertThat(again).contains("已收到：测算说明.pdf");
            String id = again.substring(again.indexOf("name=\"kept\" value=\"") + 19);
            Map<String, String> mended = new HashMap<>(shift(""));
            mended.put("kept", id.substring(0, id.indexOf('"')));

            Browsing other = new Browsing(application.address()).as("colleague", PASSWORD);
            assertThat(other.follow(other.submit(NEW, PAGE, mended, List.of()))).contains("先前保留的附件已经不在");
            assertThat(finance.target(finance.submit(NEW, PAGE, mended, List.of())))
                    .contains("after=");
        }
    }

    @Test
    void what_nobody_submits_goes_after_some_days_and_what_was_submitted_stays() throws Exception {
        try (RunningApplication application = started("--mingzhang.attachments.kept=0s")) {
            assertThat(api(application, shiftJson(), PAPER).statusCode()).isEqualTo(201);
            assertThat(api(application, "{\"direction\": \"SIDEWAYS\"}", pdf("草.pdf", "draft"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(api(application, shiftJson(), pdf("另.pdf", "other")).statusCode())
                    .isEqualTo(201);
            JdbcClient jdbc = JdbcClient.create(application.context().getBean(DataSource.class));
            assertThat(jdbc.sql("select name from attachment order by touched_at")
                            .query(String.class)
                            .list())
                    .contains("测算说明.pdf")
                    .doesNotContain("草.pdf");
        }
    }

    private RunningApplication started(String... further) {
        String[] arguments = Stream.concat(
                        Stream.of("--mingzhang.attachments.largest=2KB", "--mingzhang.attachments.most=3"),
                        Stream.of(further))
                .toArray(String[]::new);
        RunningApplication application = RunningApplication.start(data, true, arguments);
        people(application);
        return application;
    }

    private static void people(RunningApplication application) {
        person(application, "finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person(application, "colleague", Role.DEPARTMENT_FINANCE, "411200-103");
        person(application, "neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
    }

    private static HttpResponse<String> api(RunningApplication application, String document, UploadedFile... files)
            throws Exception {
        Upload upload = Upload.of(Map.of("document", document), List.of(files));
        return new Browsing(application.address()).uploadAsProgram(COMMANDS, upload, "finance:" + PASSWORD);
    }

    private static String shiftJson() {
        return """
                {"direction": "SHIFT", "reason": "工作任务变化", "effectiveOn": "2025-12-31", "amountUnit": "元",
                 "performanceUnaffected": "true",
                 "from": [{"line": "54", "amountFen": "100"}], "to": [{"line": "53", "amountFen": "100"}]}""";
    }

    /** @param content what the request says in words */
    private static Map<String, String> shift(String content) {
        Map<String, String> fields = new HashMap<>();
        fields.put("direction", "SHIFT");
        fields.put("amountUnit", "元");
        fields.put("effectiveOn", "2025-12-31");
        fields.put("reason", "工作任务变化");
        fields.put("requestContent", content);
        fields.put("performanceUnaffected", "true");
        fields.put("from[0].line", "54");
        fields.put("from[0].amount", "50000");
        fields.put("to[0].line", "53");
        fields.put("to[0].amount", "50000");
        return fields;
    }

    private static UploadedFile pdf(String name, String text) {
        return file(name, "%PDF-1.7\n" + text + "\n%%EOF");
    }

    private static UploadedFile file(String name, String text) {
        return new UploadedFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void person(RunningApplication application, String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
