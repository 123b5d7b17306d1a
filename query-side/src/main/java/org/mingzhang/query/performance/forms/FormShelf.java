package org.mingzhang.query.performance.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.OfficialForm;
import org.mingzhang.query.disclosure.Stated;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.StatedPerformance;
import org.mingzhang.query.performance.ReleasedStages;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Component;

/** The forms of monitoring and self-evaluation that a visitor may take down and read. */
@Component
class FormShelf {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final TableCatalogue templates = TableCatalogue.forms();
    private final BudgetShelf shelf;
    private final FactReader facts;
    private final StatedPerformance stated;
    private final FormMoney money;
    private final Clock clock;

    FormShelf(BudgetShelf shelf, FactReader facts, FactsAsOf asOf, Clock clock) {
        this.shelf = shelf;
        this.facts = facts;
        this.stated = new StatedPerformance(facts);
        this.money = new FormMoney(asOf);
        this.clock = clock;
    }

    /**
     * A form as somebody may see it.
     *
     * @param at the position at which what it tells was stated; empty before anything was
     * @param links where its numbers are explained, by what stands for their place in an address
     */
    record Found(
            OpenedBudget budget,
            FormQuestion question,
            boolean staff,
            OfficialForm form,
            Optional<Long> at,
            Map<String, String> links) {}

    Found read(String id, FormQuestion question) {
        OpenedBudget budget = shelf.openWithAccounts(
                id,
                TableBasis.INITIAL,
                question.table().asOf(),
                question.table().scope());
        boolean staff = shelf.isStaff(budget.id(), question.table().scope());
        Optional<Project> project = project(budget, question);
        ReleasedStages released = staff ? ReleasedStages.ALL : ReleasedStages.of(facts, budget.id(), budget.position());
        StatedForm said = said(budget, question, staff, released);
        Moment then = said.at().map(Moment::at).orElse(budget.moment());
        Map<TableBasis, BudgetFacts> measures =
                money.of(budget.id(), then, question.table().scope(), question.project(), released);
        TableTemplate template =
                templates.template(question.kind().template(question.project())).orElseThrow(PageNotFound::new);
        OfficialForm form = OfficialForm.fill(
                template,
                Optional.ofNullable(measures.get(TableBasis.INITIAL)).orElseThrow(PageNotFound::new),
                question.table().scope(),
                new Stated(measures, named(said.words(), budget, project), said.indicators()));
        Optional<AsOf> instant = instant(budget, question, staff, said, measures, released);
        return new Found(
                budget, question, staff, form, said.at(), FormLinks.of(budget.id(), form, question.table(), instant));
    }

    /** The department as a whole is asked for as a whole. */
    private static Optional<Project> project(OpenedBudget budget, FormQuestion question) {
        if (question.project().isEmpty()) {
            if (question.table().scope().unit().isPresent()) {
                throw new PageNotFound();
            }
            return Optional.empty();
        }
        BudgetFacts seen =
                question.table().scope().unit().map(budget.facts()::of).orElse(budget.facts());
        return Optional.of(seen.projects().stream()
                .filter(one -> one.code().value().equals(question.project()))
                .findFirst()
                .orElseThrow(PageNotFound::new));
    }

    private StatedForm said(OpenedBudget budget, FormQuestion question, boolean staff, ReleasedStages released) {
        return switch (question.kind()) {
            case MONITORING ->
                (staff
                                ? stated.lastMonitored(
                                        budget.id(), budget.moment(), question.project(), question.month())
                                : Optional.<FactReader.Held<Facts.MonitoringFact>>empty())
                        .map(one -> new StatedForm(
                                Optional.of(one.from()),
                                FormWords.of(one.body(), staff),
                                FormWords.progress(one.body().progress(), targets(then(budget, one.from()), question))))
                        .orElseGet(() -> unstated(budget, question));
            case SELF_EVALUATION ->
                Optional.of(released.executed())
                        .filter(told -> told)
                        .flatMap(told -> stated.lastEvaluated(budget.id(), budget.moment(), question.project()))
                        .map(one -> new StatedForm(
                                Optional.of(one.from()),
                                FormWords.of(one.body(), staff),
                                FormWords.scores(one.body().scores(), targets(then(budget, one.from()), question))))
                        .orElseGet(() -> unstated(budget, question));
        };
    }

    private BudgetFacts then(OpenedBudget budget, long position) {
        return facts.load(budget.id(), position, TableBasis.INITIAL).orElseThrow();
    }

    private static List<Indicator> targets(BudgetFacts then, FormQuestion question) {
        return question.project().isEmpty()
                ? then.overallTargets()
                : then.projectTargets().entrySet().stream()
                        .filter(one -> one.getKey().value().equals(question.project()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(List.of());
    }

    private StatedForm unstated(OpenedBudget budget, FormQuestion question) {
        ScoringRules rules = ScoringRules.inForceOn(day(question.table().asOf()));
        Map<String, String> words = FormWords.blank(Stated.WORDS);
        words.put(
                "month",
                question.month()
                        .map(month -> Integer.toString(month.getMonthValue()))
                        .orElse("　"));
        words.put("weight", FormWords.points(rules.executionWeight()));
        return new StatedForm(
                Optional.empty(),
                words,
                FormWords.unstated(
                        targets(budget.facts(), question),
                        rules,
                        question.project().isEmpty()));
    }

    private static Map<String, String> named(Map<String, String> said, OpenedBudget budget, Optional<Project> project) {
        Map<String, String> words = new HashMap<>(said);
        project.ifPresent(one -> {
            words.put("subject", one.name());
            words.put("project", one.code().value());
            words.put("unit", one.unit().value());
            words.put(
                    "unit.name",
                    budget.facts().unit(one.unit()).map(BudgetUnit::name).orElse(""));
            words.put("description", one.description());
        });
        return words;
    }

    /** Staff read any position; the public only its release, where the tables may say something else since. */
    private Optional<AsOf> instant(
            OpenedBudget budget,
            FormQuestion question,
            boolean staff,
            StatedForm said,
            Map<TableBasis, BudgetFacts> measures,
            ReleasedStages released) {
        AsOf asked = staff
                ? question.table().asOf()
                : budget.publicInstant(question.table().asOf());
        if (said.at().isEmpty()) {
            return Optional.of(asked);
        }
        if (staff) {
            return Optional.of(new AsOf(Long.toString(said.at().get()), false));
        }
        Map<TableBasis, BudgetFacts> now =
                money.of(budget.id(), budget.moment(), question.table().scope(), question.project(), released);
        return lines(now).equals(lines(measures)) ? Optional.of(asked) : Optional.empty();
    }

    private static Map<TableBasis, List<LineFact>> lines(Map<TableBasis, BudgetFacts> measures) {
        Map<TableBasis, List<LineFact>> lines = new EnumMap<>(TableBasis.class);
        measures.forEach((basis, found) -> lines.put(basis, found.expenditure()));
        return lines;
    }

    /** The day whose rules count: of the instant that was asked for, or today. */
    private LocalDate day(AsOf asked) {
        return asked.day()
                .or(() -> asked.instant()
                        .map(instant -> instant.atZone(BUSINESS_DAYS).toLocalDate()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS));
    }
}
