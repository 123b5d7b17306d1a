package org.mingzhang.query.execution;

import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/** A line of the ledger as a page shows it: codes with their names, amounts in 元. */
public record LedgerLine(Balance balance, CodeNames names) {
    private static final int PERCENT = 100;

    public String key() {
        return balance.line().value();
    }

    public Classification.Expenditure money() {
        return balance.classification();
    }

    public String functionName() {
        return names.function(money().function());
    }

    public String deptName() {
        return names.dept(money().deptEconomic());
    }

    public String projectCode() {
        return money().project().map(ProjectCode::value).orElse("");
    }

    public String projectName() {
        return names.project(money().project());
    }

    /** The project, or what the line is for where it has none. */
    public String purpose() {
        return projectName().isEmpty() ? money().category().label() : projectName();
    }

    public String initial() {
        return yuan(balance.of(Stage.INITIAL));
    }

    public String adjusted() {
        return yuan(balance.of(Stage.ADJUSTED));
    }

    public String budgeted() {
        return yuan(balance.budgeted());
    }

    public String frozen() {
        return yuan(balance.of(Stage.FROZEN));
    }

    public String committed() {
        return yuan(balance.of(Stage.COMMITTED));
    }

    public String executed() {
        return yuan(balance.of(Stage.EXECUTED));
    }

    /** Paid less the budget as it stands. */
    public String difference() {
        return yuan(balance.of(Stage.EXECUTED).minus(balance.budgeted()));
    }

    public String carriedOver() {
        return yuan(balance.of(Stage.CARRIED_OVER));
    }

    public String lapsed() {
        return yuan(balance.of(Stage.LAPSED));
    }

    public String available() {
        return yuan(balance.available());
    }

    /** In whole fen, for the page's own sums. */
    public long availableFen() {
        return balance.available().fen();
    }

    /** How much of the budget is paid, in whole percent; 0 of nothing. */
    public long progress() {
        long budgeted = balance.budgeted().fen();
        return budgeted <= 0 ? 0 : balance.of(Stage.EXECUTED).fen() * PERCENT / budgeted;
    }

    /** The same with other sums, for a row that adds others up. */
    LedgerLine with(Map<Stage, Amount> sums) {
        return new LedgerLine(new Balance(balance.line(), balance.classification(), sums, balance.approved()), names);
    }

    /** What the type-ahead shows beside the key. */
    public String label() {
        return purpose() + " · " + functionName() + " · " + deptName();
    }

    boolean mentions(String word) {
        String all = String.join(
                " ",
                key(),
                money().unit().value(),
                money().function().value(),
                functionName(),
                projectCode(),
                projectName(),
                money().deptEconomic().value(),
                deptName(),
                money().category().label());
        return all.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private static String yuan(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }
}
