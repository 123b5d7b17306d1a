package org.mingzhang.application.sample;

import java.util.List;
import org.mingzhang.command.budget.ComparativeCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/**
 * What the published text of 2025 says of 2024: it prints the differences, from which the totals of the year before follow;
 * of the three publics and their items it says that they are unchanged.
 */
final class SampleComparatives {
    private static final Actor DEPARTMENT = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);

    private static final String STEP = "comparatives";

    private SampleComparatives() {}

    /** False of the sample of an earlier release. */
    static boolean stated(EventLog log, SampleDesk desk) {
        return log.receipt(DEPARTMENT.login(), desk.key(STEP)).isPresent();
    }

    /** The position after which everything is there that is to be published. */
    static long load(SampleDesk desk) {
        return desk.done(
                DEPARTMENT,
                "2025-02-06",
                STEP,
                new ComparativeCommand.StateComparatives(
                        desk.budget(),
                        new Comparatives(
                                new FiscalYear(2024),
                                List.of(
                                        figure(FigureLevel.TOTAL, "3299.20"),
                                        new PrintedFigure(
                                                FigureLevel.FUND,
                                                FundType.GENERAL_PUBLIC.name(),
                                                AmountUnit.WAN_YUAN.parse("3299.20")),
                                        figure(FigureLevel.OPERATING, "265.70"),
                                        figure(FigureLevel.THREE_PUBLICS, "11.50"),
                                        figure(FigureLevel.OVERSEAS_TRAVEL, "0.00"),
                                        figure(FigureLevel.HOSPITALITY, "1.50"),
                                        figure(FigureLevel.VEHICLES, "10.00"),
                                        figure(FigureLevel.VEHICLE_PURCHASE, "0.00"),
                                        figure(FigureLevel.VEHICLE_RUNNING, "10.00")),
                                SampleDesk.document(
                                        "2025年部门预算公开文本",
                                        "2025年度市政府办公室部门预算公开（与2024年比较的说明）",
                                        "河南省三门峡市人民政府办公室",
                                        "2025-02-05")),
                        ""));
    }

    private static PrintedFigure figure(FigureLevel level, String wan) {
        return new PrintedFigure(level, "", AmountUnit.WAN_YUAN.parse(wan));
    }
}
