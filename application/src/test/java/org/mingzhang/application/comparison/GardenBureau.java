package org.mingzhang.application.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;

/**
 * An invented department with two released years: one of its units is merged into another, one comes from another
 * department, a project goes on under another code and name, one ends, one begins, and both years are adjusted.
 */
public final class GardenBureau {
    public static final String SUBJECT = "411200-207";
    public static final String OTHER = "411200-208";
    public static final String MAIN = "207001";
    public static final String MERGED = "207002";
    public static final String CAME = "208002";
    public static final String PARK = "411200257000000000001";
    public static final String NURSERY = "411200257000000000002";
    public static final String SMART_NURSERY = "411200267000000000002";
    public static final String SHOW = "411200257000000000003";
    public static final String WETLAND = "411200267000000000004";

    private static final DivisionCode DIVISION = new DivisionCode("411200");

    private GardenBureau() {}

    /** Everything; the adjustments of both years are in effect and not released. */
    public static void released(RunningApplication application) {
        InventedYear.opened(application, OTHER + "-2025", "市林业局")
                .unit("208001", "市林业局本级")
                .unit(CAME, "市湿地保护站")
                .personnel("A", "208001", 500_000)
                .personnel("B", CAME, 120_000)
                .operating("C", CAME, 30_000)
                .approved()
                .released("02-10")
                .reduced("09-22", ReasonClass.OTHER, "湿地站结余收回", "C", 5_000);
        InventedYear.opened(application, SUBJECT + "-2025", "市园林局")
                .unit(MAIN, "市园林局本级")
                .unit(MERGED, "市苗圃管理所")
                .project(PARK, "公园养护", MAIN)
                .project(NURSERY, "苗圃信息化", MERGED)
                .project(SHOW, "牡丹花展", MAIN)
                .personnel("A", MAIN, 900_000)
                .personnel("B", MERGED, 300_000)
                .operating("C", MAIN, 160_000)
                .operating("D", MERGED, 40_000)
                .project("E", MAIN, PARK, 420_000)
                .project("F", MERGED, NURSERY, 150_000)
                .project("G", MAIN, SHOW, 80_000)
                .approved()
                .released("02-10")
                .reduced("06-16", ReasonClass.POLICY, "压减花展支出", "G", 20_000)
                .reduced("07-21", ReasonClass.OTHER, "苗圃所公用经费结余收回", "D", 4_000);
        goesOn(application, SuccessionKind.UNIT, MERGED, MAIN, "虚编〔2025〕12号", "关于市苗圃管理所并入市园林局的批复");
        goesOn(application, SuccessionKind.UNIT, CAME, "207003", "虚编〔2025〕13号", "关于湿地保护站划转市园林局的批复");
        goesOn(application, SuccessionKind.PROJECT, NURSERY, SMART_NURSERY, "虚财预〔2025〕77号", "关于项目更名的通知");
        InventedYear.opened(application, SUBJECT + "-2026", "市园林局")
                .unit(MAIN, "市园林局本级")
                .unit("207003", "市湿地保护站")
                .project(PARK, "公园养护", MAIN)
                .project(SMART_NURSERY, "智慧苗圃", MAIN)
                .project(WETLAND, "湿地监测", "207003")
                .personnel("A", MAIN, 1_240_000)
                .personnel("B", "207003", 130_000)
                .operating("C", MAIN, 190_000)
                .operating("D", "207003", 30_000)
                .project("E", MAIN, PARK, 420_000)
                .project("F", MAIN, SMART_NURSERY, 210_000)
                .project("G", "207003", WETLAND, 95_000)
                .approved()
                .released("02-10")
                .shifted("05-18", ReasonClass.TASK, "苗圃任务增加", "E", "F", 15_000)
                .reduced("06-22", ReasonClass.POLICY, "压减一般性支出", "C", 10_000)
                .seen();
    }

    static void goesOn(
            RunningApplication application,
            SuccessionKind kind,
            String before,
            String after,
            String number,
            String title) {
        LocalDate day = LocalDate.of(2025, 9, 1);
        Succession succession = new Succession(
                kind,
                before,
                List.of(new Successor(after, Successor.WHOLE)),
                new FiscalYear(2026),
                new Basis(number, title, "三门峡市委编办", day, true));
        UUID id = UUID.randomUUID();
        Outcome outcome = application
                .context()
                .getBean(CrosswalkCommands.class)
                .submit(
                        new Envelope<>(
                                id,
                                Actor.of("office", "虚拟预算", Role.BUDGET_OFFICE),
                                day,
                                new CrosswalkCommand.RecordSuccession(DIVISION, succession, true)),
                        id.toString());
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
