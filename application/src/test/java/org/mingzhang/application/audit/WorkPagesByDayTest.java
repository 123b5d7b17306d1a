package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;

/** Pages where something is written next show on both clocks what a replay of the events up to there gives. */
class WorkPagesByDayTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final Pattern BUDGETED = Pattern.compile("<dd class=\"num\">([^<]*)</dd>");

    @TempDir
    Path data;

    private SampleOnDatabase sample;
    private FactsAsOf facts;

    @AfterEach
    void stop() {
        sample.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void their_money_is_that_of_a_replay(TestDatabase kind) {
        sample = SampleOnDatabase.start(kind, data);
        facts = sample.application().context().getBean(FactsAsOf.class);
        Random random = new Random(103);
        Browsing finance = sample.as("caiwu");
        for (int i = 0; i < 16; i++) {
            LocalDate day = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(300));
            boolean byDay = i % 2 == 0;
            long position = 140 + random.nextLong(sample.head() - 139);
            Moment moment = byDay ? new Moment(sample.head(), Optional.of(day)) : Moment.at(position);
            String instant = byDay ? "?asOf=" + day + "&clock=effective" : "?asOf=" + position;
            BudgetFacts replayed =
                    facts.replay(BUDGET, moment, TableBasis.ADJUSTED).facts().orElseThrow();
            for (ProjectCode project :
                    replayed.projects().stream().map(one -> one.code()).limit(3).toList()) {
                String page = finance.get("/execute/" + BUDGET + "/projects/" + project + "/adjustment" + instant)
                        .body();
                Matcher budgeted = BUDGETED.matcher(page);
                assertThat(budgeted.find()).as(instant).isTrue();
                assertThat(budgeted.group(1)).as(project + instant).isEqualTo(yuan(replayed, project));
            }
            ceilings(finance, moment, instant);
            comparatives(finance, moment, instant);
        }
    }

    private void ceilings(Browsing finance, Moment moment, String instant) {
        Optional<Ceiling> last = events(moment).stream()
                .flatMap(event -> switch (event.of(BudgetEvent.class).message()) {
                    case RoundEvent.CeilingIssued e -> Optional.of(e.ceiling()).stream();
                    case RoundEvent.CeilingRevised e -> Optional.of(e.after()).stream();
                    default -> Optional.<Ceiling>empty().stream();
                })
                .reduce((earlier, later) -> later);
        String page = finance.get("/prepare/" + BUDGET + "/phase" + instant).body();
        last.ifPresent(ceiling -> ceiling.byFund()
                .values()
                .forEach(amount -> assertThat(page).as(instant).contains(AmountUnit.WAN_YUAN.print(amount))));
    }

    private void comparatives(Browsing finance, Moment moment, String instant) {
        String page =
                finance.get("/prepare/" + BUDGET + "/comparatives" + instant).body();
        long stated = events(moment).stream()
                .filter(event -> event.of(BudgetEvent.class).message() instanceof ComparativeEvent)
                .count();
        assertThat(page.split("/comparatives\\?of=", -1)).as(instant).hasSize((int) stated + 1);
    }

    private List<RecordedEvent> events(Moment moment) {
        return sample.application().context().getBean(EventLog.class).readStream(BUDGET.toString(), 0).stream()
                .filter(event ->
                        event.position() <= moment.position() && moment.counts(facts.effective(event.position())))
                .toList();
    }

    private static String yuan(BudgetFacts facts, ProjectCode project) {
        return AmountUnit.YUAN.print(Amount.sum(facts.expenditure().stream()
                .filter(line -> line.classification() instanceof Classification.Expenditure money
                        && money.project().filter(project::equals).isPresent())
                .map(LineFact::amount)
                .toList()));
    }
}
