package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.Comparison.Row;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers a question about years with what whoever asks may read of them. */
@Component
class ComparisonReader {
    private static final int YEARS_UNASKED = 2;
    private static final Set<AccountsStage> REPLIED =
            Set.of(AccountsStage.REPLIED, AccountsStage.UNITS_REPLIED, AccountsStage.DISCLOSED);

    private final BudgetShelf shelf;
    private final ClassifiedSums sums;
    private final RowsOfBudgets rows;
    private final CodeWords words;
    private final CrosswalkShelf successions;

    ComparisonReader(BudgetShelf shelf, ClassifiedSums sums, CrosswalkShelf successions, JdbcClient jdbc) {
        this.shelf = shelf;
        this.successions = successions;
        this.sums = sums;
        this.rows = new RowsOfBudgets(jdbc);
        this.words = new CodeWords(rows);
    }

    /**
     * What was found.
     *
     * @param question with the years that it was answered for
     * @param headers of the budgets that were read, by department and then year
     * @param known every year that may be asked for
     * @param all rows, before any is folded away or filtered
     * @param notes by which earlier years were restated
     * @param lacking departments whose money belongs to earlier years like for like and could not be read
     */
    record Answer(
            ComparisonQuestion question,
            Map<BudgetId, BudgetHeader> headers,
            KnownYears known,
            Comparison all,
            List<LikeForLike.Note> notes,
            Set<String> lacking) {
        /** The rows that are asked for by a word. */
        List<Row> filtered() {
            return RowTree.mentioning(all.rows(), question.word());
        }
    }

    Answer answer(ComparisonQuestion asked) {
        Map<BudgetId, BudgetHeader> headers = new TreeMap<>();
        KnownYears known = known(asked, headers);
        List<FiscalYear> years = asked.years().isEmpty() ? lastOf(known.years()) : asked.years();
        ComparisonQuestion question = asked.over(years);
        KnownYears counted = counted(known, question);
        Money money = money(counted.in(years), question);
        List<YearFigures> figures = years.stream()
                .map(year ->
                        counted.figures(year, Optional.ofNullable(money.kept().get(year)), asked.by(), asked.scope()))
                .toList();
        CodeWords.Names names = words.of(asked.by(), years.getLast(), money.read());
        Comparison all = new Comparison(
                years.stream()
                        .map(year -> counted.year(year, known.departments()))
                        .toList(),
                headline(figures),
                new RowTree(asked.by(), figures, names::of).rows(asked.sorting(), asked.unit()));
        return new Answer(question, headers, known, all, money.notes(), money.lacking());
    }

    /**
     * The lines of all years, added up.
     *
     * @param read the budgets that they are of
     * @param lacking departments whose money belongs here like for like, and may not be read or is not there
     */
    private record Money(
            Map<BudgetId, Moment> read,
            Map<FiscalYear, YearFigures.Kept> kept,
            List<LikeForLike.Note> notes,
            Set<String> lacking) {}

    private Money money(Map<BudgetId, Moment> own, ComparisonQuestion question) {
        Map<FiscalYear, YearFigures.Kept> kept = new TreeMap<>();
        own.keySet().forEach(id -> of(kept, id.year(), question));
        if (!question.like()) {
            shown(own);
            sums.each(
                    own,
                    new ClassifiedSums.Asked(
                            question.stage().stages(),
                            question.by(),
                            question.scope().unit(),
                            false),
                    sum -> of(kept, sum.year(), question).add(sum.code(), sum.money()));
            return new Money(own, kept, List.of(), Set.of());
        }
        LikeForLike like = new LikeForLike(crosswalks(own, question), question);
        Set<String> beside = like.departmentsBeside(question.years().getFirst());
        Map<BudgetId, Moment> all = new TreeMap<>(own);
        all.putAll(beside(beside, kept.keySet(), question));
        shown(all);
        sums.each(
                all,
                new ClassifiedSums.Asked(question.stage().stages(), question.by(), Optional.empty(), true),
                sum -> like.restate(
                        sum, (code, part) -> of(kept, sum.year(), question).add(code, part)));
        Set<String> lacking = new TreeSet<>(beside);
        all.keySet().forEach(budget -> lacking.remove(Department.of(budget).code()));
        return new Money(all, kept, like.notes(), lacking);
    }

    private static YearFigures.Kept of(
            Map<FiscalYear, YearFigures.Kept> kept, FiscalYear year, ComparisonQuestion question) {
        return kept.computeIfAbsent(year, fresh -> new YearFigures.Kept(question.by()));
    }

    private static void shown(Map<BudgetId, Moment> read) {
        Shown.budgets(read.keySet().stream().map(BudgetId::toString).toList());
    }

    private Map<DivisionCode, Crosswalk> crosswalks(Map<BudgetId, Moment> own, ComparisonQuestion question) {
        OptionalLong until = question.asOf().now()
                ? OptionalLong.empty()
                : own.values().stream().mapToLong(Moment::position).max();
        Map<DivisionCode, Crosswalk> found = new HashMap<>();
        own.keySet().forEach(id -> found.computeIfAbsent(id.division(), division -> successions.of(division, until)));
        return found;
    }

    /** The budgets of other departments in the years that are compared, as far as the visitor may read them. */
    private Map<BudgetId, Moment> beside(Set<String> departments, Set<FiscalYear> years, ComparisonQuestion question) {
        Map<BudgetId, Moment> found = new TreeMap<>();
        for (Listed listed : shelf.readable(Scope.DEPARTMENT)) {
            BudgetId budget = listed.header().id();
            if (departments.contains(Department.of(budget).code()) && years.contains(budget.year())) {
                moment(question, listed).ifPresent(moment -> found.put(budget, moment));
            }
        }
        if (question.stage() == ComparedStage.FINAL) {
            found.keySet().retainAll(replied(found));
        }
        return found;
    }

    /** The units of the years that were read, by code, each under its latest name. */
    Map<String, String> units(Answer answer) {
        return words.units(answer.known().in(answer.question().years()));
    }

    /** Everything that may be read of the subject; nothing at all is as if it did not exist. */
    private KnownYears known(ComparisonQuestion asked, Map<BudgetId, BudgetHeader> headers) {
        Map<BudgetId, Moment> kept = new TreeMap<>();
        for (Listed listed : shelf.readable(asked.scope())) {
            BudgetId budget = listed.header().id();
            if (asked.covers(Department.of(budget).code())) {
                moment(asked, listed).ifPresent(moment -> {
                    kept.put(budget, moment);
                    headers.put(budget, listed.header());
                });
            }
        }
        if (kept.isEmpty()) {
            throw new PageNotFound();
        }
        Map<BudgetId, List<Facts.StatedFigures>> stated = new TreeMap<>();
        rows.of(kept, FactKind.COMPARATIVES, Facts.StatedFigures.class)
                .forEach((budget, found) -> stated.put(
                        budget, found.stream().map(RowsOfBudgets.Keyed::body).toList()));
        return KnownYears.of(kept, stated);
    }

    private Optional<Moment> moment(ComparisonQuestion asked, Listed listed) {
        AsOf asOf = asked.asOf();
        return asOf.now()
                ? Optional.of(Moment.at(listed.position()))
                : shelf.moment(listed.header().id(), asked.scope(), asOf);
    }

    private static List<FiscalYear> lastOf(List<FiscalYear> years) {
        return years.subList(Math.max(0, years.size() - YEARS_UNASKED), years.size());
    }

    /** What was printed of earlier years is their initial budget; final accounts are none before they are replied to. */
    private KnownYears counted(KnownYears known, ComparisonQuestion question) {
        return switch (question.stage()) {
            case INITIAL -> known;
            case ADJUSTED, EXECUTED -> new KnownYears(known.kept(), Map.of());
            case FINAL -> new KnownYears(known.kept(), Map.of()).only(replied(known.in(question.years())));
        };
    }

    private Set<BudgetId> replied(Map<BudgetId, Moment> budgets) {
        Map<BudgetId, List<RowsOfBudgets.Keyed<Facts.AccountsFact>>> accounts =
                rows.of(budgets, FactKind.ACCOUNTS, Facts.AccountsFact.class);
        return budgets.entrySet().stream()
                .filter(budget -> accounts.getOrDefault(budget.getKey(), List.of()).stream()
                        .map(RowsOfBudgets.Keyed::body)
                        .anyMatch(last -> !last.returned()
                                && REPLIED.contains(last.stage())
                                && budget.getValue().counts(last.day())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Row> headline(List<YearFigures> years) {
        List<Row> rows = new ArrayList<>();
        for (FigureLevel level : FigureLevel.values()) {
            if (!level.coded()) {
                rows.add(new Row(
                        level,
                        "",
                        level.label(),
                        depth(level),
                        "",
                        0,
                        years.stream().map(year -> year.named(level)).toList()));
            }
        }
        return rows;
    }

    private static int depth(FigureLevel level) {
        return switch (level) {
            case TOTAL, OPERATING, THREE_PUBLICS -> 1;
            case BASIC, PROJECTS, OVERSEAS_TRAVEL, HOSPITALITY, VEHICLES -> 2;
            case VEHICLE_PURCHASE, VEHICLE_RUNNING -> 3;
            case FUNCTION, DEPT_ECONOMIC, GOV_ECONOMIC, FUND, UNIT, PROJECT -> 1;
        };
    }
}
