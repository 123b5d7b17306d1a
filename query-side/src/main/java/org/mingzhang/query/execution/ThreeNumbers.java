package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;

/**
 * The three numbers of final accounts (预算数、调整预算数、决算数): by function to 项 and by economic nature to 款, with the sums
 * of what stands above them (预算法 art. 75). Nothing but sums of postings.
 */
final class ThreeNumbers {
    private static final int CLASS = 3;
    private static final int GROUP = 5;
    private static final int ITEM = 7;

    private final List<Balance> balances;
    private final FiscalYear year;

    ThreeNumbers(List<Balance> balances, FiscalYear year) {
        this.balances = balances;
        this.year = year;
    }

    /**
     * A code with its numbers.
     *
     * @param depth 0 for a 类
     */
    public record Row(String code, String name, int depth, Map<Stage, Amount> sums) {
        public Amount of(Stage stage) {
            return sums.getOrDefault(stage, Amount.ZERO);
        }

        public Amount revised() {
            return of(Stage.INITIAL).plus(of(Stage.ADJUSTED));
        }

        public String initialPrinted() {
            return AmountUnit.YUAN.print(of(Stage.INITIAL));
        }

        public String revisedPrinted() {
            return AmountUnit.YUAN.print(revised());
        }

        public String executedPrinted() {
            return AmountUnit.YUAN.print(of(Stage.EXECUTED));
        }

        public String differencePrinted() {
            return AmountUnit.YUAN.print(of(Stage.EXECUTED).minus(revised()));
        }

        public String carriedPrinted() {
            return AmountUnit.YUAN.print(of(Stage.CARRIED_OVER));
        }

        public String lapsedPrinted() {
            return AmountUnit.YUAN.print(of(Stage.LAPSED));
        }

        private Row plus(Balance balance) {
            Map<Stage, Amount> more = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                more.put(stage, of(stage).plus(balance.of(stage)));
            }
            return new Row(code, name, depth, more);
        }
    }

    List<Row> byFunction() {
        return by(
                money -> money.function().value(), Classifications.shipped().functional(), new int[] {CLASS, GROUP, ITEM
                });
    }

    List<Row> byEconomy() {
        return by(
                money -> money.deptEconomic().value(), Classifications.shipped().deptEconomic(), new int[] {CLASS, GROUP
                });
    }

    Row total() {
        return new Row("", "", 0, LineBalances.sum(balances));
    }

    private List<Row> by(Function<Classification.Expenditure, String> code, CodeList names, int[] lengths) {
        Map<String, Row> rows = new TreeMap<>();
        for (Balance balance : balances) {
            String whole = code.apply(balance.classification());
            for (int depth = 0; depth < lengths.length; depth++) {
                String part = whole.substring(0, lengths[depth]);
                Row row = rows.getOrDefault(part, new Row(part, names.nameOf(part, year), depth, Map.of()));
                rows.put(part, row.plus(balance));
            }
        }
        return new ArrayList<>(rows.values());
    }
}
