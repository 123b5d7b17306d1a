package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** Whatever is asked of the past that cannot be answered is said in words, on pages and to programs, in both languages. */
class PastBadInputTest {
    private static final String ID = "411200-103-2025";
    private static final String TABLE = "/budgets/" + ID + "/tables/3";
    private static final String CELL = TABLE + "/cells/total/%E5%90%88%E8%AE%A1";
    private static final String PASSWORD = "a long password";

    /** Each takes an instant. */
    private static final List<String> ASKED = List.of(
            "/budgets/" + ID + "?asOf=",
            TABLE + "?asOf=",
            TABLE + "/replayed?asOf=",
            CELL + "?asOf=",
            "/budgets/" + ID + "/difference?from=160&to=",
            "/budgets/" + ID + "/difference?from=",
            "/budgets/" + ID + "/counterfactual?without=3&asOf=",
            "/execute/" + ID + "?asOf=",
            "/execute/" + ID + "/adjustments?asOf=",
            "/execute/" + ID + "/adjustments/3?asOf=",
            "/execute/" + ID + "/projects?asOf=",
            "/api/budgets/" + ID + "?asOf=",
            "/api" + TABLE + "?asOf=",
            "/api" + TABLE + "/replayed?asOf=",
            "/api" + CELL + "/explanation?asOf=",
            "/api" + CELL + "/proof.zip?asOf=",
            "/api/budgets/" + ID + "/difference?from=160&to=",
            "/api/budgets/" + ID + "/counterfactual?without=3&asOf=",
            "/api/execution/" + ID + "/lines?asOf=",
            "/api/execution/" + ID + "/adjustments?asOf=",
            "/api/execution/" + ID + "/months?asOf=");

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static long head;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        head = application.context().getBean(EventLog.class).head();
        AccountDirectory accounts = application.context().getBean(AccountDirectory.class);
        accounts.create(new NewAccount("neighbour", "邻", Set.of(Role.DEPARTMENT_FINANCE), "411200-104"), PASSWORD);
        accounts.create(new NewAccount("elsewhere", "审", Set.of(Role.AUDITOR), "411300"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** What is said in Chinese and in English. */
    private record Amiss(String instant, int status, String chinese, String english) {}

    private static List<Amiss> amiss() {
        long beyond = head + 100_000;
        return List.of(
                new Amiss("2019-01-01", 404, "还不存在", "did not exist yet"),
                new Amiss("2999-01-01", 400, "还没有到", "has not come yet"),
                new Amiss(Long.toString(beyond), 400, "没有事件 " + beyond, "There is no event " + beyond),
                new Amiss("0", 400, "没有事件 0", "There is no event 0"),
                new Amiss("999999999999999999999", 400, "不是时点", "is no instant"),
                new Amiss("soon", 400, "不是时点", "is no instant"),
                new Amiss("%3Cb%3E", 400, "不是时点", "is no instant"));
    }

    @Test
    void an_instant_that_is_none_is_said_wherever_one_can_be_asked_for() {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Browsing auditor = reader(language);
            for (String asked : ASKED) {
                for (Amiss amiss : amiss()) {
                    HttpResponse<String> answer = auditor.get(asked + amiss.instant());
                    String words = language.equals("en") ? amiss.english() : amiss.chinese();
                    String body = answer.body();
                    if (answer.statusCode() != amiss.status()
                            || !body.contains(words)
                            || body.contains("??")
                            || (!asked.startsWith("/api/") && body.contains("“<b>”"))) {
                        wrong.add(language + " " + asked + amiss.instant() + " " + answer.statusCode());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_cell_a_table_or_a_document_that_is_not_there_is_said() {
        Map<String, List<String>> there = Map.of(
                TABLE + "/cells/103~9999999/%E5%90%88%E8%AE%A1", List.of("没有“103~9999999”这一行", "has no row"),
                TABLE + "/cells/total/nothing", List.of("没有“nothing”这一栏", "has no column"),
                "/budgets/" + ID + "/tables/77/cells/a/b", List.of("没有第 77 张", "There is no table 77"),
                "/budgets/" + ID + "/counterfactual?without=99", List.of("没有第 99 号", "has no adjustment 99"));
        for (String language : List.of("zh-CN", "en")) {
            Browsing auditor = reader(language);
            there.forEach((path, words) -> {
                for (String asked : List.of(path, api(path))) {
                    HttpResponse<String> answer = auditor.get(asked);
                    assertThat(answer.statusCode()).as(asked).isEqualTo(404);
                    assertThat(answer.body())
                            .as(asked)
                            .contains(words.get(language.equals("en") ? 1 : 0))
                            .doesNotContain("??");
                }
            });
        }
    }

    @Test
    void every_problem_has_a_title_in_words_and_a_key_for_programs() throws Exception {
        Map<String, String> asked = Map.of(
                "/api/ledger/trail?document=8",
                "trail-word",
                "/api/ledger/trail/999999999",
                "trail-position",
                "/api/budgets/" + ID + "/counterfactual?without=x",
                "unreadable",
                "/api/search?page=x",
                "unreadable",
                "/api/ledger/workbench/pack.zip?budget=" + ID + "&number=99",
                "not-found",
                "/api/budgets/" + ID + "/tables/3?unit=pound",
                "unreadable",
                "/api/nothing",
                "not-found");
        PeopleOverHttp people = new PeopleOverHttp(application);
        people.person("asking", Role.AUDITOR, "");
        for (Map.Entry<String, String> one : asked.entrySet()) {
            String path = one.getKey();
            assertThat(people.get("asking", path).body())
                    .as(path)
                    .contains("\"key\":\"" + one.getValue() + "\"")
                    .containsAnyOf("\"title\":\"请求有误\"", "\"title\":\"找不到这一页\"");
        }
    }

    private static String api(String page) {
        return "/api" + page + (page.contains("/cells/") ? "/explanation" : "");
    }

    @Test
    void somebody_elses_budget_is_answered_as_one_that_does_not_exist() {
        for (String login : List.of("neighbour", "elsewhere")) {
            Browsing reader = new Browsing(application.address()).as(login, PASSWORD);
            for (String asked : ASKED) {
                String theirs = asked + "160";
                HttpResponse<String> answer = reader.get(theirs);
                HttpResponse<String> none = reader.get(theirs.replace("411200-103-", "411200-999-"));
                assertThat(answer.statusCode())
                        .as(login + " " + theirs)
                        .isEqualTo(none.statusCode())
                        .isIn(403, 404);
                assertThat(answer.body()).as(theirs).doesNotContain("市人民政府办公室");
            }
        }
    }

    private static Browsing reader(String language) {
        Browsing auditor = new Browsing(application.address()).as("shenji", "mingzhang-demo");
        assertThat(auditor.get("/glossary?lang=" + language).statusCode()).isEqualTo(200);
        return auditor;
    }
}
