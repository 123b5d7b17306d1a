package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.PrintedFigure;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.comparison.Comparison.Standing;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;

/** Which years are known, and whence. */
class KnownYearsTest {
    private static final BudgetId KEPT = BudgetId.parse("411200-103-2025");
    private static final Department DEPARTMENT = Department.of(KEPT);

    private static StatedFigures stated(int year) {
        return new StatedFigures(
                new Comparatives(
                        new FiscalYear(year),
                        List.of(
                                new PrintedFigure(FigureLevel.TOTAL, "", new Amount(100)),
                                new PrintedFigure(FigureLevel.UNIT, "103005", new Amount(30))),
                        new Basis("x", "x", "x", LocalDate.of(2024, 2, 1), true)),
                "",
                LocalDate.of(2025, 1, 10),
                "somebody");
    }

    private static KnownYears known() {
        return KnownYears.of(new TreeMap<>(Map.of(KEPT, Moment.at(9))), Map.of(KEPT, List.of(stated(2024))));
    }

    private static List<FiscalYear> years(Integer... years) {
        return List.of(years).stream().map(FiscalYear::new).toList();
    }

    @Test
    void the_last_year_that_is_read_is_kept_or_printed_and_not_merely_asked_for() {
        assertThat(known().lastRead(years(2024, 2025, 2026))).isEqualTo(new FiscalYear(2025));
        assertThat(known().lastRead(years(2024, 2099))).isEqualTo(new FiscalYear(2024));
        assertThat(known().lastRead(years(2098, 2099))).isEqualTo(new FiscalYear(2098));
    }

    @Test
    void of_a_unit_its_own_number_is_printed_and_never_that_of_the_department() {
        StatedFigures unit = KnownYears.within(stated(2024), Scope.of(new UnitCode("103005")));
        assertThat(unit.figures().amount(FigureLevel.TOTAL, "")).contains(new Amount(30));
        assertThat(KnownYears.within(stated(2024), Scope.of(new UnitCode("103001")))
                        .figures()
                        .amount(FigureLevel.TOTAL, ""))
                .isEmpty();
        assertThat(KnownYears.within(stated(2024), Scope.DEPARTMENT)).isEqualTo(stated(2024));
        assertThat(known().prints("103005")).isTrue();
        assertThat(known().prints("999999")).isFalse();
    }

    @Test
    void a_year_that_was_kept_elsewhere_counts_as_kept() {
        FiscalYear before = new FiscalYear(2023);
        Set<Department> all = Set.of(DEPARTMENT);
        assertThat(known().year(before, all, Set.of()).standing()).isEqualTo(Standing.UNKNOWN);
        Comparison.Year restated = known().year(before, all, all);
        assertThat(restated.standing()).isEqualTo(Standing.KEPT);
        assertThat(restated.missing()).isZero();
        assertThat(known().figures(before, Optional.empty(), ComparedBy.FUNCTION, Scope.DEPARTMENT)
                        .named(FigureLevel.TOTAL))
                .isEmpty();
    }
}
