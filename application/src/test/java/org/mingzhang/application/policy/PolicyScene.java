package org.mingzhang.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** The sample with the people who make, decide, obey and read the rules of a division. */
record PolicyScene(RunningApplication application) {
    static final String POLICY = "/api/policy/411200";
    private static final String PASSWORD = "a long password";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static PolicyScene start(Path data) {
        PolicyScene scene = new PolicyScene(RunningApplication.start(data, true));
        scene.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        scene.person("desk", Role.SECTOR_DESK, "411200");
        scene.person("office", Role.BUDGET_OFFICE, "411200");
        scene.person("elsewhere", Role.BUDGET_OFFICE, "411300");
        scene.person("auditor", Role.AUDITOR, "411200");
        return scene;
    }

    Browsing browsing(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    HttpResponse<String> send(String login, String method, String path, String body) throws Exception {
        return send(login, method, path, body, UUID.randomUUID().toString());
    }

    HttpResponse<String> send(String login, String method, String path, String body, String key) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(application.address() + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static String stopFromToday() {
        return """
            {"from": "%s", "reason": "市本级办法",
             "limits": [{"id": "annual-cut-off", "measure": "AFTER_DAY", "bound": "09-30", "effect": "STOP",
                         "except": "EMERGENCY", "basis": "三财〔2026〕9号", "confirmed": true}],
             "paths": [{"kind": "PROJECT_SHIFT", "stations": "DEPARTMENT_REVIEW,FINANCE_REVIEW,GOVERNMENT_DECISION",
                        "approvalDemanded": true, "basis": "三财〔2026〕9号"}]}\
            """.formatted(today());
    }

    static String shift(String reasonClass) {
        return """
            {"direction": "SHIFT", "reasonClass": "%s", "reason": "工作需要", "effectiveOn": "2025-12-31",
             "from": [{"line": "54", "amountFen": 100000}], "to": [{"line": "53", "amountFen": 100000}],
             "amountUnit": "元", "performanceUnaffected": true, "requestContent": "测算"}\
            """.formatted(reasonClass);
    }
}
