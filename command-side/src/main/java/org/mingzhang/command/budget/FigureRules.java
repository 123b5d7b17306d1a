package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.UnitCode;

/** Figures stated of one year among themselves: each once, none negative, codes of that year, parts no more than their whole. */
final class FigureRules {
    /** Half of the last printed digit of 万元, by which each figure may be off. */
    private static final long ROUNDED = 5_000;

    private final Findings findings;
    private final Classifications codes;
    private final DepartmentCode department;
    private final FiscalYear year;
    private final List<PrintedFigure> figures;

    FigureRules(Findings findings, Classifications codes, DepartmentCode department, Comparatives stated) {
        this.findings = findings;
        this.codes = codes;
        this.department = department;
        this.year = stated.year();
        this.figures = stated.figures();
    }

    void check() {
        findings.require(!figures.isEmpty(), "figures", Refusal.NoFigures::new);
        ListRules.atMost(findings, ListRules.MOST_ENTRIES, "figures", figures);
        for (int at = 0; at < figures.size(); at++) {
            each(at, figures.get(at), "figures[" + at + "].");
        }
        for (int at = 0; at < figures.size() && findings.isEmpty(); at++) {
            parts(figures.get(at), "figures[" + at + "].amount");
        }
    }

    private void each(int at, PrintedFigure figure, String row) {
        boolean first = figures.stream().limit(at).noneMatch(figure::sameAs);
        findings.require(first, row + "level", () -> new Refusal.FigureTwice(figure.level(), figure.code()));
        findings.require(
                !figure.amount().isNegative(),
                row + "amount",
                () -> new Refusal.FigureNegative(figure.level(), figure.code(), figure.amount()));
        switch (figure.level()) {
            case FUNCTION -> code(figure, CodeKind.FUNCTION, codes.functional(), row);
            case DEPT_ECONOMIC -> code(figure, CodeKind.DEPT_ECONOMIC, codes.deptEconomic(), row);
            case GOV_ECONOMIC -> code(figure, CodeKind.GOV_ECONOMIC, codes.govEconomic(), row);
            case UNIT -> unit(figure, row);
            case TOTAL, BASIC, PROJECTS, OPERATING, THREE_PUBLICS, OVERSEAS_TRAVEL, HOSPITALITY, VEHICLES -> {}
            case VEHICLE_PURCHASE, VEHICLE_RUNNING, FUND, PROJECT -> {}
        }
    }

    private void code(PrintedFigure figure, CodeKind kind, CodeList list, String row) {
        findings.require(list.knows(figure.code()), row + "code", () -> new Refusal.CodeUnknown(kind, figure.code()));
        findings.require(
                !list.knows(figure.code()) || list.find(figure.code(), year).isPresent(),
                row + "code",
                () -> new Refusal.CodeNotValidInYear(kind, figure.code(), year));
    }

    private void unit(PrintedFigure figure, String row) {
        findings.require(
                figure.code().startsWith(department.value()),
                row + "code",
                () -> new Refusal.UnitOfAnotherDepartment(new UnitCode(figure.code()), department));
    }

    /** Parts that are all there make the whole; where some are unknown, the others are at most the whole. */
    private void parts(PrintedFigure whole, String field) {
        for (Split split : splits(whole)) {
            List<Amount> known = split.known();
            Amount sum = Amount.sum(known);
            long tolerance = ROUNDED * (known.size() + 1L);
            long over = sum.minus(whole.amount()).fen();
            boolean holds = split.complete() ? Math.abs(over) <= tolerance : over <= tolerance;
            findings.require(
                    known.isEmpty() || holds,
                    field,
                    () -> new Refusal.FigurePartsDiffer(whole.level(), whole.code(), whole.amount(), sum));
        }
    }

    /** @param complete whether these are all parts that there are */
    private record Split(List<Amount> known, boolean complete) {}

    private List<Split> splits(PrintedFigure whole) {
        return switch (whole.level()) {
            case TOTAL ->
                List.of(
                        named(FigureLevel.BASIC, FigureLevel.PROJECTS),
                        named(FigureLevel.THREE_PUBLICS),
                        named(FigureLevel.OPERATING),
                        below(FigureLevel.FUNCTION, ""),
                        below(FigureLevel.DEPT_ECONOMIC, ""),
                        below(FigureLevel.GOV_ECONOMIC, ""),
                        some(every(FigureLevel.FUND)),
                        some(every(FigureLevel.UNIT)));
            case FUNCTION, DEPT_ECONOMIC, GOV_ECONOMIC -> List.of(below(whole.level(), whole.code()));
            case THREE_PUBLICS, VEHICLES, BASIC -> List.of(named(parts(whole.level())));
            case PROJECTS -> List.of(some(every(FigureLevel.PROJECT)));
            case OPERATING, OVERSEAS_TRAVEL, HOSPITALITY, VEHICLE_PURCHASE, VEHICLE_RUNNING -> List.of();
            case FUND, UNIT, PROJECT -> List.of();
        };
    }

    private static FigureLevel[] parts(FigureLevel whole) {
        return switch (whole) {
            case THREE_PUBLICS ->
                new FigureLevel[] {FigureLevel.OVERSEAS_TRAVEL, FigureLevel.HOSPITALITY, FigureLevel.VEHICLES};
            case VEHICLES -> new FigureLevel[] {FigureLevel.VEHICLE_PURCHASE, FigureLevel.VEHICLE_RUNNING};
            case BASIC -> new FigureLevel[] {FigureLevel.OPERATING};
            default -> new FigureLevel[0];
        };
    }

    private static Split some(List<Amount> known) {
        return new Split(known, false);
    }

    private Split named(FigureLevel... levels) {
        List<Amount> known = new ArrayList<>();
        int stated = 0;
        for (FigureLevel level : levels) {
            stated += every(level).size();
            known.addAll(least(level));
        }
        return new Split(known, levels.length > 1 && stated == levels.length);
    }

    /** What is stated of it or, where that is not, of its parts: it is no less than those. */
    private List<Amount> least(FigureLevel level) {
        List<Amount> stated = every(level);
        if (!stated.isEmpty()) {
            return stated;
        }
        if (level == FigureLevel.PROJECTS) {
            return every(FigureLevel.PROJECT);
        }
        List<Amount> below = new ArrayList<>();
        for (FigureLevel part : parts(level)) {
            below.addAll(least(part));
        }
        return below;
    }

    private List<Amount> every(FigureLevel level) {
        return figures.stream()
                .filter(figure -> figure.level() == level)
                .map(PrintedFigure::amount)
                .toList();
    }

    /** What is stated below a code, each as high up as it is stated: what lies below those is counted with them. */
    private Split below(FigureLevel level, String above) {
        List<PrintedFigure> all = figures.stream()
                .filter(figure -> figure.level() == level && isBelow(figure.code(), above))
                .toList();
        return some(all.stream()
                .filter(figure -> all.stream().noneMatch(other -> isBelow(figure.code(), other.code())))
                .map(PrintedFigure::amount)
                .toList());
    }

    private static boolean isBelow(String code, String above) {
        return code.length() > above.length() && code.startsWith(above);
    }
}
