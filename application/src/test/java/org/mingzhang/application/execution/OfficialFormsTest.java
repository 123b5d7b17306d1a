package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.FormCells.fen;
import static org.mingzhang.application.execution.FormCells.opened;
import static org.mingzhang.application.execution.FormCells.points;
import static org.mingzhang.application.execution.FormCells.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.audit.SampleOnDatabase;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.testing.TestDatabase;

/** The official forms of monitoring and self-evaluation, walked cell by cell, on both databases. */
class OfficialFormsTest {
    private static final String ID = "411200-103-2025";
    private static final String FORMS = "/budgets/" + ID + "/performance/forms/";
    private static final String PROJECT = "41120025000000045201";
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("<a href=\"(/budgets/[^\"]+/cells/[^\"]+)\"");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void forms_of_the_sample(TestDatabase kind) throws Exception {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            Browsing finance = sample.as("caiwu");
            everyFormIsAGridWhoseNumbersAreThoseOfTheCellsTheyOpen(finance);
            long before = sample.head();
            monitoringIsPrintedAsItWasStated(sample, finance, before);
            aSelfEvaluationIsPrintedAsItWasScored(sample, finance);
            anInstantBeforeShowsTheEmptyForm(finance, before);
            filesSayWhatThePageSays(finance);
            thePublicSeesTargetsAndTheInitialBudgetAlone(sample);
            whoeverIsOfOneUnitReadsTheFormsOfItsProjects(finance);
            whatIsAskedAmissIsSaid(finance);
        }
    }

    private static void everyFormIsAGridWhoseNumbersAreThoseOfTheCellsTheyOpen(Browsing finance)
            throws JsonProcessingException {
        List<String> subjects = new ArrayList<>(List.of(""));
        api(finance, "/budgets/" + ID + "/performance")
                .get("projects")
                .forEach(project -> subjects.add(project.get("project").asText()));
        assertThat(subjects).hasSize(14);
        int opened = 0;
        for (String form : List.of("monitoring", "self-evaluation")) {
            for (String subject : subjects) {
                String address = FORMS + form + "?project=" + subject;
                JsonNode found = api(finance, address);
                assertThat(found.has("statedAt")).isFalse();
                boolean follow = subject.equals(PROJECT) || (subject.isEmpty() && form.equals("monitoring"));
                opened += opened(finance, found, follow);
                assertThat(!follow || finance.get(address).statusCode() == 200)
                        .as(address)
                        .isTrue();
            }
        }
        assertThat(opened).as("numbers whose explanation was compared").isGreaterThan(15);
    }

    private static void monitoringIsPrintedAsItWasStated(SampleOnDatabase sample, Browsing finance, long before)
            throws JsonProcessingException {
        String form = "/execute/" + ID + "/monitoring";
        Map<String, String> fields =
                new LinkedHashMap<>(Map.of("through", "2025-07", "action", "CORRECT", "words", "下月复查"));
        for (int row = 0; row < 6; row++) {
            fields.put("progress[" + row + "].actual", "正常" + row);
            fields.put("progress[" + row + "].expected", row == 3 ? "" : "全年" + row);
            fields.put("progress[" + row + "].outlook", row == 1 ? "POSSIBLE" : "CERTAIN");
        }
        fields.put("progress[1].reason", "装修延期");
        fields.put("progress[1].correction", "督促物业");
        String page = finance.follow(finance.submit(form + "?project=" + PROJECT, form, fields));
        assertThat(page).contains("/performance/forms/monitoring?month=2025-07&amp;project=" + PROJECT, "全年4");
        sample.await();
        JsonNode recorded = api(finance, "/execution/" + ID + "/monitoring").get(0);
        JsonNode found = api(finance, FORMS + "monitoring?project=" + PROJECT);
        assertThat(found.get("statedAt").asLong()).isBetween(before + 1, sample.head());
        assertThat(fen(found, "total", 4))
                .isEqualTo(recorded.at("/budgeted/fen").asLong(-1));
        assertThat(fen(found, "total", 5))
                .isEqualTo(recorded.at("/executed/fen").asLong(-1));
        opened(finance, found, true);
        for (int row = 0; row < 6; row++) {
            JsonNode said = recorded.at("/progress/" + row);
            String key = "indicator/" + (row + 1);
            assertThat(text(found, key, 2)).isEqualTo(said.get("name").asText());
            assertThat(text(found, key, 4)).isEqualTo("正常" + row);
            assertThat(text(found, key, 5)).isEqualTo(row == 3 ? "" : "全年" + row);
            assertThat(said.path("expected").asText("")).isEqualTo(row == 3 ? "" : "全年" + row);
            assertThat(text(found, key, 6)).isEqualTo(row == 1 ? "" : "√");
            assertThat(text(found, key, 7)).isEqualTo(row == 1 ? "√" : "");
            assertThat(text(found, key, 9)).isEqualTo(said.get("reason").asText());
            assertThat(text(found, key, 10)).isEqualTo(said.get("correction").asText());
        }
        assertThat(text(found, "action", 1)).isEqualTo("纠偏整改");
        assertThat(text(found, "indicators", 4)).isEqualTo("1至7月完成情况");
        assertThat(api(finance, FORMS + "monitoring?month=2025-06&project=" + PROJECT)
                        .has("statedAt"))
                .as("nothing was stated of June")
                .isFalse();
    }

    private static void aSelfEvaluationIsPrintedAsItWasScored(SampleOnDatabase sample, Browsing finance)
            throws JsonProcessingException {
        String form = "/execute/" + ID + "/self-evaluations";
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
        fields.put("results[4].reason", "等候时间长");
        fields.put("results[4].improvement", "增设窗口");
        String page = finance.follow(finance.submit(form + "?project=" + PROJECT, form, fields));
        assertThat(page).contains("/performance/forms/self-evaluation?project=" + PROJECT);
        sample.await();
        JsonNode recorded =
                api(finance, "/execution/" + ID + "/self-evaluations").get(0);
        JsonNode found = api(finance, FORMS + "self-evaluation?project=" + PROJECT);
        assertThat(fen(found, "total", 3))
                .isEqualTo(recorded.at("/budgeted/fen").asLong(-1));
        assertThat(fen(found, "total", 4))
                .isEqualTo(recorded.at("/executed/fen").asLong(-1));
        assertThat(points(found, "total", 5))
                .isEqualTo(recorded.at("/executionWeight").asInt());
        assertThat(points(found, "total", 7))
                .isEqualTo(recorded.at("/executionScore").asInt());
        int sum = points(found, "total", 7);
        for (int row = 0; row < 6; row++) {
            JsonNode score = recorded.at("/scores/" + row);
            String key = "indicator/" + (row + 1);
            assertThat(text(found, key, 3)).isEqualTo(score.get("target").asText());
            assertThat(text(found, key, 4)).isEqualTo(actual.get(row));
            assertThat(points(found, key, 5)).isEqualTo(score.get("weight").asInt());
            assertThat(points(found, key, 6)).isEqualTo(score.get("score").asInt());
            sum += points(found, key, 6);
        }
        assertThat(text(found, "indicator/5", 7)).isEqualTo("等候时间长；增设窗口");
        assertThat(points(found, "total-score", 6))
                .isEqualTo(sum)
                .isEqualTo(recorded.at("/total").asInt());
        assertThat(text(found, "total-score", 7))
                .isEqualTo("等级：" + recorded.get("grade").asText());
        opened(finance, found, true);
    }

    private static void anInstantBeforeShowsTheEmptyForm(Browsing finance, long before) throws JsonProcessingException {
        for (String form : List.of("monitoring", "self-evaluation")) {
            JsonNode then = api(finance, FORMS + form + "?project=" + PROJECT + "&asOf=" + before);
            assertThat(then.has("statedAt")).isFalse();
            assertThat(text(then, "indicator/1", 4)).isEmpty();
            JsonNode earlier = api(finance, FORMS + form + "?project=" + PROJECT + "&asOf=2025-06-30&clock=effective");
            assertThat(earlier.has("statedAt")).isFalse();
            opened(finance, earlier, true);
        }
    }

    private static void filesSayWhatThePageSays(Browsing finance) throws IOException {
        String query = "?unit=yuan&project=" + PROJECT;
        String page = finance.get(FORMS + "self-evaluation" + query).body();
        Matcher links = LINK.matcher(page);
        int numbers = 0;
        while (links.find()) {
            numbers++;
        }
        assertThat(numbers).as("amounts and rates open").isGreaterThanOrEqualTo(6);
        String csv = finance.get("/api" + FORMS + "self-evaluation.csv" + query).body();
        assertThat(csv).contains("等候时间长；增设窗口").contains("全年执行数");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(
                finance.bytes("/api" + FORMS + "self-evaluation.xlsx" + query).body()))) {
            List<String> cells = new ArrayList<>();
            for (Row row : book.getFirstSheet().read()) {
                row.forEach(cell -> cells.add(cell == null ? "" : cell.getText()));
            }
            assertThat(cells)
                    .contains("项目支出绩效自评表（2025年度）", "等候时间长；增设窗口", "单位：元")
                    .noneMatch(cell -> cell.contains("预算口径"));
        }
    }

    private static void thePublicSeesTargetsAndTheInitialBudgetAlone(SampleOnDatabase sample)
            throws JsonProcessingException {
        Browsing anybody = new Browsing(sample.application().address());
        for (String form : List.of("monitoring", "self-evaluation")) {
            JsonNode seen = api(anybody, FORMS + form + "?project=" + PROJECT);
            assertThat(seen.has("statedAt")).isFalse();
            assertThat(seen.toString()).doesNotContain("装修延期").doesNotContain("等候时间长");
            assertThat(text(seen, "total", form.equals("monitoring") ? 5 : 4)).isEqualTo("未公开");
            assertThat(opened(anybody, seen, true)).isPositive();
            String page = anybody.get(FORMS + form + "?project=" + PROJECT).body();
            assertThat(page).contains("未公开").contains("办公场所租赁费").doesNotContain("/execute/");
        }
        JsonNode performance = api(anybody, "/budgets/" + ID + "/performance");
        for (JsonNode indicator : performance.get("indicators")) {
            boolean open = List.of("detailed", "targets-set")
                    .contains(indicator.get("id").asText());
            assertThat(indicator.get("unknown").asText().equals("live.unknown.unreleased"))
                    .as("%s", indicator)
                    .isNotEqualTo(open);
            assertThat(indicator.get("documents")).isEmpty();
        }
        assertThat(performance.at("/projects/0").has("executedFen")).isFalse();
        assertThat(anybody.get("/budgets/" + ID + "/performance").body()).contains("未公开");
    }

    private static void whoeverIsOfOneUnitReadsTheFormsOfItsProjects(Browsing finance) throws JsonProcessingException {
        JsonNode own = api(finance, FORMS + "monitoring?scope=103005&project=" + PROJECT);
        assertThat(fen(own, "total", 4))
                .isEqualTo(fen(api(finance, FORMS + "monitoring?project=" + PROJECT), "total", 4));
        opened(finance, own, true);
    }

    private static void whatIsAskedAmissIsSaid(Browsing finance) {
        assertThat(finance.get(FORMS + "monitoring?project=41120025000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(finance.get(FORMS + "imagined").statusCode()).isEqualTo(404);
        assertThat(finance.get(FORMS + "monitoring?month=July").statusCode()).isEqualTo(400);
        assertThat(finance.get(FORMS + "monitoring?scope=103005").statusCode())
                .as("what a whole department states is of no unit")
                .isEqualTo(404);
        assertThat(finance.get(FORMS + "monitoring?scope=103001&project=" + PROJECT)
                        .statusCode())
                .as("of another unit")
                .isEqualTo(404);
    }

    static JsonNode api(Browsing who, String path) throws JsonProcessingException {
        return JSON.readTree(who.get("/api" + path).body());
    }
}
