package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;

/** Lists of execution, documents and administration as files: what the page shows, offered on it, for whoever may see it. */
class GridFilesTest {
    private static final String ID = "411200-103-2025";
    private static final String WORK = "/execute/" + ID;

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void lists_of_the_year_are_files_with_the_figures_of_their_pages() throws IOException {
        assertThat(file("caiwu", WORK + "/year-end", "").getFirst()).contains("行号", "未用", "结转下年", "结余收回");
        List<List<String>> months = file("caiwu", WORK + "/months", "");
        assertThat(months.getFirst()).startsWith("月份").contains("累计支付（元）");
        assertThat(months.get(1).getFirst()).startsWith("2025-");
        assertThat(file("caiwu", WORK + "/months/2025-03", "of=lines")).hasSizeGreaterThan(2);
        assertThat(file("caiwu", WORK + "/provisional", "of=issued").getFirst()).contains("同期截至");
        assertThat(read(as("caiwu").bytes(WORK + "/months/2025-03?of=corrections&format=xlsx"))
                        .getFirst())
                .contains("原填报（元）", "现填报（元）");
        assertThat(read(as("caiwu").bytes(WORK + "/provisional?of=lines&format=xlsx")))
                .hasSizeGreaterThan(50);
    }

    @Test
    void one_document_is_a_file_of_its_lines_and_one_of_its_course() throws IOException {
        List<List<String>> lines = file("caiwu", WORK + "/adjustments/3", "of=lines");
        assertThat(lines.getFirst()).startsWith("预算编号", "行号").contains("变动（元）");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.get(1).getFirst()).isEqualTo(ID);
        List<List<String>> course = file("caiwu", WORK + "/adjustments/3", "of=course");
        assertThat(course.getFirst()).contains("动作", "环节", "角色");
        assertThat(course).hasSizeGreaterThan(2);
    }

    @Test
    void what_administrators_and_auditors_see_is_a_file_too() throws IOException {
        List<List<String>> users = file("anquan", "/users", "");
        assertThat(users).anySatisfy(row -> assertThat(row).contains("caiwu", "王敏", "部门财务"));
        assertThat(read(as("anquan").bytes("/users?q=caiwu&format=xlsx"))).hasSize(2);
        assertThat(file("anquan", "/administration", "").getFirst()).contains("位置");
        assertThat(file("admin", "/projections", "of=facts")).hasSizeGreaterThan(1);
        assertThat(file("admin", "/projections", "of=trail")).hasSizeGreaterThan(1);
        assertThat(file("shenji", "/ledger/submissions?budget=" + ID, "")).hasSizeGreaterThan(20);
        assertThat(read(as("shenji").bytes("/ledger/submissions?outcome=REFUSED&budget=" + ID + "&format=xlsx")))
                .allSatisfy(row -> assertThat(row).doesNotContain("已受理"));
    }

    @Test
    void delegations_given_and_received_are_files_each() throws IOException {
        Browsing head = as("fuzeren");
        head.post(
                "/account/delegations",
                "/account/delegations",
                Map.of(
                        "delegate", "shenhe",
                        "role", "DEPARTMENT_HEAD",
                        "firstDay", today(),
                        "lastDay", today(),
                        "reason", "=出差"));
        assertThat(file("fuzeren", "/account/delegations", "of=given").get(1)).contains("李强", "部门负责人", "=出差");
        assertThat(file("shenhe", "/account/delegations", "of=received").get(1)).contains("赵立");
        assertThat(text(head.bytes("/account/delegations?of=given&format=csv")))
                .as("no formula for a spreadsheet")
                .contains("'=出差")
                .doesNotContain(",=出差");
    }

    @Test
    void whoever_does_not_see_the_page_does_not_get_the_file() {
        for (String page : List.of(
                "/users?format=xlsx",
                "/administration?format=xlsx",
                "/projections?format=xlsx",
                "/ledger/submissions?budget=" + ID + "&format=xlsx")) {
            assertThat(as("caiwu").get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (String page : List.of("/year-end", "/provisional", "/months", "/months/2025-03", "/adjustments/3")) {
            Browsing visitor = new Browsing(application.address());
            assertThat(visitor.target(visitor.get(WORK + page + "?format=xlsx")))
                    .as(page)
                    .endsWith("/sign-in");
        }
    }

    /** The same as XLSX and as CSV, and linked from its page. */
    private static List<List<String>> file(String login, String page, String which) throws IOException {
        Browsing person = as(login);
        String query = (page.contains("?") ? "&" : "?") + which + (which.isEmpty() ? "" : "&");
        assertThat(person.get(page).body())
                .as("offered on %s", page)
                .contains((page + query + "format=xlsx").replace("&", "&amp;"));
        HttpResponse<byte[]> xlsx = person.bytes(page + query + "format=xlsx");
        List<List<String>> rows = read(xlsx);
        String csv = text(person.bytes(page + query + "format=csv"));
        assertThat(csv.lines().findFirst().orElse("").substring(1)).isEqualTo(String.join(",", rows.getFirst()));
        return rows;
    }

    private static List<List<String>> read(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read().stream()
                    .map(GridFilesTest::texts)
                    .toList();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, "mingzhang-demo");
    }
}
