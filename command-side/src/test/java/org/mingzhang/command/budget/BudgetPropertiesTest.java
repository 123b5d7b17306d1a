package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.firstDown;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofFund;
import static org.mingzhang.command.budget.Spec.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.YearSource;

/** What holds after any sequence of commands, good and bad ones. */
class BudgetPropertiesTest {
    @Property(tries = 200)
    void totals_are_the_sums_of_the_lines(@ForAll("histories") List<BudgetCommand> commands) {
        Content content = run(drafting(), commands).budget().content();

        for (FundType fund : FundType.values()) {
            for (YearSource source : YearSource.values()) {
                assertThat(content.totals().expenditure(fund, source)).isEqualTo(sum(content, fund, source));
            }
        }
        assertThat(content.totals().revenue(FundType.GENERAL_PUBLIC, YearSource.CURRENT))
                .isEqualTo(Amount.sum(
                        content.revenue().values().map(line -> line.amount()).toList()));
        for (ThreePublicItem item : ThreePublicItem.values()) {
            assertThat(content.totals().of(item))
                    .isEqualTo(Amount.sum(content.lines()
                            .values()
                            .filter(line -> ThreePublicItem.of(line.classification())
                                    .filter(item::equals)
                                    .isPresent())
                            .map(LineContent::amount)
                            .toList()));
        }
    }

    @Property(tries = 200)
    void the_postings_of_a_line_add_up_to_its_amount(@ForAll("histories") List<BudgetCommand> commands) {
        Run run = run(drafting(), commands);
        Map<LineKey, Amount> sums = new HashMap<>();
        run.events()
                .forEach(event ->
                        event.postings().forEach(posting -> sums.merge(posting.line(), posting.delta(), Amount::plus)));

        Content content = run.budget().content();
        sums.forEach((line, sum) -> {
            Amount spent = content.lines().get(line).map(LineContent::amount).orElse(Amount.ZERO);
            Amount received =
                    content.revenue().get(line).map(income -> income.amount()).orElse(Amount.ZERO);
            assertThat(sum).isEqualTo(spent.plus(received));
        });
    }

    @Property(tries = 200)
    void what_a_classification_received_in_postings_is_what_its_lines_say(
            @ForAll("histories") List<BudgetCommand> commands) {
        Run run = run(drafting(), commands);
        Map<Object, Amount> posted = new HashMap<>();
        run.events().stream()
                .flatMap(event -> event.postings().stream())
                .forEach(posting -> posted.merge(posting.classification(), posting.delta(), Amount::plus));
        Map<Object, Amount> stated = new HashMap<>();
        run.budget()
                .content()
                .lines()
                .values()
                .forEach(line -> stated.merge(line.classification(), line.amount(), Amount::plus));
        run.budget()
                .content()
                .revenue()
                .values()
                .forEach(line -> stated.merge(line.classification(), line.amount(), Amount::plus));

        posted.values().removeIf(Amount::isZero);
        assertThat(posted).isEqualTo(stated);
    }

    @Property(tries = 100)
    void deciding_twice_gives_the_same_answer_and_folding_twice_the_same_state(
            @ForAll("histories") List<BudgetCommand> commands) {
        BudgetCommand.Batch batch = new BudgetCommand.Batch(BUDGET, commands);
        Spec spec = given(firstDown(ceiling(500)));

        assertThat(spec.when(OFFICER, batch).decision())
                .isEqualTo(spec.when(OFFICER, batch).decision());
        assertThat(run(drafting(), commands).budget())
                .isEqualTo(run(drafting(), commands).budget());
    }

    @Property(tries = 100)
    void a_batch_leaves_what_its_commands_leave_one_by_one_or_nothing(
            @ForAll("histories") List<BudgetCommand> commands) {
        Spec spec = given(drafting());
        switch (spec.when(OFFICER, new BudgetCommand.Batch(BUDGET, commands)).decision()) {
            case Decision.Accepted accepted ->
                assertThat(accepted.events())
                        .isEqualTo(run(drafting(), commands).events());
            case Decision.Refused refused ->
                assertThat(refused.objections())
                        .hasSameSizeAs(run(drafting(), commands).objections());
        }
    }

    @Property(tries = 100)
    void lines_of_this_year_never_pass_their_ceiling(@ForAll("histories") List<BudgetCommand> commands) {
        Content content = run(firstDown(ceiling(500)), commands).budget().content();

        for (FundType fund : FundType.values()) {
            assertThat(content.totals().expenditure(fund, YearSource.CURRENT))
                    .isLessThanOrEqualTo(ceiling(500).of(fund));
        }
    }

    private record Run(Budget budget, List<LedgerEvent> events, List<Decision.Objection> objections) {}

    private static Run run(BudgetEvent[] before, List<BudgetCommand> commands) {
        Spec spec = given(before);
        List<LedgerEvent> events = new ArrayList<>();
        List<Decision.Objection> objections = new ArrayList<>();
        for (BudgetCommand command : commands) {
            switch (spec.when(OFFICER, command).decision()) {
                case Decision.Accepted accepted -> {
                    events.addAll(accepted.events());
                    spec = spec.and(OFFICER, accepted.events().toArray(LedgerEvent[]::new));
                }
                case Decision.Refused refused -> objections.addAll(refused.objections());
            }
        }
        return new Run(spec.budget(), events, objections);
    }

    private static Amount sum(Content content, FundType fund, YearSource source) {
        return Amount.sum(content.lines()
                .values()
                .filter(line -> line.classification().fund() == fund
                        && line.classification().source() == source)
                .map(LineContent::amount)
                .toList());
    }

    @Provide
    Arbitrary<List<BudgetCommand>> histories() {
        return commands().list().ofMaxSize(25);
    }

    private static Arbitrary<BudgetCommand> commands() {
        Arbitrary<LineKey> keys = Arbitraries.integers().between(1, 5).map(number -> key("L" + number));
        Arbitrary<LineContent> contents = contents();
        Arbitrary<Long> yuan = Arbitraries.longs().between(0, 300);
        return Arbitraries.oneOf(
                Combinators.combine(keys, contents).as((k, c) -> new LineCommand.AllocateLine(BUDGET, k, c)),
                Combinators.combine(keys, contents).as((k, c) -> new LineCommand.ReviseLine(BUDGET, k, c)),
                keys.map(k -> new LineCommand.RemoveLine(BUDGET, k, "重复")),
                Combinators.combine(keys, yuan).as((k, y) -> new RevenueCommand.EstimateRevenue(BUDGET, k, income(y))),
                Combinators.combine(keys, yuan).as((k, y) -> new RevenueCommand.ReviseRevenue(BUDGET, k, income(y))),
                keys.map(k -> new RevenueCommand.RemoveRevenue(BUDGET, k, "")));
    }

    private static Arbitrary<LineContent> contents() {
        Arbitrary<Long> yuan = Arbitraries.longs().between(-1, 300);
        return Arbitraries.oneOf(
                yuan.map(Scene::wages),
                yuan.map(y -> ofFund(FundType.UNIT_OWN, YearSource.CURRENT, y)),
                yuan.map(y -> ofFund(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, y)),
                yuan.map(y -> content(
                        money("2010301", "30217", "50206", ProjectCategory.OPERATING, OFFICE_UNIT.code()),
                        Amount.ofYuan(y))),
                yuan.map(y -> content(
                        money("2010350", "30101", "50501", ProjectCategory.PERSONNEL, CENTRE.code()),
                        Amount.ofYuan(y))));
    }
}
