package org.mingzhang.application.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.PeopleOverHttp.PASSWORD;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** What is wrong with months of execution, whose lines they are, and that whoever insists is kept for the auditors. */
class ExecutionAmissTest {
    private static final String ID = "411200-103-2025";
    private static final String IMPORTS = "/api/budgets/" + ID + "/imports?record=true";
    private static final String MONTH = "/execute/" + ID + "/import/month.xlsx?month=";

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static PeopleOverHttp people;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse(ID))
                .prepared()
                .underCeiling()
                .approved();
        people = new PeopleOverHttp(application);
        people.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        people.person("oneunit", Role.DEPARTMENT_FINANCE, "411200-103/103005");
        people.person("officer", Role.UNIT_OFFICER, "411200-103");
        people.person("auditor", Role.AUDITOR, "");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_workbook_of_a_month_tells_a_person_of_one_unit_its_lines_alone() throws Exception {
        assertThat(linesOf("oneunit")).containsExactly("53", "54");
        assertThat(linesOf("finance")).hasSize(54);
    }

    @Test
    void a_month_that_is_none_or_of_another_year_has_no_workbook() throws Exception {
        Browsing finance = people.as("finance");
        assertThat(finance.get(MONTH + "abc").statusCode()).isEqualTo(400);
        assertThat(finance.get(MONTH + "2030-01").statusCode()).isEqualTo(404);
    }

    @Test
    void amounts_beyond_all_budgets_are_refused_by_name() throws Exception {
        for (String entry : List.of(
                "{\"line\":\"1\",\"paidFen\":9223372036854775807}",
                "{\"line\":\"1\",\"paidFen\":0,\"refundedFen\":-9223372036854775808}",
                "{\"line\":\"1\",\"paidFen\":1,\"committedFen\":1000000000000000}",
                "{\"line\":\"1\",\"paid\":\"10000000000000\"}")) {
            HttpResponse<String> answer = recorded("finance", entry);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("amount.too-large", "999,999,999,999.99");
        }
    }

    @Test
    void a_unit_records_its_own_lines_and_no_others() throws Exception {
        assertThat(recorded("oneunit", "{\"line\":\"53\",\"paid\":\"1\"}").statusCode())
                .isEqualTo(201);
        assertThat(recorded("oneunit", "{\"line\":\"1\",\"paid\":\"1\"}").statusCode())
                .isEqualTo(403);
        assertThat(recorded("oneunit", "{\"line\":\"54\",\"paid\":\"1\"},{\"line\":\"1\",\"paid\":\"1\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(imported("oneunit", "2025-02,54,2").statusCode()).isEqualTo(201);
    }

    @Test
    void an_import_that_is_refused_is_answered_as_commands_are_and_kept() throws Exception {
        HttpResponse<String> beyond = imported("finance", "2025-02,2,99999999");
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body()).contains("execution-beyond-available", "\"row\":2", "\"title\":\"未予受理\"");
        HttpResponse<String> role = imported("officer", "2025-02,2,3");
        assertThat(role.statusCode()).isEqualTo(409);
        assertThat(role.body()).contains("role-not-allowed");
        HttpResponse<String> foreign = imported("oneunit", "2025-02,1,3");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("of-another-unit", "\"row\":2");

        String submissions = people.as("auditor")
                .get("/ledger/submissions?outcome=REFUSED&budget=" + ID)
                .body();
        assertThat(submissions).contains("99,999,999.00", "当前角色“单位经办”不能办理此事", "oneunit");
        assertThat(people.get("finance", "/api/execution/" + ID + "/lines").body())
                .doesNotContain("9999999900");
    }

    private static List<String> linesOf(String login) throws Exception {
        HttpResponse<byte[]> answer = people.as(login).bytes(MONTH + "2025-03");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.findSheet("执行").orElseThrow().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(1))
                    .toList();
        }
    }

    private static HttpResponse<String> recorded(String login, String entries)
            throws IOException, InterruptedException {
        return people.send(people.request(login, "/api/budgets/" + ID + "/execution")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"month": "2025-01", "documentNumber": "国库〔2025〕1号", "title": "国库支付报表",
                     "issuer": "国库支付中心", "date": "2025-12-31", "amountUnit": "元", "entries": [%s]}\
                    """.formatted(entries))));
    }

    private static HttpResponse<String> imported(String login, String row) {
        String about = "项目,内容\n预算编号," + ID + "\n金额单位,元\n来源文号,国库〔2025〕2号\n来源名称,国库支付报表\n来源单位,国库支付中心\n来源日期,2025-03-08\n";
        return new Browsing(application.address())
                .uploadAsProgram(
                        IMPORTS,
                        Upload.of(List.of(
                                new UploadedFile("说明.csv", about.getBytes(UTF_8)),
                                new UploadedFile("执行.csv", ("月份,行号,支付金额\n" + row + "\n").getBytes(UTF_8)))),
                        login + ":" + PASSWORD);
    }
}
