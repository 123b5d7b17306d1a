package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.Comparison.Row;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers a question about years with what whoever asks may read of them. */
@Component
class ComparisonReader {
    private static final int YEARS_UNASKED = 2;

    private final ComparedBudgets budgets;
    private final ComparedMoney money;
    private final CodeWords words;

    ComparisonReader(ComparedBudgets budgets, ComparedMoney money, JdbcClient jdbc) {
        this.budgets = budgets;
        this.money = money;
        this.words = new CodeWords(new RowsOfBudgets(jdbc));
    }

    /**
     * What was found.
     *
     * @param question with the years that it was answered for
     * @param headers of the budgets that were read, by department and then year
     * @param known every year that may be asked for
     * @param counted of those what counts at the stage that is asked for
     * @param all rows, before any is folded away or filtered
     * @param notes by which earlier years were restated
     * @param names of the codes
     * @param called under which names the subject was reported in the years that were read; empty where under one
     * @param lacking budgets whose money belongs to earlier years like for like and could not be read
     * @param asReleased the years that are told as they were released although it is asked how they were adjusted
     */
    record Answer(
            ComparisonQuestion question,
            Map<BudgetId, BudgetHeader> headers,
            KnownYears known,
            KnownYears counted,
            Comparison all,
            CodeWords.Names names,
            List<NamedYears> called,
            List<LikeForLike.Note> notes,
            Set<BudgetId> lacking,
            Set<FiscalYear> asReleased) {
        /** The rows that are asked for by a word. */
        List<Row> filtered() {
            return RowTree.mentioning(all.rows(), question.word());
        }

        /** Whether figures of a year stay as they were printed although the others are told like for like. */
        public boolean staysPrinted(Comparison.Year year) {
            return question.like() && !year.stated().isEmpty();
        }

        /** Whether nothing at all is restated because nothing was recorded, and not because it is printed. */
        public boolean nothingToRestate() {
            return notes.isEmpty() && all.years().stream().noneMatch(this::staysPrinted);
        }

        /** Whether figures of a year are told like for like, under units and codes of a later one. */
        public boolean restates(Comparison.Year year) {
            return question.like() && year.stated().isEmpty() && year.year().compareTo(lastRead()) < 0;
        }

        /** The year under whose units and codes the others are told like for like. */
        public FiscalYear lastRead() {
            return counted.lastRead(question.years());
        }
    }

    Answer answer(ComparisonQuestion asked) {
        Map<BudgetId, BudgetHeader> headers = new TreeMap<>();
        KnownYears known = budgets.known(asked, headers);
        asked.scope().unit().ifPresent(unit -> demand(unit.value(), known, asked));
        List<FiscalYear> years = asked.years().isEmpty() ? lastOf(known.years()) : asked.years();
        ComparisonQuestion question = asked.over(years);
        KnownYears counted = budgets.counted(known, question);
        ComparedMoney.Money found = money.of(known, counted, question);
        List<YearFigures> figures = years.stream()
                .map(year ->
                        counted.figures(year, Optional.ofNullable(found.kept().get(year)), asked.by(), asked.scope()))
                .toList();
        Set<Department> departments = known.departments();
        CodeWords.Names names = words.of(asked.by(), years.getLast(), found.read());
        Comparison all = new Comparison(
                years.stream()
                        .map(year ->
                                counted.year(year, departments, found.restated().getOrDefault(year, Set.of())))
                        .toList(),
                headline(figures),
                new RowTree(asked.by(), figures, names::of).rows(asked.sorting(), asked.unit()));
        return new Answer(
                question,
                headers,
                known,
                counted,
                all,
                names,
                called(question, headers, known),
                found.notes(),
                found.lacking(),
                budgets.asReleased(counted, question));
    }

    /** As reported in each year; several departments together have no name of their own. */
    private List<NamedYears> called(
            ComparisonQuestion question, Map<BudgetId, BudgetHeader> headers, KnownYears known) {
        if (!question.single()) {
            return List.of();
        }
        Map<BudgetId, Moment> shown = known.in(question.years());
        return NamedYears.of(question.scope()
                .unit()
                .map(unit -> words.unitsByYear(shown).getOrDefault(unit.value(), new TreeMap<>()))
                .orElseGet(() -> headers.entrySet().stream()
                        .filter(header -> shown.containsKey(header.getKey()))
                        .collect(Collectors.toMap(
                                header -> header.getKey().year(),
                                header -> header.getValue().departmentName(),
                                (one, other) -> other,
                                TreeMap::new))));
    }

    /** A unit that nothing which may be read has, and in which nothing goes on, is as one that does not exist. */
    private void demand(String unit, KnownYears known, ComparisonQuestion asked) {
        if (!known.prints(unit)
                && !words.units(known.kept()).containsKey(unit)
                && !money.goesOnIn(unit, known, asked)) {
            throw new PageNotFound();
        }
    }

    /** The units of the years that were read, by code, each under its latest name. */
    Map<String, String> units(Answer answer) {
        return words.units(answer.known().in(answer.question().years()));
    }

    private static List<FiscalYear> lastOf(List<FiscalYear> years) {
        return years.subList(Math.max(0, years.size() - YEARS_UNASKED), years.size());
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
