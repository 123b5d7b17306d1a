package org.mingzhang.application.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.PlantedEvent;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedPosition;

/** An administrator has figures made again, an auditor reads whether they were equal, everybody reads when they stand. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectionPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String PAGE = "/projections";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        account("keeper", Role.ADMINISTRATOR);
        account("auditor", Role.AUDITOR);
        account("officer", Role.DEPARTMENT_FINANCE);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void an_administrator_makes_the_figures_again_switches_and_rolls_back() {
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        String table = "/budgets/411200-103-2025/tables/3";
        String before = figures(table);
        assertThat(keeper.get(PAGE).body()).contains("还没有比对过").contains("第 1 代");
        keeper.submit(PAGE, PAGE, Map.of());
        assertThat(settled(keeper)).contains("相等，待切换").contains("最近一次证明相等");
        keeper.submit(PAGE, PAGE + "/2/live", Map.of());
        assertThat(settled(keeper)).contains("保留，可退回").contains("退回");
        assertThat(figures(table)).isEqualTo(before);
        keeper.submit(PAGE, PAGE + "/1/live", Map.of());
        assertThat(settled(keeper)).contains("保留，可退回");
        assertThat(figures(table)).isEqualTo(before);
        assertThat(keeper.get("/actuator/health").body()).contains("UP");
    }

    @Test
    @Order(1)
    void the_audit_trail_is_made_again_beside_and_finds_the_same() throws Exception {
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        Browsing auditor = new Browsing(application.address()).as("auditor", PASSWORD);
        String search = "/api/ledger/trail?q=" + URLEncoder.encode("市政府办公室", StandardCharsets.UTF_8) + "&size=100";
        List<String> before = entries(auditor.get(search).body());
        assertThat(before).hasSizeGreaterThan(3);
        Map<String, String> trail = Map.of("projection", "trail");
        keeper.submit(PAGE, PAGE, trail);
        assertThat(settled(keeper)).contains("审计轨迹检索 第 2 代").contains("相等，待切换");
        assertThat(keeper.get(PAGE + "?of=trail&format=csv").body()).contains("相等，待切换");
        assertThat(keeper.get(PAGE + "?format=csv").body()).as("of the facts").doesNotContain("相等，待切换");
        keeper.submit(PAGE, PAGE + "/2/live", trail);
        assertThat(settled(keeper)).contains("保留，可退回");
        assertThat(entries(auditor.get(search).body())).isEqualTo(before);
        assertThat(program("POST", "keeper", "?projection=rumours").statusCode())
                .isEqualTo(404);
        assertThat(program("GET", "auditor", "").body()).contains("\"trail\":{\"projection\":\"trail\"");
        keeper.submit(PAGE, PAGE + "/1/live", trail);
        assertThat(settled(keeper)).contains("保留，可退回");
        assertThat(entries(auditor.get(search).body())).isEqualTo(before);
    }

    @Test
    @Order(2)
    void a_second_click_and_a_stale_page_are_answered_in_words() {
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        String refused = keeper.follow(keeper.post(PAGE, PAGE + "/77/live", Map.of()));
        assertThat(refused).contains("没有第 77 代");
        String inUse = keeper.follow(keeper.post(PAGE, PAGE + "/1/remove", Map.of()));
        assertThat(inUse).contains("第 1 代正在使用，不能清除");
        keeper.get("/?lang=en");
        assertThat(keeper.follow(keeper.post(PAGE, PAGE + "/1/remove", Map.of())))
                .contains("Generation 1 is in use and cannot be removed");
    }

    @Test
    @Order(3)
    void an_auditor_reads_and_changes_nothing() {
        Browsing auditor = new Browsing(application.address()).as("auditor", PASSWORD);
        assertThat(auditor.get(PAGE).body()).contains("最近一次证明相等").doesNotContain("action=\"/projections");
        assertThat(auditor.post("/account", PAGE, Map.of()).statusCode()).isEqualTo(403);
        Browsing officer = new Browsing(application.address()).as("officer", PASSWORD);
        assertThat(officer.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(new Browsing(application.address()).get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    @Order(4)
    void a_program_does_the_same() throws Exception {
        assertThat(program("GET", "auditor", "").statusCode()).isEqualTo(200);
        assertThat(program("GET", "officer", "").statusCode()).isEqualTo(403);
        assertThat(program("POST", "auditor", "").statusCode()).isEqualTo(403);
        HttpResponse<String> started = program("POST", "keeper", "");
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.body()).isEqualTo("{\"generation\":3}");
        settled(new Browsing(application.address()).as("keeper", PASSWORD));
        assertThat(program("GET", "keeper", "").body())
                .contains("\"state\":\"ready\"")
                .contains("\"equal\":true");
        HttpResponse<String> again = program("POST", "keeper", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("\"code\":\"under-way\"");
        assertThat(program("POST", "keeper", "/99/live").statusCode()).isEqualTo(404);
        assertThat(program("POST", "keeper", "/x/live").statusCode()).isEqualTo(400);
        assertThat(program("POST", "keeper", "/3/remove").statusCode()).isEqualTo(202);
    }

    @Test
    @Order(5)
    void an_event_that_nobody_knows_is_told_on_every_page_and_by_health() throws Exception {
        EventLog log = application.context().getBean(EventLog.class);
        FactFeed feed = application.context().getBean(FactFeed.class);
        long head = log.head();
        DataSource dataSource = application.context().getBean(DataSource.class);
        PlantedEvent.plant(dataSource, "411200-103-2025", "line-vanished", 9);
        while (feed.stopped().isEmpty()) {
            feed.await(head + 1, Duration.ofMillis(20));
        }
        Browsing stranger = new Browsing(application.address());
        assertThat(stranger.get("/budgets/411200-103-2025/tables/3").body())
                .contains("各页数据停在位置 " + head)
                .contains("账本已记到位置 " + (head + 1))
                .doesNotContain("line-vanished");
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(503);
        Browsing auditor = new Browsing(application.address()).as("auditor", PASSWORD);
        assertThat(auditor.get(PAGE).body())
                .contains("unknown event line-vanished/9 in stream 411200-103-2025 version")
                .contains("at position " + (head + 1));
        trailIsStopped(stranger, auditor, head);
    }

    /** Of what is found, the entries. */
    private static List<String> entries(String found) {
        return Pattern.compile("\"eventId\":\"[0-9a-f-]+\"")
                .matcher(found)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static void trailIsStopped(Browsing stranger, Browsing auditor, long head) throws InterruptedException {
        FeedPosition trail = application.context().getBean("trailPosition", FeedPosition.class);
        for (int at = 0; at < 1_500 && trail.stopped().isEmpty(); at++) {
            Thread.sleep(20);
        }
        assertThat(trail.stopped()).isPresent();
        assertThat(trail.reached()).isEqualTo(head);
        assertThat(auditor.get("/ledger/trail").body())
                .contains("检索停在位置 " + head)
                .contains("unknown event line-vanished/9");
        assertThat(auditor.get(PAGE).body()).contains("检索停在位置 " + head);
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(503);
    }

    /** The page as soon as nothing is under way on it; it asks to be loaded again as long as something is. */
    private static String settled(Browsing keeper) {
        HttpResponse<String> page = keeper.get(PAGE);
        while (page.headers().firstValue("Refresh").isPresent()) {
            page = keeper.get(PAGE);
        }
        return page.body();
    }

    private static String figures(String table) {
        return new Browsing(application.address()).get(table).body();
    }

    private static HttpResponse<String> program(String method, String login, String tail) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + "/api/projections" + tail))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Basic " + basic)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void account(String login, Role role) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), ""), PASSWORD);
    }
}
