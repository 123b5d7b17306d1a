package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.audit.SampleOnDatabase;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReplayedFacts;
import org.mingzhang.query.performance.FigureReader;
import org.mingzhang.query.performance.Figures;
import org.mingzhang.query.web.Years;
import org.springframework.context.ApplicationContext;

/** Indicators, targets and their history, monitoring and self-evaluation of the sample, on both databases. */
class PerformanceTest {
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/budgets/" + ID + "/performance";
    private static final String PROJECT = "41120025000000045201";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void performance_of_the_sample(TestDatabase kind) throws Exception {
        try (SampleOnDatabase sample = SampleOnDatabase.start(kind, data)) {
            Browsing anybody = new Browsing(sample.application().address());
            Browsing finance = sample.as("caiwu");
            asOfAnyInstantTheFiguresAreThoseOfARealReplay(sample.application().context());
            eachPartIsTheCellThatItsLinkExplains(finance);
            whoeverIsNotOfItSeesWhatWasReleased(anybody, finance);
            whatIsAskedAmissIsSaid(finance);
            thePreviewSaysWhatBecomesOfIndicatorsAndWhatWillNotFit(finance);
            monitoringIsStatedRefusedAndCounted(sample, finance);
            aSelfEvaluationIsScoredAndComesBackWithNextYearsDraft(sample, finance);
        }
    }

    private static void asOfAnyInstantTheFiguresAreThoseOfARealReplay(ApplicationContext context) {
        FigureReader reader = context.getBean(FigureReader.class);
        FactsAsOf asOf = context.getBean(FactsAsOf.class);
        EventLog log = context.getBean(EventLog.class);
        BudgetId budget = BudgetId.parse(ID);
        Random random = new Random(103);
        int moved = 0;
        for (int i = 0; i < 24; i++) {
            Moment moment = i % 2 == 0
                    ? Moment.at(120 + random.nextLong(log.head() - 119))
                    : new Moment(
                            log.head(), Optional.of(LocalDate.of(2025, 2, 1).plusDays(random.nextInt(330))));
            Figures found = reader.read(budget, moment, Scope.DEPARTMENT).orElseThrow();
            BudgetFacts adjusted = replayed(asOf, budget, moment, TableBasis.ADJUSTED);
            assertThat(found.adjusted()).as("%s", moment).isEqualTo(adjusted);
            assertThat(found.initial()).isEqualTo(sum(replayed(asOf, budget, moment, TableBasis.INITIAL)));
            assertThat(found.executed()).isEqualTo(sum(replayed(asOf, budget, moment, TableBasis.EXECUTED)));
            Set<Integer> effective = effective(log, moment);
            assertThat(found.inEffect().stream().map(Facts.AdjustmentFact::number))
                    .containsExactlyInAnyOrderElementsOf(effective);
            moved += effective.size();
        }
        assertThat(moved).as("some instants lie behind adjustments").isPositive();
    }

    private static BudgetFacts replayed(FactsAsOf asOf, BudgetId budget, Moment moment, TableBasis basis) {
        return asOf.replay(budget, moment, basis).facts().orElseThrow();
    }

    private static Amount sum(BudgetFacts facts) {
        return Amount.sum(facts.expenditure().stream().map(LineFact::amount).toList());
    }

    private static Set<Integer> effective(EventLog log, Moment moment) {
        Set<Integer> effective = new HashSet<>();
        log.readStream(ID, 0).stream()
                .filter(event -> event.position() <= moment.position())
                .filter(event -> moment.counts(ReplayedFacts.effective(event.envelope())))
                .map(event -> event.envelope().message())
                .filter(AdjustmentEvent.AdjustmentTookEffect.class::isInstance)
                .forEach(event -> effective.add(((AdjustmentEvent) event).number()));
        return effective;
    }

    private static void eachPartIsTheCellThatItsLinkExplains(Browsing finance) throws JsonProcessingException {
        int cells = 0;
        for (String instant : List.of("", "?asOf=2025-06-30&clock=effective", "?scope=103005&unit=yuan", "?asOf=163")) {
            for (JsonNode indicator : api(finance, PAGE + instant).get("indicators")) {
                for (String part : List.of("numerator", "denominator")) {
                    String link = indicator.at("/" + part + "/link").asText();
                    if (link.contains("/cells/")) {
                        String explained = "/api" + link.replaceFirst("(\\?|$)", "/explanation$1");
                        JsonNode cell = JSON.readTree(finance.get(explained).body());
                        assertThat(cell.has("fen")).as(explained).isTrue();
                        assertThat(cell.at("/fen").asLong())
                                .as(link + cell)
                                .isEqualTo(indicator.at("/" + part + "/fen").asLong());
                        cells++;
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(15);
        JsonNode rate = indicator(api(finance, PAGE), "budget-adjustment");
        assertThat(rate.get("documents").size()).isPositive();
        assertThat(rate.at("/demanded/own").asBoolean()).isTrue();
        assertThat(indicator(api(finance, PAGE), "carry-over").get("unknown").asText())
                .isEqualTo("live.unknown.open");
    }

    private static void whoeverIsNotOfItSeesWhatWasReleased(Browsing anybody, Browsing finance)
            throws JsonProcessingException {
        JsonNode seen = api(anybody, PAGE);
        assertThat(seen.get("position").asLong())
                .isLessThan(api(finance, PAGE).get("position").asLong());
        assertThat(seen.get("findings")).isEmpty();
        assertThat(seen.get("projects").size()).isEqualTo(13);
        assertThat(seen.at("/overall").size()).isEqualTo(24);
        assertThat(seen.toString()).doesNotContain("/execute/");
        String page = anybody.get(PAGE).body();
        assertThat(page).contains("预算执行率").doesNotContain("/execute/").doesNotContain("data-lint");
        assertThat(anybody.get(PAGE + "?asOf=2025-01-01").statusCode()).isEqualTo(404);
        String csv = anybody.get(PAGE + "?format=csv").body();
        assertThat(csv).contains("办公设备购置成本").contains("≥24万");
        assertThat(csv.lines().count()).as("head, 13 indicators, 138 targets").isEqualTo(152);
    }

    private static void whatIsAskedAmissIsSaid(Browsing finance) throws JsonProcessingException {
        assertThat(finance.get(PAGE + "?scope=999999").statusCode()).isEqualTo(404);
        assertThat(finance.get(PAGE + "?asOf=tomorrow").statusCode()).isEqualTo(400);
        assertThat(finance.get(PAGE + "?basis=imagined").statusCode()).isEqualTo(400);
        JsonNode findings = api(finance, PAGE).get("findings");
        assertThat(findings.findValuesAsText("kind"))
                .contains(
                        "COST_AT_LEAST",
                        "COST_OVER_AMOUNT",
                        "UNIT_MISSING",
                        "RATE_NOT_PERCENT",
                        "COST_MISPLACED",
                        "NAME_CUT_OFF",
                        "SATISFACTION_UNNAMED");
    }

    /** The costs of the finance centre are listed one by one and are the whole of its money; some of it is taken away. */
    private static void thePreviewSaysWhatBecomesOfIndicatorsAndWhatWillNotFit(Browsing finance) {
        String form = "/execute/" + ID + "/adjustments";
        Map<String, String> fields = new HashMap<>(Map.of(
                "direction", "SHIFT",
                "amountUnit", "元",
                "effectiveOn", "2025-12-31",
                "reason", "工作任务变化",
                "requestContent", "测算说明",
                "performanceUnaffected", "true",
                "from[0].line", "54",
                "from[0].amount", "20000",
                "to[0].line", "53",
                "to[0].amount", "20000"));
        String foreseen =
                finance.post(form + "/new", form + "/preview?part=true", fields).body();
        assertThat(foreseen).contains("data-live=\"budget-adjustment\"").contains("绩效指标的变化");
        assertThat(foreseen).contains("data-lint=\"COST");
    }

    private static void monitoringIsStatedRefusedAndCounted(SampleOnDatabase sample, Browsing finance)
            throws JsonProcessingException {
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

    private static void aSelfEvaluationIsScoredAndComesBackWithNextYearsDraft(SampleOnDatabase sample, Browsing finance)
            throws JsonProcessingException {
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
        whoMayNotReadTheLastYearIsNotToldWhatItCameTo(sample);
    }

    private static void whoMayNotReadTheLastYearIsNotToldWhatItCameTo(SampleOnDatabase sample) {
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

    private static JsonNode indicator(JsonNode view, String id) {
        for (JsonNode one : view.get("indicators")) {
            if (one.get("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no indicator " + id);
    }

    private static JsonNode api(Browsing who, String path) throws JsonProcessingException {
        return JSON.readTree(who.get("/api" + path).body());
    }
}
