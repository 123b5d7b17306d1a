package org.mingzhang.application.comparison;

import org.mingzhang.application.RunningApplication;

/** Two invented departments with three released years: units and projects under other codes, one project in another unit. */
final class ThreeYears {
    static final String FIRST = "411200257000000000011";
    static final String SECOND = "411200267000000000011";
    static final String THIRD = "411200277000000000011";
    static final String MOVED = "411200257000000000012";
    static final String NEW = "411200267000000000021";

    private ThreeYears() {}

    static void of(RunningApplication application) {
        InventedYear.opened(application, "411200-301-2025", "市气象局")
                .unit("301001", "市气象局本级")
                .unit("301002", "市观测站")
                .project(FIRST, "雷达运行", "301001")
                .project(MOVED, "站网维护", "301002")
                .personnel("A", "301001", 700_001)
                .personnel("B", "301002", 99_999)
                .operating("C", "301001", 50_000)
                .project("E", "301001", FIRST, 100_000)
                .project("F", "301002", MOVED, 33_333)
                .approved()
                .released("02-10");
        InventedYear.opened(application, "411200-301-2026", "市气象局")
                .unit("301001", "市气象局本级")
                .unit("301003", "市服务中心")
                .project(SECOND, "雷达保障", "301003")
                .project(MOVED, "站网维护", "301001")
                .personnel("A", "301001", 500_000)
                .personnel("B", "301003", 310_000)
                .operating("C", "301001", 45_000)
                .project("E", "301003", SECOND, 120_000)
                .project("F", "301001", MOVED, 30_000)
                .approved()
                .released("02-10");
        InventedYear.opened(application, "411200-301-2027", "市气象局")
                .unit("301001", "市气象局本级")
                .project(THIRD, "雷达更新", "301001")
                .project(MOVED, "站网维护", "301001")
                .personnel("A", "301001", 830_000)
                .operating("C", "301001", 44_000)
                .project("E", "301001", THIRD, 130_000)
                .project("F", "301001", MOVED, 30_000)
                .approved()
                .released("02-10");
        second(application, "2025", 200_000, 0);
        second(application, "2026", 210_000, 15_000);
        second(application, "2027", 190_000, 16_000);
    }

    private static void second(RunningApplication application, String year, long personnel, long project) {
        InventedYear opened = InventedYear.opened(application, "411200-302-" + year, "市地震局")
                .unit("302001", "市地震局本级")
                .unit("302002", "市监测中心")
                .personnel("A", "302001", personnel)
                .operating("B", "302002", 20_000);
        InventedYear complete =
                project == 0 ? opened : opened.project(NEW, "预警发布", "302002").project("C", "302002", NEW, project);
        complete.approved().released("02-10").seen();
    }
}
