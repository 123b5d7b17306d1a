package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The lines of a budget that is being prepared, with what they may be coded with and what the ceiling allows. */
@RestController
class PreparationApi {
    private final WorkDesk desk;
    private final FactReader facts;
    private final Ceilings ceilings;
    private final MessageSource messages;

    PreparationApi(WorkDesk desk, FactReader facts, Ceilings ceilings, MessageSource messages) {
        this.ceilings = ceilings;
        this.messages = messages;
        this.desk = desk;
        this.facts = facts;
    }

    /** A line under the names that a command takes; amounts in whole fen. */
    record Line(
            String line,
            String unit,
            String function,
            String category,
            String project,
            String deptEconomic,
            String govEconomic,
            String fund,
            String source,
            boolean appropriated,
            long amountFen,
            String note,
            String mappingReason) {
        static Line of(LineFact line, Facts.LineNote notes) {
            Classification.Expenditure money = (Classification.Expenditure) line.classification();
            return new Line(
                    line.key().value(),
                    money.unit().value(),
                    money.function().value(),
                    money.category().label(),
                    money.project().map(code -> code.value()).orElse(""),
                    money.deptEconomic().value(),
                    money.govEconomic().value(),
                    money.fund().label(),
                    money.source().label(),
                    money.appropriated(),
                    line.amount().fen(),
                    notes.note(),
                    notes.mappingReason());
        }
    }

    /**
     * What a draft is written with.
     *
     * @param version to send back as {@code If-Match}
     * @param drafting whether the visitor may change it now
     * @param choices by the name of the field
     */
    record Draft(
            String budget,
            long version,
            boolean drafting,
            List<Line> lines,
            List<CeilingLeft.Limit> limits,
            Map<String, List<Choice>> choices) {}

    @GetMapping("/api/preparation/{id}/lines")
    Draft lines(@PathVariable String id) {
        Model laidOut = new ExtendedModelMap();
        OpenedBudget budget = desk.open(id, laidOut);
        Map<String, Facts.LineNote> notes =
                facts.rows(budget.id(), budget.position(), FactKind.LINE, Facts.LineNote.class);
        return new Draft(
                budget.id().toString(),
                Long.parseLong(String.valueOf(laidOut.getAttribute("version"))),
                Boolean.TRUE.equals(laidOut.getAttribute("drafting")),
                budget.facts().expenditure().stream()
                        .map(line -> Line.of(line, notes.getOrDefault(line.key().value(), new Facts.LineNote("", ""))))
                        .toList(),
                CeilingLeft.limits(
                        ceilings.ofWhole(budget),
                        word -> messages.getMessage(word, null, LocaleContextHolder.getLocale())),
                choices(budget));
    }

    private static Map<String, List<Choice>> choices(OpenedBudget budget) {
        FiscalYear year = budget.header().classificationYear();
        Classifications codes = Classifications.shipped();
        return Map.of(
                "unit", Choice.units(budget.facts()),
                "project", Choice.projects(budget.facts()),
                "function", Choice.codes(codes.functional(), year, 7),
                "deptEconomic", Choice.codes(codes.deptEconomic(), year, 5),
                "govEconomic", Choice.codes(codes.govEconomic(), year, 5),
                "category", Choice.of(ProjectCategory.values(), ProjectCategory::label),
                "fund", Choice.of(FundType.values(), FundType::label),
                "source", Choice.of(YearSource.values(), YearSource::label));
    }
}
