package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.Shown;
import org.springframework.stereotype.Component;

/** The money of the years that are compared: as it is kept, or like for like with what comes from elsewhere. */
@Component
class ComparedMoney {
    private final ComparedBudgets budgets;
    private final ClassifiedSums sums;
    private final CrosswalkShelf successions;

    ComparedMoney(ComparedBudgets budgets, ClassifiedSums sums, CrosswalkShelf successions) {
        this.budgets = budgets;
        this.sums = sums;
        this.successions = successions;
    }

    /**
     * The lines of all years, added up.
     *
     * @param read the budgets that they are of, those of the subject first
     * @param restated departments of the subject of which money of a year is kept elsewhere
     * @param lacking budgets whose money belongs here like for like, and that may not be read or are not there
     */
    record Money(
            List<Map<BudgetId, Moment>> read,
            Map<FiscalYear, YearFigures.Kept> kept,
            List<LikeForLike.Note> notes,
            Map<FiscalYear, Set<Department>> restated,
            Set<BudgetId> lacking) {}

    /** @param known of the subject; of that {@code counted} is what counts at the stage that is asked for */
    Money of(KnownYears known, KnownYears counted, ComparisonQuestion question) {
        Map<BudgetId, Moment> own = counted.in(question.years());
        Map<FiscalYear, YearFigures.Kept> kept = new TreeMap<>();
        own.keySet().forEach(id -> year(kept, id.year(), question));
        if (!question.like()) {
            shown(own);
            sums.each(
                    own,
                    asked(question, question.scope().unit(), false),
                    sum -> year(kept, sum.year(), question).add(sum.code(), sum.money()));
            return new Money(List.of(own), kept, List.of(), Map.of(), Set.of());
        }
        return restated(own, kept, like(known, counted, question), question);
    }

    /** What a figure of an earlier year is made of like for like, read as far as whoever asks may read it. */
    List<RestatedParts.Part> parts(ComparisonReader.Answer answer, FiscalYear year, FigureLevel level, String code) {
        ComparisonQuestion question = answer.question();
        LikeForLike like = like(answer.known(), answer.counted(), question);
        Map<BudgetId, Moment> own = answer.counted().in(List.of(year));
        Map<BudgetId, Moment> beside = budgets.whole(like.budgetsBeside(year).keySet(), question);
        shown(own);
        shown(beside);
        RestatedParts parts = new RestatedParts(question.by(), level, code);
        List<ClassifiedSums.Sum> read = new ArrayList<>();
        sums.each(own, asked(question, question.scope().unit(), true), sum -> {
            like.restate(sum, (restated, money) -> parts.add(sum, restated, money));
            read.add(sum);
        });
        sums.each(beside, asked(question, Optional.empty(), true), sum -> {
            like.restateBeside(sum, (restated, money) -> parts.add(sum, restated, money));
            read.add(sum);
        });
        read.forEach(parts::reported);
        return parts.parts();
    }

    /** The same of a figure as it was reported, by unit. */
    List<RestatedParts.Part> reported(ComparisonReader.Answer answer, FiscalYear year, FigureLevel level, String code) {
        ComparedBy by = ComparedBy.ofLevel(level);
        ComparisonQuestion question = answer.question();
        Map<BudgetId, Moment> own = answer.counted().in(List.of(year));
        shown(own);
        RestatedParts parts = new RestatedParts(by, level, code);
        sums.each(
                own,
                new ClassifiedSums.Asked(
                        question.stage().stages(), by, question.scope().unit(), true),
                sum -> parts.add(sum, sum.code(), sum.money()));
        return parts.parts();
    }

    private LikeForLike like(KnownYears known, KnownYears counted, ComparisonQuestion question) {
        return new LikeForLike(
                crosswalks(known.departments(), question),
                question,
                counted,
                budgets.units(known.in(question.years())));
    }

    /** What comes from elsewhere is read as whoever asks may read it there, which may be less than their own. */
    private Money restated(
            Map<BudgetId, Moment> own,
            Map<FiscalYear, YearFigures.Kept> kept,
            LikeForLike like,
            ComparisonQuestion question) {
        Map<BudgetId, Set<Department>> needed = new TreeMap<>();
        question.years().forEach(year -> needed.putAll(like.budgetsBeside(year)));
        Map<BudgetId, Moment> beside = budgets.whole(needed.keySet(), question);
        Map<FiscalYear, Set<Department>> restated = new TreeMap<>();
        beside.keySet().forEach(budget -> {
            year(kept, budget.year(), question);
            restated.computeIfAbsent(budget.year(), fresh -> new TreeSet<>())
                    .addAll(needed.getOrDefault(budget, Set.of()));
        });
        shown(own);
        shown(beside);
        sums.each(
                own,
                asked(question, question.scope().unit(), true),
                sum -> like.restate(
                        sum, (code, part) -> year(kept, sum.year(), question).add(code, part)));
        sums.each(
                beside,
                asked(question, Optional.empty(), true),
                sum -> like.restateBeside(
                        sum, (code, part) -> year(kept, sum.year(), question).add(code, part)));
        Set<BudgetId> lacking = new TreeSet<>(needed.keySet());
        lacking.removeAll(beside.keySet());
        return new Money(List.of(own, beside), kept, like.notes(), restated, lacking);
    }

    private static ClassifiedSums.Asked asked(ComparisonQuestion question, Optional<UnitCode> unit, boolean byUnit) {
        return new ClassifiedSums.Asked(question.stage().stages(), question.by(), unit, byUnit);
    }

    private static YearFigures.Kept year(
            Map<FiscalYear, YearFigures.Kept> kept, FiscalYear year, ComparisonQuestion question) {
        return kept.computeIfAbsent(year, fresh -> new YearFigures.Kept(question.by()));
    }

    private static void shown(Map<BudgetId, Moment> read) {
        Shown.budgets(read.keySet().stream().map(BudgetId::toString).toList());
    }

    /** Whether something goes on in a unit between the years that may be read. */
    boolean goesOnIn(String unit, KnownYears known, ComparisonQuestion question) {
        List<FiscalYear> years = known.years();
        return crosswalks(known.departments(), question).values().stream()
                .flatMap(
                        crosswalk -> crosswalk.between(SuccessionKind.UNIT, years.getFirst(), years.getLast()).stream())
                .flatMap(entry -> entry.succession().after().stream())
                .anyMatch(after -> after.code().equals(unit));
    }

    private Map<DivisionCode, Crosswalk> crosswalks(Set<Department> departments, ComparisonQuestion question) {
        Map<DivisionCode, Crosswalk> found = new HashMap<>();
        departments.forEach(department ->
                found.computeIfAbsent(department.division(), division -> successions.of(division, question.asOf())));
        return found;
    }
}
