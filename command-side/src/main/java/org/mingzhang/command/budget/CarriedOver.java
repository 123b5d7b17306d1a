package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.YearSource;

/**
 * What a closed year carries over (结转), as drafts of the next: a line for each line, and as much income, because both
 * sides of each fund are equal and carried-over money is one of its sources.
 */
final class CarriedOver {
    /** Longer keys lose their end, so that the mark fits behind it. */
    private static final int LONGEST = 60;

    private static final String MARK = "-结转";

    private final BudgetId budget;
    private final Budget last;
    private final Predicate<Classification.Expenditure> codesOpen;

    CarriedOver(BudgetId budget, Budget last, Predicate<Classification.Expenditure> codesOpen) {
        this.budget = budget;
        this.last = last;
        this.codesOpen = codesOpen;
    }

    private record Purse(UnitCode unit, FundType fund) {}

    List<BudgetCommand> commands() {
        List<BudgetCommand> commands = new ArrayList<>();
        Map<Purse, Amount> income = new LinkedHashMap<>();
        last.execution().balances().entries().forEach(line -> {
            Amount carried = line.value().of(Stage.CARRIED_OVER);
            Classification.Expenditure money = line.value().classification();
            if (!carried.isZero() && codesOpen.test(money)) {
                LineContent content = new LineContent(money.carriedOver(), carried, "", mappingReason(line.key()));
                commands.add(new LineCommand.AllocateLine(budget, key(line.key()), content));
                income.merge(new Purse(money.unit(), money.fund()), carried, Amount::plus);
            }
        });
        income.forEach((purse, amount) -> commands.add(new RevenueCommand.EstimateRevenue(
                budget,
                new LineKey("结转-" + purse.unit() + "-" + purse.fund()),
                new RevenueContent(
                        new Classification.Revenue(
                                purse.unit(),
                                RevenueSource.feeding(purse.fund(), YearSource.CARRY_OVER),
                                YearSource.CARRY_OVER,
                                false),
                        amount,
                        ""))));
        return commands;
    }

    private static LineKey key(LineKey line) {
        String text = line.value();
        return new LineKey((text.length() > LONGEST ? text.substring(0, LONGEST) : text) + MARK);
    }

    /** The reason of a governmental code that departs from the mapping goes with the line. */
    private String mappingReason(LineKey line) {
        return last.content().lines().get(line).map(LineContent::mappingReason).orElse("");
    }
}
