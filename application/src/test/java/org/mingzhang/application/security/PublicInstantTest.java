package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;

/**
 * The public is told in one sentence why there is nothing at an instant, as officers are, on every page and to every program;
 * and not a word more: an event that is there and not published is answered as one that is not there.
 */
class PublicInstantTest {
    private static final String ID = "411200-103-2025";
    private static final String NO_RELEASE = "不是已公开版本的位置";

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

    /** What is said of an instant where a budget is read, and where several are or none is. */
    private record Amiss(String instant, int ofBudget, String wordsOfBudget, String key, int ofLists, String words) {}

    private static final List<Amiss> AMISS = List.of(
            new Amiss("999999999", 404, NO_RELEASE, "no-release", 400, "没有事件 999999999"),
            new Amiss("0", 404, NO_RELEASE, "no-release", 400, "没有事件 0"),
            new Amiss("5", 404, NO_RELEASE, "no-release", 200, ""),
            new Amiss("2999-01-01", 400, "还没有到", "future", 400, "还没有到"),
            new Amiss("2999-01-01T08:00", 400, "还没有到", "future", 400, "还没有到"),
            new Amiss("2019-01-01", 404, "还没有公开", "before-release", 200, ""),
            new Amiss("soon", 400, "不是时点", "instant", 400, "不是时点"));

    @Test
    void every_page_and_every_api_says_the_same_sentence() {
        Browsing anybody = new Browsing(application.address());
        List<String> wrong = new ArrayList<>();
        int routes = 0;
        for (RouteLine line : RouteLine.all()) {
            boolean asked = line.method().equals("GET")
                    && line.audience().equals(Audience.of("everybody"))
                    && !EveryRouteInstantTest.OTHERWISE.containsKey(line.pattern());
            if (asked) {
                routes++;
                AMISS.forEach(amiss -> wrong.addAll(wrong(anybody, line, amiss)));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(routes).isGreaterThan(30);
    }

    private static List<String> wrong(Browsing anybody, RouteLine line, Amiss amiss) {
        String path = EveryRouteInstantTest.address(line);
        boolean ofBudget = path.contains("/budgets/" + ID);
        int status = ofBudget ? amiss.ofBudget() : amiss.ofLists();
        String words = ofBudget ? amiss.wordsOfBudget() : amiss.words();
        String address = path + (path.contains("?") ? "&" : "?") + "asOf=" + amiss.instant();
        HttpResponse<String> answer = path.startsWith("/api/") ? anybody.program(address) : anybody.get(address);
        boolean there = answer.statusCode() == status || (status == 200 && answer.statusCode() == 404);
        boolean keyed = !path.startsWith("/api/")
                || status == 200
                || answer.body().contains("\"key\":\"" + (ofBudget ? amiss.key() : ""));
        return there && keyed && answer.body().contains(words)
                ? List.of()
                : List.of(address + " " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(200, answer.body().length())));
    }

    @Test
    void an_event_that_is_not_published_is_answered_as_one_that_is_not_there() {
        Browsing anybody = new Browsing(application.address());
        for (String path : List.of("/budgets/" + ID, "/api/budgets/" + ID + "/tables/3")) {
            String there =
                    anybody.get(path + "?asOf=5").body().replace("=5", "").replace("5 不是", "不是");
            String nowhere = anybody.get(path + "?asOf=999999999")
                    .body()
                    .replace("=999999999", "")
                    .replace("999999999 不是", "不是");
            assertThat(there).as(path).isEqualTo(nowhere).contains(NO_RELEASE);
        }
    }

    @Test
    void of_what_was_never_published_nothing_is_said_whatever_instant_is_asked_for() {
        Browsing anybody = new Browsing(application.address());
        for (String instant : List.of("", "?asOf=5", "?asOf=2999-01-01", "?asOf=2019-01-01")) {
            HttpResponse<String> answer = anybody.program("/api/budgets/411200-999-2025" + instant);
            assertThat(answer.statusCode()).as(instant).isEqualTo(404);
            assertThat(answer.body()).as(instant).contains("\"key\":\"not-found\"");
        }
    }
}
