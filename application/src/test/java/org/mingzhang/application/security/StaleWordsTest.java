package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** Whoever comes second is told what came between as far as it is theirs: of one unit nothing that moves another. */
class StaleWordsTest {
    private static final String ID = "411200-103-2025";
    private static final String BUDGET = "/api/budgets/" + ID;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static PeopleOverHttp people;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        people = new PeopleOverHttp(application);
        people.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        people.person("head", Role.DEPARTMENT_HEAD, "411200-103");
        people.person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_officer_of_one_unit_learns_nothing_of_what_moves_another() throws Exception {
        String before = version();
        List<String> elsewhere = linesOf("103001");
        int theirs = submitted(elsewhere.get(0), elsewhere.get(1), "别处的理由");
        passed(theirs, "别处的意见");
        String project = projectOf("103001");
        done("finance", "/projects/" + project + "/adjustment", """
            {"description":"别处的内容","reason":"别处的项目","effectiveOn":"2025-12-31","amountUnit":"元",
            "requestContent":"别处的说明","procurement":"","performanceUnaffected":true}\
            """);
        int content = last();
        passed(content, "别处的再次意见");
        done("head", "/adjustments/" + content + "/return", "{\"reason\":\"别处的退回\"}", 200, 409);
        done(
                "finance",
                "/carry-over",
                "{\"entries\":[{\"line\":\"" + elsewhere.get(0) + "\",\"carried\":\"1\"}],"
                        + "\"amountUnit\":\"元\",\"reason\":\"别处的结转\"}",
                200,
                201,
                400,
                409,
                422);

        String stale = stale("clerk", before);
        assertThat(stale).contains("\"stale\"", "\"count\"").doesNotContain("别处");
        assertThat(stale).doesNotContain("第 " + theirs + " 号").doesNotContain("第 " + content + " 号");
        assertThat(stale("finance", before)).as("whose department it is").contains("第 " + content + " 号调整单的环节“部门审核”");
    }

    @Test
    void what_moves_the_own_unit_is_told() throws Exception {
        String before = version();
        int own = submitted("54", "53", "自己的理由");
        passed(own, "自己的意见");
        assertThat(stale("clerk", before)).contains("第 " + own + " 号调整单的环节“部门审核”");
    }

    private static int submitted(String from, String to, String reason) throws Exception {
        done(
                "finance",
                "/adjustments",
                "{\"direction\":\"SHIFT\",\"reason\":\"" + reason
                        + "\",\"effectiveOn\":\"2025-12-31\",\"from\":[{\"line\":\"" + from
                        + "\",\"amountFen\":100}],\"to\":[{\"line\":\"" + to
                        + "\",\"amountFen\":100}],\"amountUnit\":\"元\",\"performanceUnaffected\":true,\"requestContent\":\"说明\"}");
        return last();
    }

    private static void passed(int number, String opinion) throws Exception {
        done(
                "head",
                "/adjustments/" + number + "/review",
                "{\"station\":\"DEPARTMENT_REVIEW\",\"opinion\":\"" + opinion + "\"}");
    }

    /** Somebody who read that version sends something of their own. */
    private static String stale(String who, String version) throws Exception {
        HttpResponse<String> answer = people.send(people.request(who, BUDGET + "/adjustments")
                .header("If-Match", "\"" + version + "\"")
                .POST(HttpRequest.BodyPublishers.ofString("{\"direction\":\"SHIFT\",\"reason\":\"r\","
                        + "\"effectiveOn\":\"2025-12-31\",\"from\":[{\"line\":\"54\",\"amountFen\":100}],"
                        + "\"to\":[{\"line\":\"53\",\"amountFen\":100}],\"amountUnit\":\"元\","
                        + "\"performanceUnaffected\":true,\"requestContent\":\"说明\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
        return answer.body();
    }

    private static List<String> linesOf(String unit) throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : read("/api/execution/" + ID + "/lines")) {
            if (line.get("unit").textValue().equals(unit)
                    && line.get("project").textValue().isEmpty()
                    && line.get("category").textValue().equals("PERSONNEL")
                    && line.get("available").longValue() > 1_000) {
                lines.add(line.get("line").textValue());
            }
        }
        return lines;
    }

    private static String projectOf(String unit) throws Exception {
        for (JsonNode line : read("/api/execution/" + ID + "/lines")) {
            if (line.get("unit").textValue().equals(unit)
                    && !line.get("project").textValue().isEmpty()) {
                return line.get("project").textValue();
            }
        }
        throw new AssertionError("no project of " + unit);
    }

    private static int last() throws Exception {
        JsonNode all = read("/api/execution/" + ID + "/adjustments");
        return all.get(all.size() - 1).get("number").intValue();
    }

    private static String version() {
        return Long.toString(application.context().getBean(EventLog.class).streamVersion(ID));
    }

    private static JsonNode read(String path) throws Exception {
        return JSON.readTree(people.get("finance", path).body());
    }

    private static void done(String who, String path, String body, Integer... statuses) throws Exception {
        HttpResponse<String> answer =
                people.send(people.request(who, BUDGET + path).POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as("%s: %s", path, answer.body())
                .isIn(statuses.length == 0 ? List.of(200, 201) : List.of(statuses));
    }
}
