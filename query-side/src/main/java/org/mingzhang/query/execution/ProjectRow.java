package org.mingzhang.query.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;

/**
 * A project of the library with what has become of its money.
 *
 * @param lines those that name it
 * @param targets how many indicators it has
 * @param state one of {@link #STATES}
 */
public record ProjectRow(
        Project project, String unitName, Map<Stage, Amount> sums, List<Balance> lines, int targets, String state) {
    /** In the order in which a project passes through them; the last is for those that got no money. */
    static final List<String> STATES =
            List.of("preparing", "approved", "adjusting", "executing", "spent", "without-money");

    private static final Set<String> APPROVED = Set.of("approved", "distributed");
    private static final int PERCENT = 100;

    /** @param phase of the budget */
    static ProjectRow of(
            Project project, String unitName, List<Balance> lines, int targets, String phase, boolean adjusting) {
        Map<Stage, Amount> sums = LineBalances.sum(lines);
        return new ProjectRow(project, unitName, sums, lines, targets, state(sums, phase, adjusting));
    }

    private static String state(Map<Stage, Amount> sums, String phase, boolean adjusting) {
        Amount budgeted = in(sums, Stage.INITIAL).plus(in(sums, Stage.ADJUSTED));
        Amount used = in(sums, Stage.EXECUTED).plus(in(sums, Stage.COMMITTED));
        if (!APPROVED.contains(phase)) {
            return "preparing";
        }
        if (adjusting) {
            return "adjusting";
        }
        if (budgeted.isZero()) {
            return "without-money";
        }
        if (used.isZero()) {
            return "approved";
        }
        return in(sums, Stage.EXECUTED).compareTo(budgeted) < 0 ? "executing" : "spent";
    }

    public Amount of(Stage stage) {
        return in(sums, stage);
    }

    public Amount budgetedAmount() {
        return of(Stage.INITIAL).plus(of(Stage.ADJUSTED));
    }

    /** Nothing once the year is closed: what was left is carried over or has lapsed. */
    public Amount availableAmount() {
        return budgetedAmount()
                .minus(of(Stage.FROZEN))
                .minus(of(Stage.COMMITTED))
                .minus(of(Stage.EXECUTED))
                .minus(of(Stage.CARRIED_OVER))
                .minus(of(Stage.LAPSED));
    }

    public String initial() {
        return AmountUnit.YUAN.print(of(Stage.INITIAL));
    }

    public String adjusted() {
        return AmountUnit.YUAN.print(of(Stage.ADJUSTED));
    }

    public String budgeted() {
        return AmountUnit.YUAN.print(budgetedAmount());
    }

    public String frozen() {
        return AmountUnit.YUAN.print(of(Stage.FROZEN));
    }

    public String committed() {
        return AmountUnit.YUAN.print(of(Stage.COMMITTED));
    }

    public String executed() {
        return AmountUnit.YUAN.print(of(Stage.EXECUTED));
    }

    public String available() {
        return AmountUnit.YUAN.print(availableAmount());
    }

    /** How much of the budget is paid, in whole percent; 0 of nothing. */
    public long progress() {
        long budgeted = budgetedAmount().fen();
        return budgeted <= 0 ? 0 : of(Stage.EXECUTED).fen() * PERCENT / budgeted;
    }

    boolean mentions(String word) {
        String all = String.join(
                " ",
                project.code().value(),
                project.name(),
                project.description(),
                project.unit().value(),
                unitName,
                project.category().label());
        return all.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private static Amount in(Map<Stage, Amount> sums, Stage stage) {
        return sums.getOrDefault(stage, Amount.ZERO);
    }
}
