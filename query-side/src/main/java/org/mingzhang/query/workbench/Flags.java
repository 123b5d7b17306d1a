package org.mingzhang.query.workbench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.controls.ChoiceWords;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 疑点: looks at every budget that the auditor who asks may see, the documents of one in memory at a time. */
@Component
class Flags {
    /** More than anybody reads; the count tells the rest. */
    static final int MOST = 2_000;

    private final Thresholds thresholds = Thresholds.shipped();
    private final Population population;
    private final FactReader facts;
    private final EventLog log;
    private final MessageSource messages;

    Flags(Population population, FactReader facts, EventLog log, MessageSource messages) {
        this.population = population;
        this.facts = facts;
        this.log = log;
        this.messages = messages;
    }

    /** A hint in words. */
    public record Line(String kind, String budget, String department, List<Integer> documents, String sentence) {}

    /**
     * What was flagged.
     *
     * @param counts by the word of the flag
     * @param found how many there are, also of those that are not listed
     */
    public record View(
            FlagQuestion question,
            Map<FlagKind, Long> counts,
            long found,
            List<Line> lines,
            List<Thresholds.Row> thresholds) {}

    View look(FlagQuestion question, Locale locale) {
        Looking looking = new Looking(question, locale);
        population.each(question.position(), question.year(), (budget, document) -> {
            looking.turn(budget);
            looking.cases.add(FlagCase.of(document));
        });
        looking.judge();
        return new View(
                question,
                looking.counts,
                looking.counts.values().stream().mapToLong(Long::longValue).sum(),
                looking.lines,
                thresholds.rows());
    }

    /** Goes from budget to budget. */
    private final class Looking {
        private final FlagQuestion question;
        private final Locale locale;
        private final Map<DivisionCode, AdjustmentRules> rules = new HashMap<>();
        private final Map<FlagKind, Long> counts = new EnumMap<>(FlagKind.class);
        private final List<Line> lines = new ArrayList<>();
        private final List<FlagCase> cases = new ArrayList<>();
        private Optional<BudgetId> current = Optional.empty();

        Looking(FlagQuestion question, Locale locale) {
            this.question = question;
            this.locale = locale;
            for (FlagKind kind : FlagKind.values()) {
                counts.put(kind, 0L);
            }
        }

        void turn(BudgetId budget) {
            if (current.filter(budget::equals).isEmpty()) {
                judge();
                current = Optional.of(budget);
            }
        }

        void judge() {
            current.ifPresent(budget -> rules(budget).stream()
                    .flatMap(rule -> rule.flags(cases).stream())
                    .filter(flag ->
                            question.kind().filter(kind -> kind != flag.kind()).isEmpty())
                    .forEach(flag -> keep(budget, flag)));
            cases.clear();
        }

        private List<FlagRule> rules(BudgetId budget) {
            AdjustmentRules known =
                    rules.computeIfAbsent(budget.division(), division -> rulesOf(division, question.position()));
            return List.of(
                    new SplitRule(thresholds, known::on),
                    new BackRule(thresholds),
                    new YearEndRule(thresholds, budget.year().value()),
                    new ReasonRule(thresholds),
                    new PairRule(thresholds));
        }

        private void keep(BudgetId budget, Flagged flag) {
            counts.merge(flag.kind(), 1L, Long::sum);
            if (lines.size() < MOST) {
                lines.add(new Line(
                        flag.kind().word(), budget.toString(), department(budget), flag.documents(), sentence(flag)));
            }
        }

        private String sentence(Flagged flag) {
            String between = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ", " : "、";
            List<Object> arguments = new ArrayList<>(
                    List.of(ChoiceWords.said(flag.arguments(), key -> messages.getMessage(key, null, locale))));
            arguments.add(String.join(
                    between, flag.documents().stream().map(Object::toString).toList()));
            return messages.getMessage("flags.says." + flag.kind().word(), arguments.toArray(), locale);
        }

        private String department(BudgetId budget) {
            return facts.rows(budget, question.position(), FactKind.HEADER, BudgetHeader.class).values().stream()
                    .map(BudgetHeader::shortName)
                    .findFirst()
                    .orElse("");
        }
    }

    /** As the division had made them by that position. */
    private AdjustmentRules rulesOf(DivisionCode division, long position) {
        PolicyBook book = PolicyBook.none();
        for (RecordedEvent event : log.readStream(PolicyEvent.stream(division), 0)) {
            if (event.position() <= position) {
                book = book.evolve(event.of(PolicyEvent.class));
            }
        }
        return book.rules();
    }
}
