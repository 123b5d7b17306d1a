package org.mingzhang.command.intake.file;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.Execution;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.UnitCode;

/** What was stated of a month, as rows of the sheet 执行; lines of which nothing was stated come with empty cells. */
final class ExecutionContent {
    private ExecutionContent() {}

    static List<Map<String, String>> about(BudgetId budget, YearMonth month) {
        return List.of(
                Map.of("item", "预算编号", "content", budget.toString()),
                Map.of("item", "金额单位", "content", "元"),
                Map.of("item", "来源文号", "content", ""),
                Map.of("item", "来源名称", "content", month.getYear() + "年" + month.getMonthValue() + "月国库支付报表"),
                Map.of("item", "来源单位", "content", ""),
                Map.of("item", "来源日期", "content", ""));
    }

    static List<Map<String, String>> rows(YearMonth month, Budget current, Optional<UnitCode> own) {
        Execution execution = current.execution();
        Set<LineKey> lines = new LinkedHashSet<>();
        current.content().lines().entries().forEach(line -> lines.add(line.key()));
        execution.balances().entries().forEach(line -> lines.add(line.key()));
        List<Map<String, String>> rows = new ArrayList<>();
        lines.stream()
                .filter(line -> own.isEmpty()
                        || execution
                                .classification(line, current.content())
                                .filter(money -> money.unit().equals(own.get()))
                                .isPresent())
                .forEach(line -> rows.add(
                        row(line, month, execution.course().months().get(line).flatMap(months -> months.at(month)))));
        return rows;
    }

    private static Map<String, String> row(LineKey line, YearMonth month, Optional<MonthFigures> stated) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("month", month.toString());
        row.put("line", line.value());
        stated.ifPresent(figures -> {
            row.put("paid", yuan(figures.paid()));
            row.put("refunded", figures.refunded().isZero() ? "" : yuan(figures.refunded()));
            row.put("committed", figures.committed().map(ExecutionContent::yuan).orElse(""));
        });
        return row;
    }

    private static String yuan(Amount amount) {
        return BigDecimal.valueOf(amount.fen(), 2).toPlainString();
    }
}
