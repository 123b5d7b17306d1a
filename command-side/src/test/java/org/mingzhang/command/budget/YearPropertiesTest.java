package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.command.budget.YearScene.NEW_YEAR;
import static org.mingzhang.command.budget.YearScene.close;
import static org.mingzhang.command.budget.YearScene.drafted;
import static org.mingzhang.command.budget.YearScene.freeze;
import static org.mingzhang.command.budget.YearScene.record;
import static org.mingzhang.command.budget.YearScene.thaw;
import static org.mingzhang.command.budget.YearScene.then;
import static org.mingzhang.command.budget.YearScene.withCarriedOver;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;

/** What holds through any course of a year: adjusted, frozen, thawed, paid, refunded, corrected and closed. */
class YearPropertiesTest {
    private static final int STEPS = 400;
    private static final List<String> LINES = List.of("wage", "office", "call", "line", "net", "old");

    private final List<LedgerEvent> happened = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_line_is_ever_overdrawn_and_the_closing_balances_to_the_fen(long seed) {
        Random random = new Random(seed);
        Spec spec = given(withCarriedOver()).on(NEW_YEAR.withYear(2025).withMonth(12));
        for (int step = 0; step < STEPS; step++) {
            spec = tried(spec, random);
            holds(spec.budget());
        }
        assertThat(happened)
                .as("the course has led everywhere")
                .hasAtLeastOneElementOfType(ExecutionEvent.LineFrozen.class)
                .hasAtLeastOneElementOfType(ExecutionEvent.LineThawed.class)
                .anyMatch(event -> event instanceof ExecutionEvent.ExecutionRecorded recorded
                        && recorded.after().refunded().isNegative())
                .anyMatch(event -> event instanceof ExecutionEvent.ExecutionRecorded recorded
                        && recorded.before().isPresent());
        Spec closed = closed(settled(spec));
        holds(closed.budget());
        balances(closed.budget());
        Refusal refusal =
                new Refusal.YearIsClosed(closed.budget().execution().closedOn().orElseThrow());
        closed.when(DEPARTMENT, record(YearMonth.of(2025, 1), "office", YearScene.paid(1)))
                .refused(refusal);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void before_and_after_the_approval_no_more_is_spent_than_may_be(long seed) {
        Random random = new Random(seed);
        Spec spec = given(drafted()).on(NEW_YEAR.withYear(2025).withMonth(2));
        for (int step = 0; step < STEPS / 4; step++) {
            spec = accepted(spec, OFFICE, issued(random));
            spec = accepted(spec, DEPARTMENT, recorded(random, "wage", 2));
            LineBalance balance = balance(spec.budget(), "wage");
            assertThat(balance.provisionalLeft().isNegative()).isFalse();
        }
        Amount used = balance(spec.budget(), "wage").used();
        Decision decision = spec.when(
                        OFFICE, new RoundCommand.ApproveBudget(BUDGET, Scene.basisOf(Scene.APPROVED), Scene.APPROVED))
                .decision();
        if (used.exceeds(Amount.ofYuan(100_000))) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            return;
        }
        Spec approved = spec.and(OFFICE, ((Decision.Accepted) decision).events().toArray(LedgerEvent[]::new));
        assertThat(balance(approved.budget(), "wage").of(Stage.PROVISIONAL)).isEqualTo(Amount.ZERO);
        assertThat(YearScene.available(approved, "wage"))
                .isEqualTo(Amount.ofYuan(100_000).minus(used));
    }

    private Spec tried(Spec spec, Random random) {
        String line = LINES.get(random.nextInt(LINES.size()));
        long yuan = random.nextLong(1, 30_000);
        int last = Math.max(1, spec.budget().execution().adjustments().size() - random.nextInt(4));
        return switch (random.nextInt(10)) {
            case 0 -> accepted(spec, OFFICE, freeze(line, yuan));
            case 1 -> accepted(spec, DESK, thaw(line, yuan));
            case 2 -> accepted(spec, OFFICER, submit(document(random, yuan)));
            case 3 -> decided(spec, last);
            case 4 -> accepted(spec, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, last, "撤回"));
            default -> accepted(spec, DEPARTMENT, recorded(random, line, 12));
        };
    }

    private static AdjustmentScene.Request document(Random random, long yuan) {
        return random.nextBoolean()
                ? shift(entry("call", hotline(1), -yuan), entry("line", AdjustmentScene.hotlineOf("30201"), yuan))
                        .saying(unaffected(HOTLINE))
                : supplement(SupplementSource.TRANSFER, entry("office", AdjustmentScene.office(), yuan));
    }

    /** As far as it goes. */
    private Spec decided(Spec spec, int number) {
        Spec now = spec;
        Optional<FiledAdjustment> document =
                now.budget().execution().adjustments().get(number);
        while (document.isPresent()
                && document.get().status() == AdjustmentStatus.IN_REVIEW
                && document.get().next().isPresent()) {
            var station = document.get().next().get();
            boolean department = station == AdjustmentStation.DEPARTMENT_REVIEW;
            now = accepted(now, department ? HEAD : DESK, review(number, station));
            document = now.budget().execution().adjustments().get(number);
        }
        Spec byOffice = accepted(now, OFFICE, effect(number));
        return accepted(byOffice, DEPARTMENT, effect(number));
    }

    private static ExecutionCommand recorded(Random random, String line, int months) {
        MonthFigures figures = new MonthFigures(
                new Amount(random.nextLong(0, 2_000_000)),
                new Amount(random.nextInt(3) == 0 ? -random.nextLong(0, 1_500_000) : 0),
                random.nextInt(4) == 0 ? Optional.of(new Amount(random.nextLong(0, 500_000))) : Optional.empty());
        return record(YearMonth.of(2025, random.nextInt(1, months + 1)), line, figures, "更正");
    }

    private static ExecutionCommand issued(Random random) {
        ProvisionalGround ground =
                random.nextBoolean() ? ProvisionalGround.REFERENCE : ProvisionalGround.LEGAL_OBLIGATION;
        return YearScene.issue("wage", ground, random.nextLong(-10_000, 12_000), 30_000);
    }

    /** Carried out when it is accepted; refused acts change nothing. */
    private Spec accepted(Spec spec, Actor actor, BudgetCommand command) {
        if (spec.when(actor, command).decision() instanceof Decision.Accepted done) {
            happened.addAll(done.events());
            return spec.and(actor, done.events().toArray(LedgerEvent[]::new));
        }
        return spec;
    }

    private void holds(Budget budget) {
        Map<LineKey, Map<Stage, Amount>> sums = sums();
        for (String name : LINES) {
            LineKey line = key(name);
            assertThat(budget.execution().available(line, budget.content()).isNegative())
                    .as(name)
                    .isFalse();
            LineBalance balance = balance(budget, name);
            for (Stage stage : Stage.values()) {
                Amount sum = sums.getOrDefault(line, Map.of()).getOrDefault(stage, Amount.ZERO);
                assertThat(balance.of(stage)).as("%s %s", name, stage).isEqualTo(sum);
                assertThat(stage == Stage.ADJUSTED || !sum.isNegative()).isTrue();
            }
            LineMonths months = budget.execution().course().months(line);
            assertThat(balance.of(Stage.EXECUTED))
                    .isEqualTo(Amount.sum(months.stated().values().stream()
                            .map(MonthFigures::net)
                            .toList()));
            assertThat(balance.of(Stage.COMMITTED))
                    .isEqualTo(months.lastCommitted()
                            .flatMap(months::at)
                            .flatMap(MonthFigures::committed)
                            .orElse(Amount.ZERO));
            if (budget.execution().closedOn().isEmpty()) {
                assertThat(balance.of(Stage.FROZEN))
                        .isEqualTo(budget.execution().course().withheld(line).plus(held(budget, line)));
            }
        }
    }

    private Map<LineKey, Map<Stage, Amount>> sums() {
        Map<LineKey, Map<Stage, Amount>> sums = new HashMap<>();
        happened.stream()
                .flatMap(event -> event.postings().stream())
                .forEach(posting -> sums.computeIfAbsent(posting.line(), line -> new HashMap<>())
                        .merge(posting.stage(), posting.delta(), Amount::plus));
        return sums;
    }

    private static Amount held(Budget budget, LineKey line) {
        return Amount.sum(budget.execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .flatMap(document -> document.request().entries().stream())
                .filter(entry -> entry.line().equals(line) && entry.change().isNegative())
                .map(entry -> entry.change().negated())
                .toList());
    }

    /** Documents end, nothing is in process, and of each project somebody has said what becomes of it. */
    private Spec settled(Spec spec) {
        Spec now = spec.on(NEW_YEAR);
        for (int number = 1; number <= now.budget().execution().adjustments().size(); number++) {
            now = accepted(now, OFFICER, new AdjustmentCommand.WithdrawAdjustment(BUDGET, number, "年终"));
        }
        for (String line : LINES) {
            MonthFigures december = now.budget()
                    .execution()
                    .course()
                    .months(key(line))
                    .at(YearMonth.of(2025, 12))
                    .orElse(new MonthFigures(Amount.ZERO, Amount.ZERO, Optional.empty()));
            MonthFigures none = new MonthFigures(december.paid(), december.refunded(), Optional.of(Amount.ZERO));
            now = accepted(now, DEPARTMENT, record(YearMonth.of(2025, 12), line, none, "年终清理"));
        }
        return now;
    }

    private Spec closed(Spec spec) {
        Spec now = spec;
        for (YearEnd.Line line : YearEnd.of(now.budget(), NEW_YEAR).lines()) {
            if (line.ground() == ClosingGround.STATED) {
                Amount carried = new Amount(line.left().fen() / 3);
                now = accepted(
                        now,
                        OFFICER,
                        new ExecutionCommand.StateCarryOver(
                                BUDGET, List.of(new ExecutionCommand.CarriedLine(line.key(), carried, "继续实施"))));
            }
        }
        List<LedgerEvent> events = now.when(OFFICE, close()).events();
        happened.addAll(events);
        return then(now, OFFICE, close());
    }

    private static void balances(Budget budget) {
        for (String name : LINES) {
            LineBalance balance = balance(budget, name);
            Amount initial = budget.content()
                    .lines()
                    .get(key(name))
                    .map(LineContent::amount)
                    .orElseThrow();
            assertThat(initial.plus(balance.of(Stage.ADJUSTED)))
                    .as(name)
                    .isEqualTo(balance.of(Stage.EXECUTED)
                            .plus(balance.of(Stage.CARRIED_OVER))
                            .plus(balance.of(Stage.LAPSED)));
            assertThat(balance.of(Stage.FROZEN)).isEqualTo(Amount.ZERO);
            assertThat(budget.execution().available(key(name), budget.content()))
                    .isEqualTo(Amount.ZERO);
        }
    }

    private static LineBalance balance(Budget budget, String line) {
        return budget.execution()
                .balances()
                .get(key(line))
                .orElseGet(() -> LineBalance.none(budget.execution()
                        .classification(key(line), budget.content())
                        .orElseThrow()));
    }
}
