package org.mingzhang.application.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
import org.mingzhang.ledger.verify.VerifyLedger;
import org.mingzhang.query.facts.FactReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbench as auditors use it, with what is recorded while they work, on both databases. */
class WorkbenchPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String BENCH = "/ledger/workbench";
    private static final Pattern NUMBERS = Pattern.compile("adjustments/(\\d+)\\?asOf=");
    private static final Pattern QUERY = Pattern.compile("/ledger/workbench/queries/([0-9a-f-]{36})/name");

    @TempDir
    Path data;

    @Test
    void an_auditor_works_on_the_embedded_database() throws Exception {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            story(application);
        }
    }

    @Test
    void an_auditor_works_on_postgresql() throws Exception {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = RunningApplication.start(
                        data,
                        true,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            story(application);
        }
    }

    private void story(RunningApplication application) throws Exception {
        account(application, "one", Role.AUDITOR, "");
        account(application, "other", Role.AUDITOR, "");
        account(application, "elsewhere", Role.AUDITOR, "990000");
        account(application, "admin2", Role.ADMINISTRATOR, "");
        account(application, "finance", Role.DEPARTMENT_FINANCE, "411200-103");
        Browsing one = as(application, "one");
        for (String method : List.of("simple", "amount", "kind", "month")) {
            sameForEverybody(application, one, method);
        }
        String link = one.target(one.get(BENCH + "?seed=2025&method=simple&size=4"));
        String before = one.get(link).body();
        withAttachment(application);
        assertThat(numbers(one.get(link).body())).as("whatever came later").isEqualTo(numbers(before));
        assertThat(one.get(BENCH + "?seed=2025&size=500&position="
                                + application
                                        .context()
                                        .getBean(FactReader.class)
                                        .position())
                        .body())
                .contains("11 份中抽取 11 份");

        attachments(application, one);
        flags(one);
        queries(application, one, link);
        amiss(application, one);
    }

    private static void sameForEverybody(RunningApplication application, Browsing one, String method) {
        String link = one.target(one.get(BENCH + "?seed=2025&size=4&method=" + method));
        assertThat(link)
                .containsPattern("position=\\d+")
                .contains("method=" + method)
                .contains("seed=2025");
        List<String> drawn = numbers(one.get(link).body());
        assertThat(drawn).isNotEmpty().hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        assertThat(numbers(as(application, "other").get(link).body())).isEqualTo(drawn);
        assertThat(as(application, "elsewhere").get(link).body()).contains("没有可抽取的调整");
        String csv = one.get(link + "&format=csv").body();
        assertThat(csv.lines().skip(1).map(line -> line.split(",")[3]).toList()).isEqualTo(drawn);
        assertThat(csv).contains("," + link.replaceAll(".*position=(\\d+).*", "$1") + ",2025,");
        assertThat(one.get(link + "&format=xlsx").statusCode()).isEqualTo(200);
        String json = one.get("/api/ledger/workbench/sample?" + link.substring(link.indexOf('?') + 1))
                .body();
        assertThat(json).contains("\"populationDigest\":\"").contains("\"method\":\"" + method + "\"");
    }

    /** Document 11 of the budget, with a file. */
    private static void withAttachment(RunningApplication application) throws Exception {
        String document = """
                {"direction": "SHIFT", "reason": "工作任务变化", "effectiveOn": "2025-12-31", "amountUnit": "元",
                 "performanceUnaffected": "true",
                 "from": [{"line": "54", "amountFen": "100"}], "to": [{"line": "53", "amountFen": "100"}]}""";
        byte[] pdf = "%PDF-1.7\npaper\n%%EOF".getBytes(StandardCharsets.UTF_8);
        Upload upload = Upload.of(Map.of("document", document), List.of(new UploadedFile("测算说明.pdf", pdf)));
        assertThat(new Browsing(application.address())
                        .uploadAsProgram("/api/budgets/" + ID + "/adjustments", upload, "finance:" + PASSWORD)
                        .statusCode())
                .isEqualTo(201);
        long head = application.context().getBean(EventLog.class).head();
        FactReader facts = application.context().getBean(FactReader.class);
        await().until(() -> facts.position() >= head);
    }

    private void attachments(RunningApplication application, Browsing one) throws Exception {
        String pack = "/api/ledger/workbench/pack.zip?budget=" + ID + "&number=11";
        Path file = Files.write(
                Files.createTempFile(data, "pack", ".zip"), one.bytes(pack).body());
        assertThat(verified(file, one)).startsWith("0 Everything holds: ").contains("1 of them attachments");
        String attachment = names(file).stream()
                .filter(name -> name.contains("/attachments/"))
                .findFirst()
                .orElseThrow();
        assertThat(attachment).matches("items/" + ID + "-11/attachments/[0-9a-f]{64}\\.pdf");
        assertThat(text(file, "items/" + ID + "-11/document.zh-CN.html")).contains("测算说明.pdf");

        JdbcClient.create(application.context().getBean(DataSource.class))
                .sql("update attachment_piece set content = :bytes")
                .param("bytes", "%PDF-forged".getBytes(StandardCharsets.UTF_8))
                .update();
        Path forged = Files.write(
                Files.createTempFile(data, "pack", ".zip"), one.bytes(pack).body());
        assertThat(verified(forged, one)).startsWith("0 ");
        assertThat(names(forged)).noneMatch(name -> name.contains("/attachments/"));
        assertThat(text(forged, "items/" + ID + "-11/document.zh-CN.html")).contains("原件已不是提交时的内容，未放入");
        assertThat(text(forged, "index.en.html")).contains("1 left out");
    }

    private static void flags(Browsing one) {
        String page = one.get(one.target(one.get(BENCH + "/flags"))).body();
        assertThat(page)
                .contains("疑点只是提示从哪里看起，不是违规")
                .contains("王敏 经办的")
                .contains("都由 赵立 首先审核")
                .contains("阈值")
                .doesNotContain("??");
        assertThat(one.get(BENCH + "/flags?flag=back&position=1").body()).contains("没有疑点");
        assertThat(one.get(BENCH + "/flags?flag=pair&format=csv").body())
                .contains("固定搭档")
                .contains(ID);
        assertThat(one.get("/api/ledger/workbench/flags?flag=pair").body())
                .contains("\"kind\":\"pair\"")
                .contains("\"budget\":\"" + ID + "\"");
        assertThat(one.get(BENCH + "/flags?flag=nothing").statusCode()).isEqualTo(400);
    }

    private static void queries(RunningApplication application, Browsing one, String link) {
        Map<String, String> asked = Map.of(
                "name", "年度抽样", "page", "sample", "seed", "2025", "method", "amount", "size", "4", "position", "100");
        HttpResponse<String> kept = one.post(link, BENCH + "/queries", asked);
        assertThat(one.target(kept)).contains("position=100").contains("method=amount");
        assertThat(one.post(link, BENCH + "/queries", asked).statusCode()).isEqualTo(409);
        String page = one.get(BENCH).body();
        assertThat(page).contains("年度抽样");
        Matcher id = QUERY.matcher(page);
        assertThat(id.find()).isTrue();
        String address = BENCH + "/queries/" + id.group(1);

        Browsing other = as(application, "other");
        assertThat(other.get(BENCH).body()).doesNotContain("年度抽样");
        assertThat(other.post(BENCH, address + "/name", Map.of("name", "我的")).statusCode())
                .isEqualTo(404);
        assertThat(other.post(BENCH, address + "/delete", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(other.post(BENCH, BENCH + "/queries", asked).statusCode())
                .as("names are each one's own")
                .isEqualTo(302);

        assertThat(one.post(BENCH, address + "/name", Map.of("name", "改过的")).statusCode())
                .isEqualTo(302);
        assertThat(one.get("/api/ledger/workbench/queries").body())
                .contains("改过的")
                .doesNotContain("年度抽样");
        assertThat(one.post(BENCH, address + "/name", Map.of("name", "x".repeat(61)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(one.post(BENCH, address + "/delete", Map.of()).statusCode()).isEqualTo(302);
        assertThat(one.get(BENCH).body()).doesNotContain("改过的");
        assertThat(one.post(BENCH, address + "/delete", Map.of()).statusCode()).isEqualTo(404);
    }

    private static void amiss(RunningApplication application, Browsing one) {
        for (String wrong : List.of(
                "seed=a&size=0",
                "seed=a&size=501",
                "seed=a&size=x",
                "seed=a&method=best",
                "seed=a&year=25",
                "seed=a&position=0",
                "seed=a&position=99999999",
                "seed=" + "x".repeat(61))) {
            assertThat(one.get(BENCH + "?" + wrong).statusCode()).as(wrong).isEqualTo(400);
            assertThat(one.get("/api/ledger/workbench/sample?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(one.get("/api/ledger/workbench/sample").statusCode())
                .as("no seed")
                .isEqualTo(400);
        String odd = URLEncoder.encode("种子 &=?#{x}", StandardCharsets.UTF_8);
        assertThat(one.get(one.target(one.get(BENCH + "?size=3&seed=" + odd))).body())
                .contains("种子 &amp;=?#{x}");
        for (String page : List.of(BENCH, BENCH + "/flags", "/api/ledger/workbench/queries")) {
            assertThat(as(application, "admin2").get(page).statusCode())
                    .as(page)
                    .isEqualTo(404);
            assertThat(as(application, "finance").get(page).statusCode())
                    .as(page)
                    .isIn(403, 404);
        }
    }

    private static String verified(Path file, Browsing auditor) {
        String key = auditor.get("/api/ledger/key").body().strip();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(file.toString(), "--key", key), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(Path file, String name) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> numbers(String page) {
        return NUMBERS.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static Browsing as(RunningApplication application, String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void account(RunningApplication application, String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
