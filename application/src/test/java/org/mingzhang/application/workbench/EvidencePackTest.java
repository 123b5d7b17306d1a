package org.mingzhang.application.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.verify.VerifyLedger;

/** What an auditor takes away of one adjustment and of a sample, and that it verifies without the program. */
class EvidencePackTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PACK = "/api/ledger/workbench/pack.zip?budget=" + ID + "&number=";

    @TempDir
    static Path data;

    @TempDir
    static Path downloads;

    private static RunningApplication application;
    private static Browsing auditor;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        account("auditor", "");
        account("elsewhere", "990000");
        account("department", "411200-103");
        auditor = as("auditor");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_pack_of_a_document_says_everything_of_it_in_both_languages_and_holds() throws Exception {
        Map<String, byte[]> pack = pack(PACK + "3");

        assertThat(verified(pack)).startsWith("0 Everything holds: ");
        String sheet = text(pack, "items/" + ID + "-3/document.zh-CN.html");
        assertThat(sheet)
                .doesNotContain("??")
                .doesNotContain("{money}")
                .doesNotContain("申请文号")
                .contains("动用预备费追加")
                .contains("30,000.00")
                .contains("王敏")
                .contains("刘洋")
                .contains("政府决定")
                .contains("三财预〔2025〕103号")
                .contains("规则版本")
                .contains("adjustment-took-effect")
                .contains("source-drawn")
                .contains("command-accepted")
                .contains("共 ");
        assertThat(text(pack, "items/" + ID + "-3/document.en.html"))
                .doesNotContain("??")
                .contains("Makers and checkers")
                .contains("supplement from the contingency reserve")
                .contains("the decision of the government")
                .doesNotContain(">动用预备费追加<")
                .doesNotContain(">政府决定<")
                .contains("policy version");
        assertThat(text(pack, "index.zh-CN.html"))
                .contains("怎样核验")
                .contains("verify-ledger")
                .doesNotContain("??");
        assertThat(text(pack, "index.en.html")).contains("How to verify it").doesNotContain("??");
        assertThat(text(pack, "items/" + ID + "-3/tables.csv"))
                .contains("变动前")
                .contains(",30000.00")
                .doesNotContain("{money}")
                .doesNotContain(",c3,");
        assertThat(pack).containsKey("items/" + ID + "-3/tables.xlsx");
    }

    @Test
    void a_document_that_is_not_in_effect_changed_no_table_and_says_so() throws Exception {
        Map<String, byte[]> pack = pack(PACK + "8");

        assertThat(verified(pack)).startsWith("0 ");
        assertThat(text(pack, "items/" + ID + "-8/document.zh-CN.html"))
                .contains("本单没有生效")
                .contains("已否决");
        assertThat(pack.keySet()).noneMatch(name -> name.endsWith("tables.csv"));
    }

    @Test
    void every_document_of_a_sample_is_in_one_pack_and_holds() throws Exception {
        Map<String, byte[]> pack = pack("/api/ledger/workbench/pack.zip?seed=2025&method=kind&size=6");

        assertThat(verified(pack)).startsWith("0 Everything holds: ");
        assertThat(pack.keySet().stream().filter(name -> name.endsWith("document.en.html")))
                .hasSize(6);
        assertThat(text(pack, "index.en.html")).contains("Stratified by kind").contains("2025");
        assertThat(text(pack, "sample.csv")).contains("按类型分层");
    }

    @Test
    void a_flipped_byte_is_found_and_named() throws Exception {
        Map<String, byte[]> pack = pack(PACK + "1");
        for (String name : List.of("events.tsv", "checkpoint.txt", "items/" + ID + "-1/document.zh-CN.html")) {
            byte[] whole = pack.getOrDefault(name, new byte[0]);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 1;
            pack.put(name, flipped);
            assertThat(verified(pack)).as(name).startsWith("1 It does not hold: ");
            pack.put(name, whole);
        }
        assertThat(verified(pack)).startsWith("0 ");
    }

    @Test
    void an_auditor_of_the_department_gets_what_is_theirs_and_hears_what_is_not() throws Exception {
        Map<String, byte[]> pack = packed(as("department").bytes(PACK + "3"));

        assertThat(verified(pack)).startsWith("0 ");
        assertThat(text(pack, "items/" + ID + "-3/document.zh-CN.html"))
                .contains("个相关事件超出您的权限")
                .doesNotContain("411200-funds-2025");
        assertThat(text(pack, "events.tsv")).doesNotContain("411200-funds-2025\t");
    }

    @Test
    void what_is_not_there_or_not_theirs_is_not_found_and_what_cannot_be_read_is_said() {
        assertThat(auditor.get(PACK + "99").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/api/ledger/workbench/pack.zip?budget=nonsense&number=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("elsewhere").get(PACK + "1").statusCode()).isEqualTo(404);
        assertThat(new Browsing(application.address()).program(PACK + "1").statusCode())
                .isEqualTo(401);
        HttpResponse<String> future = auditor.get(PACK + "1&position=99999999");
        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.body()).contains("没有事件 99999999");
        assertThat(auditor.get(PACK + "1&position=5").statusCode())
                .as("before it was submitted")
                .isEqualTo(404);
    }

    private static Map<String, byte[]> pack(String address) throws IOException {
        return packed(auditor.bytes(address));
    }

    private static Map<String, byte[]> packed(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String verified(Map<String, byte[]> files) throws IOException {
        Path file = Files.createTempFile(downloads, "pack", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        String key = auditor.get("/api/ledger/key").body().strip();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(file.toString(), "--key", key), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void account(String login, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.AUDITOR), scope), PASSWORD);
    }
}
