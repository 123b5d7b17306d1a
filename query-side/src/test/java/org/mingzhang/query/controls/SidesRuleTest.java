package org.mingzhang.query.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.event.AdjustmentEvent.CounterpartLinked;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.ledger.store.RecordedEvent;

/** The two documents of a 划转 as they should be, and each way in which one side may not fit the other. */
class SidesRuleTest {
    private static final BudgetId GIVING = BudgetId.parse("411200-103-2025");
    private static final BudgetId GETTING = BudgetId.parse("411200-201-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final Actor MAKER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);

    private final List<RecordedEvent> log = new ArrayList<>();

    @Test
    void two_documents_that_name_each_other_and_move_the_same_hold() {
        command(submitted(GIVING, 4, -500), submitted(GETTING, 2, 500), link(4, 2, true, 500), back(2, 4, false, -500));
        command(effect(GIVING, 4, -500), effect(GETTING, 2, 500));

        assertThat(found()).isEmpty();
    }

    @Test
    void sides_that_ask_for_different_amounts_are_found_at_both() {
        command(submitted(GIVING, 4, -500), submitted(GETTING, 2, 499), link(4, 2, true, 499), back(2, 4, false, -500));

        assertThat(found())
                .extracting(ControlFinding::word, ControlFinding::position)
                .containsExactly(tuple("balance.sides", 3L), tuple("balance.sides", 4L));
        assertThat(found().getFirst().arguments())
                .containsExactly("4", GETTING + "/2", "trail.choice.FundType.GENERAL_PUBLIC", "\u22120.01");
    }

    @Test
    void a_document_that_names_none_or_one_that_names_another_is_found() {
        command(submitted(GIVING, 4, -500));
        command(submitted(GIVING, 5, -500), submitted(GETTING, 3, 500), link(5, 3, true, 500), back(3, 6, false, -500));
        command(submitted(GIVING, 7, -500), submitted(GETTING, 4, 500), link(7, 4, true, 500), back(4, 7, true, -500));

        assertThat(found())
                .filteredOn(finding -> finding.word().equals("balance.reference"))
                .extracting(ControlFinding::position)
                .as("no link; a link elsewhere, from both; both lead")
                .containsExactly(1L, 2L, 3L, 6L, 7L);
    }

    @Test
    void what_is_told_of_the_other_side_has_to_be_what_that_one_asks_for() {
        command(submitted(GIVING, 4, -500), submitted(GETTING, 2, 500), link(4, 2, true, 400), back(2, 4, false, -500));

        assertThat(found()).singleElement().satisfies(finding -> {
            assertThat(finding.word()).isEqualTo("balance.told");
            assertThat(finding.position()).isEqualTo(3);
        });
    }

    @Test
    void an_effect_alone_or_with_another_amount_is_found() {
        command(submitted(GIVING, 4, -500), submitted(GETTING, 2, 500), link(4, 2, true, 500), back(2, 4, false, -500));
        command(effect(GIVING, 4, -500));
        assertThat(found()).extracting(ControlFinding::word).containsExactly("balance.alone");

        log.clear();
        command(submitted(GIVING, 4, -500), submitted(GETTING, 2, 500), link(4, 2, true, 500), back(2, 4, false, -500));
        command(effect(GIVING, 4, -500), effect(GETTING, 2, 501));
        assertThat(found()).extracting(ControlFinding::word).containsExactly("balance.sides", "balance.sides");
        assertThat(found()).extracting(ControlFinding::position).containsExactly(5L, 6L);
    }

    private List<ControlFinding> found() {
        Findings findings = new Findings();
        Filings filings = new Filings();
        List<Rule> rules = List.of(filings, new SidesRule(filings, findings));
        for (int at = 0; at < log.size(); at++) {
            RecordedEvent event = log.get(at);
            rules.forEach(rule -> rule.see(event));
            boolean last = at == log.size() - 1
                    || !log.get(at + 1)
                            .envelope()
                            .commandId()
                            .equals(event.envelope().commandId());
            if (last) {
                rules.forEach(rule -> rule.complete(event));
            }
        }
        return findings.proof(log.size()).findings();
    }

    private void command(BudgetEvent... events) {
        UUID command = UUID.randomUUID();
        for (BudgetEvent event : events) {
            log.add(new RecordedEvent(
                    log.size() + 1,
                    UUID.randomUUID(),
                    event.stream(),
                    log.size(),
                    new EventName("test", 1),
                    Instant.EPOCH,
                    new Envelope<LedgerEvent>(command, MAKER, DAY, event)));
        }
    }

    private static AdjustmentSubmitted submitted(BudgetId budget, int number, long fen) {
        AdjustmentRequest request = new AdjustmentRequest(
                AdjustmentDirection.REORGANISATION,
                ReasonClass.STAFF,
                "机构划转",
                DAY,
                entries(fen),
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                "内容",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new AdjustmentSubmitted(
                budget, number, AdjustmentKind.REORGANISATION, request, List.of(), true, "policy", List.of());
    }

    private static CounterpartLinked link(int own, int other, boolean leads, long told) {
        return new CounterpartLinked(GIVING, own, new AdjustmentRef(GETTING, other), "大数据局", leads, entries(told));
    }

    private static CounterpartLinked back(int own, int other, boolean leads, long told) {
        return new CounterpartLinked(GETTING, own, new AdjustmentRef(GIVING, other), "府办", leads, entries(told));
    }

    private static AdjustmentTookEffect effect(BudgetId budget, int number, long fen) {
        Posting posting = new Posting(new LineKey("7"), classification(), Stage.ADJUSTED, new Amount(fen), DAY, "文号");
        return new AdjustmentTookEffect(budget, number, Optional.empty(), DAY, List.of(), List.of(posting));
    }

    private static List<AdjustmentEntry> entries(long fen) {
        return List.of(new AdjustmentEntry(new LineKey("7"), classification(), new Amount(fen)));
    }

    private static Classification.Expenditure classification() {
        return new Classification.Expenditure(
                new UnitCode("103001"),
                new FunctionCode("2010301"),
                ProjectCategory.PERSONNEL,
                Optional.empty(),
                new DeptEconomicCode("30101"),
                new GovEconomicCode("50101"),
                FundType.GENERAL_PUBLIC,
                YearSource.CURRENT,
                true);
    }
}
