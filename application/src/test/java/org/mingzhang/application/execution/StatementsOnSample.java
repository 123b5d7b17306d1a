package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.PerformanceTest.ID;
import static org.mingzhang.application.execution.PerformanceTest.PAGE;
import static org.mingzhang.application.execution.PerformanceTest.PROJECT;
import static org.mingzhang.application.execution.PerformanceTest.api;
import static org.mingzhang.application.execution.PerformanceTest.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.application.audit.SampleOnDatabase;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/** What is stated of targets on the pages of the sample: refused while it is not whole, then counted and scored. */
final class StatementsOnSample {
    private final SampleOnDatabase sample;
    private final Browsing finance;

    StatementsOnSample(SampleOnDatabase sample, Browsing finance) {
        this.sample = sample;
        this.finance = finance;
    }

    void monitoringIsStatedRefusedAndCounted() throws JsonProcessingException {
        String form = "/execute/" + ID + "/monitoring";
        String page = form + "?project=" + PROJECT;
        Map<String, String> fields = new LinkedHashMap<>(Map.of("through", "2025-07", "action", "CONTINUE"));
        fields.put("progress[1].outlook", "POSSIBLE");
        for (int row = 0; row < 6; row++) {
            fields.put("progress[" + row + "].actual", "正常");
            fields.putIfAbsent("progress[" + row + "].outlook", "CERTAIN");
        }
        String refused = finance.follow(finance.submit(page, form, fields));
        assertThat(refused)
                .contains("href=\"#f-progress[1].reason\"")
                .contains("href=\"#f-progress[1].correction\"")
                .contains("value=\"正常\"");
        String never = finance.follow(finance.submit(page, form, with(fields, "progress[0].name", "没有这个指标")));
        assertThat(never).contains("href=\"#f-progress[0].name\"").contains("没有“成本指标”中的目标“没有这个指标”");
        assertThat(api(finance, "/execution/" + ID + "/monitoring")).isEmpty();
        fields.put("progress[1].reason", "装修延期");
        fields.put("progress[1].correction", "督促物业");
        String stated = finance.follow(finance.submit(page, form, fields));
        assertThat(stated).doesNotContain("data-error-summary").contains("装修延期").contains("督促物业");
        sample.await();
        JsonNode monitored = indicator(api(finance, PAGE), "monitored");
        assertThat(monitored.at("/numerator/count").asLong()).isEqualTo(1);
        assertThat(monitored.at("/denominator/count").asLong()).isEqualTo(13);
        assertThat(monitored.get("value").asText()).isEqualTo("7.69%");
        assertThat(finance.get("/execute/" + ID + "/aims").body()).contains("2025-07");
        assertThat(finance.get("/execute/" + ID + "/aims?format=csv").body()).contains("继续执行");
        assertThat(api(finance, "/execution/" + ID + "/monitoring").size()).isEqualTo(1);
        assertThat(finance.get("/execute/" + ID + "/projects/" + PROJECT).body())
                .contains("绩效监控，截至 2025-07");
        assertThat(finance.get(form + "?project=nothing").statusCode()).isEqualTo(404);
    }

    void aSelfEvaluationIsScoredAndComesBackWithNextYearsDraft() throws JsonProcessingException {
        String form = "/execute/" + ID + "/self-evaluations";
        String page = form + "?project=" + PROJECT;
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> actual = List.of("70.2万元", "1层", "完善", "增强", "90%", "96%");
        for (int row = 0; row < actual.size(); row++) {
            fields.put("results[" + row + "].actual", actual.get(row));
        }
        for (int row : List.of(2, 3)) {
            fields.put("results[" + row + "].quality", "REACHED");
            fields.put("results[" + row + "].share", "100");
        }
        fields.put("executionReason", "年末支付");
        assertThat(finance.follow(finance.submit(page, form, fields))).contains("href=\"#f-results[4].reason\"");
        fields.put("results[4].reason", "等候时间长");
        fields.put("results[4].improvement", "增设窗口");
        fields.put("results[0].weight", "90");
        assertThat(finance.follow(finance.submit(page, form, fields))).contains("权重");
        fields.remove("results[0].weight");
        String scored = finance.follow(finance.submit(page, form, fields));
        assertThat(scored).doesNotContain("data-error-summary").contains("自评结果").contains("等候时间长");
        sample.await();
        JsonNode evaluation =
                api(finance, "/execution/" + ID + "/self-evaluations").get(0);
        assertThat(evaluation.get("project").asText()).isEqualTo(PROJECT);
        assertThat(evaluation.get("rules").asText()).isEqualTo("self-evaluation-2021");
        int sum = evaluation.get("executionScore").asInt();
        for (JsonNode score : evaluation.get("scores")) {
            sum += score.get("score").asInt();
        }
        assertThat(evaluation.get("total").asInt()).isEqualTo(sum);
        assertThat(indicator(api(finance, PAGE), "self-evaluated")
                        .at("/numerator/count")
                        .asLong())
                .isEqualTo(1);
        Browsing office = sample.as("yusuan");
        office.submit(
                "/prepare",
                "/prepare",
                Map.of("budget", "411200-103-2026", "copiedFrom", ID, "classificationYear", "2025"));
        sample.await();
        assertThat(finance.get("/prepare/411200-103-2026/projects/targets?project=" + PROJECT)
                        .body())
                .contains("data-last-year")
                .contains("等候时间长")
                .contains("增设窗口");
        assertThat(finance.get("/prepare/411200-103-2026/targets").body()).doesNotContain("data-last-year");
        whoMayNotReadTheLastYearIsNotToldWhatItCameTo();
    }

    private void whoMayNotReadTheLastYearIsNotToldWhatItCameTo() {
        sample.application()
                .context()
                .getBean(AccountDirectory.class)
                .create(
                        new NewAccount(
                                "newcomer",
                                "新来的人",
                                Set.of(Role.DEPARTMENT_FINANCE),
                                "411200-103",
                                new Years(2026, 2026)),
                        "mingzhang-demo");
        assertThat(sample.as("newcomer")
                        .get("/prepare/411200-103-2026/projects/targets?project=" + PROJECT)
                        .body())
                .contains("name=\"indicators[0].target\"")
                .doesNotContain("data-last-year");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
