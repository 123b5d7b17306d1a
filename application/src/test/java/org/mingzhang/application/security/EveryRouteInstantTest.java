package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.store.EventLog;

/** Whatever reads budgets takes an instant, on both clocks, or says here why it has none: a new route cannot forget it. */
class EveryRouteInstantTest {
    private static final String ID = "411200-103-2025";

    /** Why these take no instant, or not both clocks. */
    static final Map<String, String> OTHERWISE = otherwise();

    private static final Map<String, Browsing> READERS = new HashMap<>();

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
    void every_reading_route_takes_an_instant_of_either_clock_or_has_a_reason_not_to() {
        List<String> wrong = new ArrayList<>();
        for (RouteLine line : RouteLine.all()) {
            if (line.method().equals("GET") && !OTHERWISE.containsKey(line.pattern())) {
                Browsing reader = reader(line);
                HttpResponse<String> beyond = ask(reader, line, "asOf=999999999");
                if (beyond.statusCode() != 400 || !beyond.body().contains("没有事件 999999999")) {
                    wrong.add(line.pattern() + " of an event that is not there: " + beyond.statusCode());
                }
                HttpResponse<String> effective = ask(reader, line, "asOf=2025-06-30&clock=effective");
                if (!tellsByDay(effective)) {
                    wrong.add(line.pattern() + " on the effective clock: " + effective.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void those_with_a_reason_are_routes() {
        List<String> patterns = RouteLine.all().stream().map(RouteLine::pattern).toList();
        assertThat(patterns).containsAll(OTHERWISE.keySet());
        assertThat(OTHERWISE.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10));
    }

    @Test
    void a_page_without_past_that_is_asked_for_an_instant_says_that_it_shows_now() {
        for (String page : List.of("/account", "/account/tokens", "/ledger", "/codes/mapping")) {
            assertThat(as("shenji").get(page + "?asOf=2025-06-30").body())
                    .as(page)
                    .contains("总是显示现在");
        }
        assertThat(as("yusuan").get("/prepare?asOf=2025-06-30").body()).contains("总是显示现在");
    }

    /** What is a part of the log itself: nothing that was recorded later, nothing of the other clock. */
    @Test
    void trail_and_workbench_look_back_by_recording_and_the_controls_say_why_they_do_not() throws Exception {
        Browsing auditor = as("shenji");
        assertThat(auditor.get("/ledger/trail?asOf=160").body()).contains("/ledger/trail/160?", "asOf=160");
        JsonNode then = read("/api/ledger/trail?asOf=160&size=5");
        assertThat(then.get("entries").get(0).get("position").asLong()).isEqualTo(160);
        assertThat(auditor.get("/api/ledger/trail/161?asOf=160").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/ledger/trail/160?asOf=160").statusCode()).isEqualTo(200);
        long head = application.context().getBean(EventLog.class).head();
        String sample = "/api/ledger/workbench/sample?seed=2025&size=50";
        assertThat(read(sample + "&asOf=" + (head - 400))).isEqualTo(read(sample + "&position=" + (head - 400)));
        assertThat(read("/api/ledger/workbench/flags?asOf=" + (head - 400)))
                .isEqualTo(read("/api/ledger/workbench/flags?position=" + (head - 400)));
        assertThat(auditor.get("/ledger/workbench?seed=1&asOf=160").headers().firstValue("Location"))
                .hasValueSatisfying(link -> assertThat(link).contains("position=160", "asOf=160"));
        assertThat(auditor.get("/api/ledger/workbench/pack.zip?budget=" + ID + "&number=3&asOf=5")
                        .statusCode())
                .as("not there yet")
                .isEqualTo(404);
        for (String path : List.of(
                "/ledger/trail?",
                "/api/ledger/trail?",
                "/ledger/workbench?seed=1&",
                sample + "&",
                "/api/ledger/workbench/flags?",
                "/ledger/workbench/flags?")) {
            assertThat(auditor.get(path + "asOf=2025-06-30&clock=effective").body())
                    .as(path)
                    .contains("只能按入账时间回看");
            assertThat(auditor.get(path + "asOf=2999-01-01").body()).as(path).contains("还没有到");
        }
        assertThat(auditor.get("/ledger/workbench?seed=1&asOf=2019-01-01").body())
                .contains("2019-01-01 时账本中还没有事件");
        assertThat(auditor.get("/ledger/controls?asOf=160").body())
                .contains("控制证明总是走完整个账本")
                .doesNotContain("总是显示现在");
        HttpResponse<String> refused = auditor.get("/api/ledger/controls?asOf=160");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("控制证明总是走完整个账本");
    }

    @Test
    void months_by_a_day_are_those_until_then_as_they_are_known_now() throws Exception {
        JsonNode now = read("/api/execution/" + ID + "/months");
        JsonNode then = read("/api/execution/" + ID + "/months?asOf=2025-03-31&clock=effective");
        assertThat(then).isNotEmpty().hasSizeLessThan(now.size());
        for (int at = 0; at < then.size(); at++) {
            assertThat(then.get(at)).isEqualTo(now.get(at));
            assertThat(then.get(at).get("month").asText()).isLessThanOrEqualTo("2025-03");
        }
        assertThat(now.get(then.size()).get("month").asText()).isGreaterThan("2025-03");
        assertThat(as("shenji")
                        .get("/execute/" + ID + "/months?asOf=2025-03-31&clock=effective")
                        .body())
                .contains("按生效日期截至 2025-03-31");
    }

    @Test
    void sources_are_what_they_were_and_before_the_first_it_is_said() throws Exception {
        String funds = "/api/funds/411200-funds-2025";
        JsonNode now = read(funds);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(read(funds + "?asOf=" + head).get("sources")).isEqualTo(now.get("sources"));
        JsonNode then = read(funds + "?asOf=2025-04-30&clock=effective");
        assertThat(then.get("sources")).isNotEmpty().isNotEqualTo(now.get("sources"));
        for (String path : List.of(funds, funds.substring(4))) {
            HttpResponse<String> before = as("shenji").get(path + "?asOf=2019-01-01&clock=effective");
            assertThat(before.statusCode()).as(path).isEqualTo(404);
            assertThat(before.body()).contains("2019-01-01 时还没有登记任何资金来源");
        }
    }

    private static JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = as("shenji").get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static Map<String, String> otherwise() {
        Map<String, String> reasons = new HashMap<>();
        try (InputStream lines = EveryRouteInstantTest.class.getResourceAsStream("without-instant.tsv")) {
            new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(line -> assertThat(reasons.put(line[0], line[1]))
                            .as("said twice: " + line[0])
                            .isNull());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reasons;
    }

    /** Pages say by which day; what is not there by then says so, too. */
    private static boolean tellsByDay(HttpResponse<String> answer) {
        boolean page = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        if (answer.statusCode() == 302) {
            return answer.headers().firstValue("Location").orElse("").contains("clock=effective");
        }
        boolean said = !page || answer.body().contains("按生效日期") || answer.body().contains("value=\"effective\"");
        return answer.statusCode() == 200 && said;
    }

    private static Browsing reader(RouteLine line) {
        Browsing auditor = as("shenji");
        return ask(auditor, line, "asOf=999999999").statusCode() == 403 ? as("caiwu") : auditor;
    }

    private static Browsing as(String login) {
        return READERS.computeIfAbsent(login, name -> new Browsing(application.address()).as(name, "mingzhang-demo"));
    }

    private static HttpResponse<String> ask(Browsing reader, RouteLine line, String instant) {
        String path = address(line);
        return reader.get(path + (path.contains("?") ? "&" : "?") + instant);
    }

    static String address(RouteLine line) {
        String example = line.example();
        String path = example.startsWith("/") ? example : line.pattern() + example;
        return path.replace("{id}", ID)
                .replaceAll("\\{(number|position|generation)[^/]*}+", "1")
                .replaceAll("\\{kind:functional[^}]*}", "functional")
                .replace("{topic}", "duties")
                .replaceAll("\\{(code|project)}", "41120025000000045201")
                .replace("/**", "/nothing")
                .replace("2026-03", "2025-03")
                .replaceAll("funds-2026", "funds-2025")
                .replaceAll("\\{[^/]*}", "unknown");
    }
}
