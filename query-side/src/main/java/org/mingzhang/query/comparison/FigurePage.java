package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.mingzhang.query.facts.PostingTrail.Posted;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whence a figure of a comparison comes: the movements of lines that it is the sum of, or the document that prints it. */
@Controller
class FigurePage {
    private final ComparisonReader reader;
    private final ComparedInstants instants;
    private final BudgetShelf shelf;
    private final PostingTrail postings;
    private final FactReader facts;
    private final ComparedMoney money;

    FigurePage(
            ComparisonReader reader,
            ComparedInstants instants,
            BudgetShelf shelf,
            ComparedMoney money,
            JdbcClient jdbc) {
        this.money = money;
        this.instants = instants;
        this.reader = reader;
        this.shelf = shelf;
        this.postings = new PostingTrail(jdbc);
        this.facts = new FactReader(jdbc);
    }

    /** A line with what it adds. */
    record LineSum(String line, Expenditure money, Amount amount) {}

    /**
     * Money of which a figure is made that was restated.
     *
     * @param elsewhere whether it is another department's
     * @param link to its lines, as they were reported there
     */
    public record PartLine(RestatedParts.Part part, boolean elsewhere, String link) {}

    @GetMapping("/comparison/{subject}/figure")
    String figure(@PathVariable String subject, @RequestParam Map<String, String> said, Model model) {
        ComparisonQuestion read = ComparisonQuestion.read(subject, said);
        FiscalYear asOfYear = year(said);
        boolean beside = read.like() && read.years().contains(asOfYear);
        ComparisonQuestion asked = beside ? read : read.over(List.of(asOfYear));
        FigureLevel level = level(said.getOrDefault("level", "total"));
        String code = said.getOrDefault("code", "");
        if (!fits(level, code)) {
            throw new AskedAmiss(HttpStatus.NOT_FOUND, "comparison.figure", code);
        }
        Answer answer = reader.answer(asked);
        if (said.containsKey("explain")) {
            FigureArithmetic.of(reader.answer(read), asOfYear, level, code)
                    .ifPresent(worked -> model.addAttribute("arithmetic", worked));
        }
        if (beside && restated(answer, asOfYear)) {
            return parts(answer, asOfYear, level, code, model);
        }
        if (!asked.single()) {
            return departments(answer, asOfYear, level, code, model);
        }
        FiscalYear year = asOfYear;
        Optional<Map.Entry<BudgetId, Moment>> kept =
                answer.counted().in(List.of(year)).entrySet().stream().findFirst();
        List<Posted> posted =
                kept.map(of -> posted(answer.question(), of, level, code)).orElse(List.of());
        if (posted.isEmpty()) {
            known(level, code, year, kept);
        }
        told(answer, year, level, code, model);
        model.addAttribute("budget", kept.map(Map.Entry::getKey).orElse(null));
        model.addAttribute(
                "staff",
                kept.filter(of -> shelf.isStaff(of.getKey(), asked.scope())).isPresent());
        model.addAttribute("sum", Amount.sum(posted.stream().map(Posted::delta).toList()));
        model.addAttribute("lines", lines(posted));
        model.addAttribute("posted", posted);
        model.addAttribute("statements", kept.isPresent() ? List.of() : statements(answer, year));
        return "comparison/figure";
    }

    /** Nothing is an answer where money could stand; of a code that there is not it would be none. */
    private void known(FigureLevel level, String code, FiscalYear year, Optional<Map.Entry<BudgetId, Moment>> kept) {
        Classifications codes = Classifications.shipped();
        boolean known = switch (level) {
            case FUNCTION -> codes.functional().find(code, year).isPresent();
            case DEPT_ECONOMIC -> codes.deptEconomic().find(code, year).isPresent();
            case GOV_ECONOMIC -> codes.govEconomic().find(code, year).isPresent();
            case FUND ->
                Arrays.stream(FundType.values()).anyMatch(fund -> fund.name().equals(code));
            case UNIT -> there(kept, FactKind.UNIT, code);
            case PROJECT -> code.equals(ClassifiedSums.WITHOUT) || there(kept, FactKind.PROJECT, code);
            case TOTAL,
                    BASIC,
                    PROJECTS,
                    OPERATING,
                    THREE_PUBLICS,
                    OVERSEAS_TRAVEL,
                    HOSPITALITY,
                    VEHICLES,
                    VEHICLE_PURCHASE,
                    VEHICLE_RUNNING -> true;
        };
        if (!known) {
            boolean classified = level != FigureLevel.UNIT && level != FigureLevel.PROJECT;
            throw new AskedAmiss(
                    HttpStatus.NOT_FOUND, classified ? "comparison.no-code" : "comparison.not-there", code, year);
        }
    }

    /** Of years that are not kept here nothing is known but what was printed. */
    private boolean there(Optional<Map.Entry<BudgetId, Moment>> kept, FactKind kind, String code) {
        return kept.isEmpty()
                || facts.rows(kept.get().getKey(), kept.get().getValue().position(), kind, Object.class)
                        .containsKey(code);
    }

    private static boolean restated(Answer answer, FiscalYear year) {
        return answer.all().years().stream().anyMatch(shown -> shown.year().equals(year) && answer.restates(shown));
    }

    private String parts(Answer answer, FiscalYear year, FigureLevel level, String code, Model model) {
        ComparisonQuestion question = answer.question();
        if (level.coded() && question.by().level() != level) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.figure", code);
        }
        List<PartLine> parts = money.parts(answer, year, level, code).stream()
                .map(part ->
                        new PartLine(part, !part.isOf(question.subject()), FigureLinks.part(question, part, level)))
                .toList();
        told(answer, year, level, code, model);
        model.addAttribute("answer", answer);
        model.addAttribute(
                "sum",
                Amount.sum(parts.stream().map(line -> line.part().counted()).toList()));
        model.addAttribute("parts", parts);
        return "comparison/figure-parts";
    }

    private String departments(Answer answer, FiscalYear year, FigureLevel level, String code, Model model) {
        List<FigureOfDepartments.Part> parts =
                FigureOfDepartments.of(answer, year, level, code, money.reported(answer, year, level, code));
        if (parts.isEmpty()) {
            known(level, code, year, Optional.empty());
        }
        told(answer, year, level, code, model);
        model.addAttribute("parts", parts);
        model.addAttribute(
                "sum",
                Amount.sum(
                        parts.stream().flatMap(part -> part.amount().stream()).toList()));
        model.addAttribute(
                "known", parts.stream().allMatch(part -> part.amount().isPresent()));
        return "comparison/figure-departments";
    }

    private void told(Answer answer, FiscalYear year, FigureLevel level, String code, Model model) {
        model.addAttribute("question", answer.question());
        model.addAttribute("name", ComparisonPages.name(answer));
        model.addAttribute("year", year);
        model.addAttribute("level", level);
        model.addAttribute("code", code);
        model.addAttribute(
                "asOfBar", instants.of(answer.question(), answer.known().kept()).orElse(null));
    }

    private List<Posted> posted(
            ComparisonQuestion question, Map.Entry<BudgetId, Moment> of, FigureLevel level, String code) {
        return postings
                .of(of.getKey(), of.getValue(), question.stage().stages(), CellFormula.ofExpenditure(question.scope()))
                .stream()
                .filter(one -> counts(level, code, (Expenditure) one.classification()))
                .toList();
    }

    private static boolean counts(FigureLevel level, String code, Expenditure money) {
        boolean without = level == FigureLevel.PROJECT && code.equals(ClassifiedSums.WITHOUT);
        return without ? money.project().isEmpty() : level.counts(code, money);
    }

    private static List<LineSum> lines(List<Posted> posted) {
        Map<Object, LineSum> lines = new LinkedHashMap<>();
        posted.forEach(one -> lines.merge(
                List.of(one.line(), one.classification()),
                new LineSum(one.line().value(), (Expenditure) one.classification(), one.delta()),
                (sum, more) -> new LineSum(sum.line, sum.money, sum.amount.plus(more.amount))));
        return lines.values().stream().filter(line -> !line.amount.isZero()).toList();
    }

    /** All that was stated of the year by then: first what counts, then the rest, the latest first. */
    private List<StatedFigures> statements(Answer answer, FiscalYear year) {
        List<StatedFigures> counted = answer.counted().stated(year);
        if (counted.isEmpty()) {
            return List.of();
        }
        List<StatedFigures> found = new ArrayList<>();
        answer.known()
                .kept()
                .forEach((budget, moment) ->
                        facts.history(budget, moment.position(), FactKind.COMPARATIVES, StatedFigures.class).stream()
                                .filter(stated -> stated.figures().year().equals(year) && moment.counts(stated.day()))
                                .forEach(found::add));
        found.removeAll(counted);
        return Stream.concat(counted.stream(), found.reversed().stream())
                .map(stated -> KnownYears.within(stated, answer.question().scope()))
                .toList();
    }

    private static boolean fits(FigureLevel level, String code) {
        return level.takes(code) || (level == FigureLevel.PROJECT && code.equals(ClassifiedSums.WITHOUT));
    }

    private static FigureLevel level(String word) {
        for (FigureLevel level : FigureLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return level;
            }
        }
        throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.figure", word);
    }

    private static FiscalYear year(Map<String, String> said) {
        String word = said.getOrDefault("year", "");
        try {
            return FiscalYear.parse(word);
        } catch (InvalidValueException e) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "comparison.years", word);
        }
    }
}
