package org.mingzhang.application.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.Portion;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/**
 * Ten invented months of execution of the sample's year, January to October: the source tells of none. The same every
 * time: people are paid evenly, the rest comes in steps that follow from the line's key alone.
 */
final class SampleExecution {
    private static final Actor MAKER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final int MONTHS = 10;

    /** What is spent of the initial budget by the end of each month, per thousand. */
    private static final int[] EVEN = {82, 164, 250, 332, 416, 500, 582, 666, 748, 830};

    private static final int[] STEPS = {20, 55, 130, 190, 260, 400, 455, 520, 640, 720};

    /** Bought at the end of the year, when it is bought at all. */
    private static final Set<String> LATE = Set.of("41", "52");

    private final EventLog log;
    private final SampleDesk desk;

    SampleExecution(EventLog log, SampleDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** Whether a start that was killed left some of it undone; the sample of an earlier release has none. */
    static boolean interrupted(EventLog log, SampleDesk desk) {
        return log.receipt(MAKER.login(), desk.key(step(1))).isPresent()
                && log.receipt(OFFICE.login(), desk.key("freeze")).isEmpty();
    }

    /** All of it; what was done before is not done again. */
    void load() {
        for (int month = 1; month <= MONTHS; month++) {
            YearMonth of = YearMonth.of(desk.budget().year().value(), month);
            LocalDate day = of.plusMonths(1).atDay(8);
            if (log.receipt(MAKER.login(), desk.key(step(month))).isEmpty()) {
                desk.done(MAKER, day.toString(), step(month), month(of, day));
            }
        }
        desk.done(
                OFFICE,
                "2025-11-12",
                "freeze",
                new ExecutionCommand.FreezeLine(
                        desk.budget(), new LineKey("7"), new Portion.Percent(10), "压减一般性支出（演示，虚构）", Optional.empty()));
    }

    private ExecutionCommand month(YearMonth month, LocalDate day) {
        Budget budget = desk.commands().current(desk.budget()).budget();
        List<ExecutionCommand.RecordedLine> lines = new ArrayList<>();
        budget.content().lines().entries().stream()
                .filter(line -> !LATE.contains(line.key().value()))
                .forEach(line -> {
                    long until = share(line.key(), line.value(), month.getMonthValue());
                    long before =
                            month.getMonthValue() == 1 ? 0 : share(line.key(), line.value(), month.getMonthValue() - 1);
                    Amount available = budget.execution().available(line.key(), budget.content());
                    Amount paid = new Amount(Math.max(0, Math.min(until - before, available.fen())));
                    lines.add(new ExecutionCommand.RecordedLine(
                            line.key(), figures(line.key(), paid, available, month), ""));
                });
        Basis report = SampleDesk.document(
                "国库支〔2025〕" + month.getMonthValue() + "号",
                month.getYear() + "年" + month.getMonthValue() + "月国库支付报表",
                "三门峡市国库支付中心",
                day.toString());
        return new ExecutionCommand.RecordExecution(desk.budget(), month, report, lines);
    }

    /** Some lines have a payment under way at the end of the last month, and one a refund in June. */
    private static MonthFigures figures(LineKey line, Amount paid, Amount available, YearMonth month) {
        boolean last = month.getMonthValue() == MONTHS && line.value().endsWith("2");
        Amount committed = new Amount(Math.min(available.minus(paid).fen() / 20 / 100 * 100, 2_000_000));
        boolean back = month.getMonthValue() == 6 && line.value().equals("12") && paid.exceeds(Amount.ZERO);
        return new MonthFigures(
                paid,
                back ? new Amount(-Math.min(50_000, paid.fen())) : Amount.ZERO,
                last ? Optional.of(committed) : Optional.empty());
    }

    /** In fen, to the yuan, by the end of that month. */
    private static long share(LineKey line, LineContent content, int month) {
        Classification.Expenditure money = content.classification();
        boolean people = money.category() == ProjectCategory.PERSONNEL;
        long thousandth = people ? EVEN[month - 1] : Math.min(1000, STEPS[month - 1] + spread(line));
        return content.amount().fen() / 1000 * thousandth / 100 * 100;
    }

    /** Up to 15 per cent faster or slower, always the same for the same line. */
    private static long spread(LineKey line) {
        CRC32 crc = new CRC32();
        crc.update(line.value().getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % 300 / 2;
    }

    private static String step(int month) {
        return "execution-" + month;
    }
}
