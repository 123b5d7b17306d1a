package org.mingzhang.application.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.EventLog;

/**
 * What the treasury reports of the invented year: by the end of each month a part of the budget as it is then, the same for
 * all lines of a category, so that anybody can work out what was executed.
 */
final class InventedExecution {
    private static final Actor MAKER = SampleDocuments.MAKER;

    /** What is spent of the budget by the end of each month, per thousand. */
    private static final int[] PERSONNEL = {83, 166, 250, 333, 416, 500, 583, 666, 750, 833, 916, 1000};

    private static final int[] OPERATING = {60, 120, 210, 290, 370, 480, 560, 640, 720, 800, 890, 980};
    private static final int[] OTHER = {20, 60, 140, 220, 310, 430, 510, 590, 680, 770, 860, 960};
    private static final int[] SPECIFIC = {0, 0, 100, 100, 200, 350, 350, 500, 500, 700, 700, 850};

    /** Of these a payment is under way at the end of October, and paid by the end of November. */
    private static final Set<String> UNDER_WAY = Set.of("50", "55");

    private static final Amount PAYMENT = Amount.ofYuan(50_000);

    /** Of this line something came back in June. */
    private static final String GIVEN_BACK = "12";

    private static final Amount REFUND = Amount.ofYuan(-300);

    private final EventLog log;
    private final SampleDesk desk;

    InventedExecution(EventLog log, SampleDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** Up to the end of that month; what was reported before is not reported again. */
    void through(int last) {
        for (int month = 1; month <= last; month++) {
            String step = "execution-" + month;
            if (log.receipt(MAKER.login(), desk.key(step)).isEmpty()) {
                YearMonth of = YearMonth.of(desk.budget().year().value(), month);
                LocalDate day = of.plusMonths(1).atDay(8);
                desk.done(MAKER, day.toString(), step, reported(of, day));
            }
        }
    }

    private ExecutionCommand reported(YearMonth month, LocalDate day) {
        Budget budget = desk.commands().current(desk.budget()).budget();
        List<ExecutionCommand.RecordedLine> lines = new ArrayList<>();
        budget.content()
                .lines()
                .entries()
                .forEach(line -> lines.add(new ExecutionCommand.RecordedLine(
                        line.key(), figures(budget, line.key(), line.value(), month), "")));
        return new ExecutionCommand.RecordExecution(
                desk.budget(),
                month,
                InventedYear.document(
                        "国库支〔" + month.getYear() + "〕" + month.getMonthValue() + "号",
                        month.getYear() + "年" + month.getMonthValue() + "月国库支付报表",
                        "三门峡市国库支付中心",
                        day.toString()),
                lines);
    }

    private static MonthFigures figures(Budget budget, LineKey line, LineContent content, YearMonth month) {
        int of = month.getMonthValue();
        int part = spent(content.classification().category())[of - 1];
        long until = now(budget, line, content).fen() * part / 1000 / 100 * 100;
        Amount net = new Amount(
                Math.max(0, until - stage(budget, line, Stage.EXECUTED).fen()));
        boolean back = of == 6 && line.value().equals(GIVEN_BACK);
        return new MonthFigures(back ? net.minus(REFUND) : net, back ? REFUND : Amount.ZERO, underWay(line, of));
    }

    private static int[] spent(ProjectCategory category) {
        return switch (category) {
            case PERSONNEL -> PERSONNEL;
            case OPERATING -> OPERATING;
            case OTHER_OPERATIONS -> OTHER;
            case SPECIFIC_PURPOSE -> SPECIFIC;
        };
    }

    private static Optional<Amount> underWay(LineKey line, int month) {
        return switch (UNDER_WAY.contains(line.value()) ? month : 0) {
            case 10 -> Optional.of(PAYMENT);
            case 11 -> Optional.of(Amount.ZERO);
            default -> Optional.empty();
        };
    }

    private static Amount now(Budget budget, LineKey line, LineContent content) {
        return content.amount().plus(stage(budget, line, Stage.ADJUSTED));
    }

    private static Amount stage(Budget budget, LineKey line, Stage stage) {
        return budget.execution()
                .balances()
                .get(line)
                .map(found -> found.of(stage))
                .orElse(Amount.ZERO);
    }
}
