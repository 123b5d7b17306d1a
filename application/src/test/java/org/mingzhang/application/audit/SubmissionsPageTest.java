package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.verify.VerifyLedger;

/** An auditor sees who handed in what, when and from where, and why it was refused, and takes it with its proofs. */
class SubmissionsPageTest {
    private static final String PASSWORD = "a long password";
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final String PAGE = "/ledger/submissions?budget=" + BUDGET;
    private static final int REFUSED = 70;

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BUDGET).prepared();
        new SampleBudget(commands, BudgetId.parse("411200-103-2026")).opened();
        RefusedAttempts.submit(commands, BUDGET, "甲", Optional.empty(), REFUSED);
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), "411200"), PASSWORD);
        accounts.create(new NewAccount("elsewhere", "审计", Set.of(Role.AUDITOR), "411300"), PASSWORD);
        accounts.create(new NewAccount("officer", "经办", Set.of(Role.UNIT_OFFICER), "411200-103"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void it_says_who_what_when_from_where_and_why_not() {
        String page = as("auditor").get(PAGE).body();
        assertThat(page)
                .contains("王敏", "wang.min", "部门财务", "接口", "10.0.0.7", "登记单位", "未受理")
                .contains("单位 103001 已经登记。")
                .doesNotContain("??");
        assertThat(as("auditor").get(PAGE + "&outcome=ACCEPTED").body())
                .contains("已受理", "张敏")
                .doesNotContain("wang.min</span>");
    }

    @Test
    void it_is_paged_by_position_and_filtered_by_person() {
        Browsing auditor = as("auditor");
        String first = auditor.get(PAGE + "&login=wang.min").body();
        assertThat(rows(first)).isEqualTo(50);
        Matcher older = Pattern.compile("before=(\\d+)").matcher(first);
        assertThat(older.find()).isTrue();
        String second =
                auditor.get(PAGE + "&login=wang.min&before=" + older.group(1)).body();
        assertThat(rows(second)).isEqualTo(REFUSED - 50);
        assertThat(second).doesNotContain("更早的").contains("回到最新");
        assertThat(auditor.get(PAGE + "&login=nobody").body()).contains("没有符合条件的提交记录。");
        assertThat(rows(auditor.get(PAGE + "&before=-5").body())).isZero();
        assertThat(auditor.get(PAGE + "&before=x").statusCode()).isEqualTo(400);
    }

    private static long rows(String page) {
        return Pattern.compile("/api/ledger/proofs/inclusion")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void nobody_else_hears_whether_there_is_anything() {
        assertThat(as("officer").get(PAGE).statusCode()).isIn(403, 404);
        assertThat(as("elsewhere").get(PAGE).statusCode()).isEqualTo(404);
        assertThat(as("auditor")
                        .get("/ledger/submissions?budget=411200-999-2025")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("auditor").get("/ledger/submissions?budget=nonsense").statusCode())
                .isEqualTo(404);
        assertThat(new Browsing(application.address()).get(PAGE).statusCode()).isNotEqualTo(200);
    }

    @Test
    void they_are_taken_with_their_proofs() throws Exception {
        Path bundle = folder.resolve("bundle.zip");
        String basic = Base64.getEncoder().encodeToString(("auditor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        application.address() + "/api/ledger/bundle.zip?budget=" + BUDGET + "&submissions=true"))
                .header("Authorization", "Basic " + basic)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (InputStream in = answer.body()) {
                Files.copy(in, bundle, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(VerifyLedger.run(List.of(bundle.toString()), System.out, System.err))
                .isZero();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }
}
