package org.mingzhang.query.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * A budget that is balanced when it is approved, and adjustments of any kind after it: more, less, between units, taken back.
 *
 * @param approved position of the last event before the adjustments
 */
record AdjustedHistory(List<RecordedEvent> events, int approved) {
    static final BudgetId BUDGET = RandomHistory.BUDGETS.getFirst();
    static final LocalDate APPROVED_ON = LocalDate.of(2025, 2, 5);
    private static final Actor ACTOR = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
    private static final int LINES = 8;

    static AdjustedHistory of(long seed, int adjustments) {
        Random random = new Random(seed);
        RandomValues some = new RandomValues(random);
        List<RecordedEvent> events = new ArrayList<>();
        add(events, new RandomPreparation(some).opened(BUDGET), APPROVED_ON);
        for (int unit = 1; unit <= 3; unit++) {
            BudgetUnit registered =
                    new BudgetUnit(new UnitCode("10300" + unit), "单位" + unit, "单位" + unit, UnitNature.ADMINISTRATIVE);
            add(events, new OrganisationEvent.UnitRegistered(BUDGET, registered), APPROVED_ON);
        }
        List<Classification.Expenditure> lines = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            lines.add(some.expenditure());
            prepared(events, line, lines.getLast(), new Amount(random.nextInt(1, 1_000_000)), random);
        }
        int approved = events.size();
        for (int number = 1; number <= adjustments; number++) {
            LocalDate from = APPROVED_ON.plusDays(random.nextInt(1, 100));
            add(events, effect(number, from, lines, random), APPROVED_ON.plusDays(number));
        }
        return new AdjustedHistory(events, approved);
    }

    private static void prepared(
            List<RecordedEvent> events, int line, Classification.Expenditure money, Amount amount, Random random) {
        LineKey key = new LineKey("行" + line);
        add(
                events,
                new LineEvent.LineAllocated(
                        BUDGET,
                        key,
                        new LineContent(money, amount, "", ""),
                        List.of(new Posting(key, money, Stage.INITIAL, amount, APPROVED_ON, ""))),
                APPROVED_ON);
        Classification.Revenue income =
                new Classification.Revenue(money.unit(), income(money, random), money.source(), money.appropriated());
        LineKey received = new LineKey("收" + line);
        add(
                events,
                new RevenueEvent.RevenueEstimated(
                        BUDGET,
                        received,
                        new RevenueContent(income, amount, ""),
                        List.of(new Posting(received, income, Stage.INITIAL, amount, APPROVED_ON, ""))),
                APPROVED_ON);
    }

    /** One of those that feed the fund, whichever the writer of the budget said. */
    private static RevenueSource income(Classification.Expenditure money, Random random) {
        List<RevenueSource> feeding = RevenueSource.printed().stream()
                .filter(source -> source.fund() == money.fund())
                .toList();
        return feeding.get(money.fund() == FundType.UNIT_OWN ? random.nextInt(feeding.size()) : 0);
    }

    /** A document of one to three lines, known or new, that give or gain, and gives free what it held. */
    private static BudgetEvent effect(
            int number, LocalDate from, List<Classification.Expenditure> lines, Random random) {
        List<Posting> postings = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int line = random.nextInt(lines.size() + 1);
            if (line == lines.size()) {
                lines.add(new RandomValues(random).expenditure());
            }
            Amount delta = new Amount(random.nextInt(-300, 301) * 100L);
            LineKey key = new LineKey("行" + line);
            Classification.Expenditure money = lines.get(line);
            postings.add(new Posting(key, money, Stage.ADJUSTED, delta, from, "虚财预〔2025〕" + number + "号"));
            postings.add(new Posting(key, money, Stage.FROZEN, delta.negated(), from, ""));
        }
        return new AdjustmentEvent.AdjustmentTookEffect(BUDGET, number, Optional.empty(), from, List.of(), postings);
    }

    private static void add(List<RecordedEvent> events, BudgetEvent event, LocalDate day) {
        UUID id = new UUID(events.size(), 7);
        events.add(new RecordedEvent(
                events.size() + 1L,
                id,
                BUDGET.toString(),
                events.size(),
                EventName.of(event),
                Instant.EPOCH,
                new Envelope<>(id, ACTOR, day, event)));
    }
}
