package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
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
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
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
import org.springframework.context.ApplicationContext;

/** Indicators, targets and their history, monitoring and self-evaluation of the sample, on both databases. */
class PerformanceTest {
    static final String ID = "411200-103-2025";
    static final String PAGE = "/budgets/" + ID + "/performance";
    static final String PROJECT = "41120025000000045201";
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
            StatementsOnSample statements = new StatementsOnSample(sample, finance);
            statements.monitoringIsStatedRefusedAndCounted();
            statements.aSelfEvaluationIsScoredAndComesBackWithNextYearsDraft();
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

    static JsonNode indicator(JsonNode view, String id) {
        for (JsonNode one : view.get("indicators")) {
            if (one.get("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no indicator " + id);
    }

    static JsonNode api(Browsing who, String path) throws JsonProcessingException {
        return JSON.readTree(who.get("/api" + path).body());
    }
}
