package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** An auditor asks who did what, when, for whom, from where and why, and takes along exactly what was found. */
class TrailPageTest {
    private static final String PASSWORD = "a long password";
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final int REFUSED = 70;
    private static final String TRAIL = "/ledger/trail";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BUDGET).prepared();
        new SampleBudget(commands, BudgetId.parse("411300-104-2025")).opened();
        RefusedAttempts.submit(commands, BUDGET, "再次登记的单位", Optional.of("zhao.li"), REFUSED);
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
        accounts.create(new NewAccount("theirs", "审计", Set.of(Role.AUDITOR), "411200-103"), PASSWORD);
        accounts.create(new NewAccount("officer", "经办", Set.of(Role.UNIT_OFFICER), "411200-103"), PASSWORD);
        accounts.create(new NewAccount("zhao.li", "赵丽", Set.of(Role.DEPARTMENT_HEAD), "411200-103"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_refused_attempt_is_told_with_both_names_its_reason_and_where_it_came_from() {
        String page =
                as("auditor").get(TRAIL + "?q=再次登记&outcome=refused&view=table").body();
        assertThat(page)
                .contains("王敏", "赵丽", "zhao.li", "部门财务", "10.0.0.7", "“登记单位”", "单位 103001 已经登记。", "被拒绝")
                .doesNotContain("??");
        String english = as("auditor").get(TRAIL + "?q=再次登记&lang=en").body();
        assertThat(english)
                .contains("(Department finance, for 赵丽) handed in “register a unit”, which was refused:")
                .doesNotContain("??");
    }

    @Test
    void pages_follow_one_another_by_position_and_keep_the_filter() {
        Trail auditor = as("auditor");
        String first =
                auditor.get(TRAIL + "?person=wang.min&kind=command-refused").body();
        assertThat(entries(first)).hasSize(50);
        Matcher older =
                Pattern.compile("href=\"(/ledger/trail\\?[^\"]*before=\\d+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        String second = auditor.get(older.group(1).replace("&amp;", "&")).body();
        assertThat(entries(second)).hasSize(REFUSED - 50).doesNotContainAnyElementsOf(entries(first));
        assertThat(second).contains("回到最新", "value=\"wang.min\"");
    }

    @Test
    void each_condition_finds_what_it_says() {
        Trail auditor = as("auditor");
        assertThat(auditor.get(TRAIL + "?kind=line-allocated&code=201").body()).contains("编列了支出行");
        assertThat(auditor.get(TRAIL + "?kind=line&unit=103001&amountFrom=0.01").body())
                .contains("编列了支出行");
        assertThat(auditor.get(TRAIL + "?amountFrom=99999999999").body()).contains("没有符合条件的条目。");
        assertThat(auditor.get(TRAIL + "?kind=administration&person=theirs").body())
                .contains("账户建立", "theirs");
        assertThat(auditor.get(TRAIL + "?budget=" + BUDGET + "&kind=budget-opened")
                        .body())
                .contains("预算。");
        assertThat(auditor.get(TRAIL + "?document=三财预").statusCode()).isEqualTo(200);
        assertThat(auditor.get(TRAIL + "?to=2001-01-01").body()).contains("没有符合条件的条目。");
        assertThat(entries(auditor.get(TRAIL + "?from=2001-01-01T08:00&to=2999-12-31")
                        .body()))
                .hasSize(50);
    }

    @Test
    void every_entry_has_a_link_that_stays() {
        Trail auditor = as("auditor");
        String link =
                entries(auditor.get(TRAIL + "?kind=line-allocated").body()).getFirst();
        HttpResponse<String> entry = auditor.get(link);
        assertThat(entry.statusCode()).isEqualTo(200);
        assertThat(entry.body())
                .contains("编列了支出行", "Batch", "下载该事件及证明", "同一次提交的其他事件", "功能科目")
                .doesNotContain("??");
        assertThat(auditor.get(TRAIL + "/999999999").statusCode()).isEqualTo(404);
        assertThat(auditor.get(TRAIL + "/999999999").body()).contains("总账没有位置 999999999");
        assertThat(auditor.get(TRAIL + "/0").statusCode()).isEqualTo(404);
        assertThat(auditor.get(TRAIL + "/first").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=no-such-kind",
                "from=yesterday",
                "to=2025-02-30",
                "from=2025-02-02&to=2025-02-01",
                "amountFrom=many",
                "amountFrom=0.001",
                "amountFrom=5&amountTo=4",
                "q=a",
                "outcome=perhaps",
                "before=x",
                "before=-1"
            })
    void what_cannot_be_meant_is_said_in_words_beside_what_was_typed(String wrong) {
        HttpResponse<String> page = as("auditor").get(TRAIL + "?" + wrong + "&person=wang.min");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("notice bad", "value=\"wang.min\"").doesNotContain("??");
        HttpResponse<String> program = api("auditor", "/api/ledger/trail?" + wrong);
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("detail");
    }

    @Test
    void files_hold_exactly_what_is_filtered() throws IOException {
        HttpResponse<String> answer = api("auditor", "/api/ledger/trail?q=再次登记&format=csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String csv = answer.body();
        assertThat(csv.lines().count()).isEqualTo(REFUSED + 1);
        assertThat(csv).startsWith("\uFEFF位置,记录时间,生效日,").contains("单位 103001 已经登记。");
        byte[] workbook = as("auditor").bytes("/ledger/trail?q=再次登记&format=xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(REFUSED + 1);
            assertThat(rows.get(1).getCellText(6)).isEqualTo("王敏");
        }
        String all = api("auditor", "/api/ledger/trail?format=csv").body();
        assertThat(all.lines().count()).isGreaterThan(REFUSED + 100);
    }

    @Test
    void programs_are_told_the_same_and_where_to_go_on() {
        String first = api("auditor", "/api/ledger/trail?q=再次登记&size=3").body();
        assertThat(first).contains("\"forLogin\":\"zhao.li\"", "wang.min").doesNotContain("\"next\":null");
        assertThat(api("auditor", "/api/ledger/trail/1").statusCode()).isEqualTo(200);
        assertThat(api("auditor", "/api/ledger/trail/77777777").statusCode()).isEqualTo(404);
    }

    @Test
    void who_audits_one_department_sees_nothing_else_and_others_see_nothing() {
        Trail theirs = as("theirs");
        String page = theirs.get(TRAIL + "?view=table").body();
        assertThat(page).contains("只显示您有权审计的预算。", "411200-103-2025").doesNotContain("411300-104", ">administration<");
        assertThat(theirs.get(TRAIL + "?kind=administration").body()).contains("没有符合条件的条目。");
        assertThat(theirs.get(TRAIL + "?budget=411300-104-2025").statusCode()).isEqualTo(400);
        String foreign = entries(
                        as("auditor").get(TRAIL + "?budget=411300-104-2025").body())
                .getFirst();
        assertThat(theirs.get(foreign).statusCode()).isEqualTo(404);
        assertThat(theirs.get(entries(page).getFirst()).statusCode()).isEqualTo(200);
        assertThat(api("theirs", "/api/ledger/trail?format=csv").body()).doesNotContain("411300-104", "administration");
        assertThat(as("officer").get(TRAIL).statusCode()).isIn(403, 404);
        assertThat(api("officer", "/api/ledger/trail").statusCode()).isIn(403, 404);
    }

    private static List<String> entries(String page) {
        return Pattern.compile("href=\"(/ledger/trail/\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Trail as(String login) {
        return new Trail(new Browsing(application.address()).as(login, PASSWORD));
    }

    /** A browser encodes what somebody types into an address. */
    private record Trail(Browsing browsing) {
        HttpResponse<String> get(String path) {
            return browsing.get(URI.create(path).toASCIIString());
        }

        byte[] bytes(String path) {
            return browsing.bytes(URI.create(path).toASCIIString()).body();
        }
    }

    private static HttpResponse<String> api(String login, String path) {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(URI.create(application.address() + path).toASCIIString()))
                .header("Authorization", "Basic " + basic)
                .header("Accept-Language", "zh-CN")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
