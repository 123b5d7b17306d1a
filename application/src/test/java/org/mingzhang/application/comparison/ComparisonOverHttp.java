package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.TestDatabase;

/** The sample on each kind of database, and the people who ask it to compare. */
abstract class ComparisonOverHttp {
    @Parameter
    TestDatabase kind;

    static final String SAMPLE = "/api/comparison/411200-103";

    private static ServedYears years;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        years = ServedYears.start(kind, true);
        years.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        years.person("elsewhere", Role.DEPARTMENT_FINANCE, "411200-201");
        years.person("oneunit", Role.UNIT_OFFICER, "411200-103/103005");
        years.person("mainunit", Role.UNIT_OFFICER, "411200-103/103001");
        years.person("newly", Role.DEPARTMENT_FINANCE, "411200-105");
        years.person("office", Role.BUDGET_OFFICE, "411200");
        years.person("auditor", Role.AUDITOR, "411200");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        years.close();
    }

    static HttpResponse<String> send(String login, String method, String path, String body) throws Exception {
        return years.send(login, method, path, body);
    }

    static void done(String login, String path, String body) throws Exception {
        HttpResponse<String> answer = send(login, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    static JsonNode get(String login, String path) throws Exception {
        return years.get(login, path);
    }

    static Browsing signedIn(String login) {
        return years.signedIn(login);
    }

    static JsonNode figure(JsonNode compared, String level) {
        for (JsonNode row : compared.get("headline")) {
            if (row.get("level").textValue().equals(level)) {
                return row;
            }
        }
        throw new AssertionError("no " + level + " in " + compared);
    }

    static long total(String login, String path) throws Exception {
        JsonNode whole = figure(get(login, path), "TOTAL").at("/amounts/0/fen");
        assertThat(whole.isNumber()).as(path).isTrue();
        return whole.longValue();
    }
}
