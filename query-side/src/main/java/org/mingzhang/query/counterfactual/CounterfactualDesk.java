package org.mingzhang.query.counterfactual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.counterfactual.CounterfactualRuns.Asked;
import org.mingzhang.query.counterfactual.CounterfactualRuns.Run;
import org.mingzhang.query.counterfactual.WithoutDocuments.Question;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What page and API share: who may ask, which documents there are, and how the run stands. */
@Component
class CounterfactualDesk {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** More at once would be another budget and not this one without something. */
    private static final int MOST = 50;

    private static final Set<String> ENDS = Set.of("returned", "withdrawn", "rejected", "effective");

    private final BudgetShelf shelf;
    private final FactReader facts;
    private final EventLog log;
    private final FactFeed feed;
    private final CurrentVisitor visitors;
    private final MessageSource messages;
    private final CounterfactualRuns runs;

    CounterfactualDesk(
            BudgetShelf shelf,
            FactReader facts,
            EventLog log,
            FactFeed feed,
            CurrentVisitor visitors,
            MessageSource messages,
            CounterfactualRuns runs) {
        this.shelf = shelf;
        this.facts = facts;
        this.log = log;
        this.feed = feed;
        this.visitors = visitors;
        this.messages = messages;
        this.runs = runs;
    }

    /** A document to choose from, with the name of its kind. */
    record Listed(int number, String kind, String reason, String day, String status) {}

    /** For those who read the whole budget before it is public; everybody else is told that there is nothing. */
    OpenedBudget open(String id) {
        feed.awaitUnlessStopped(log.head(), LONGEST);
        OpenedBudget budget = shelf.openForWork(id);
        if (!shelf.isStaff(budget.id(), Scope.DEPARTMENT)) {
            throw new PageNotFound();
        }
        return budget;
    }

    /** Every document of the budget, newest first. */
    List<Listed> documents(OpenedBudget budget) {
        Map<String, Facts.AdjustmentStep> last =
                facts.rows(budget.id(), budget.position(), FactKind.ADJUSTMENT_STEP, Facts.AdjustmentStep.class);
        List<Listed> documents = new ArrayList<>();
        filed(budget)
                .forEach((number, one) -> documents.add(new Listed(
                        one.number(),
                        one.kind().name(),
                        one.request().reason(),
                        one.day().toString(),
                        status(last.get(number)))));
        return documents.reversed();
    }

    private static String status(Facts.@Nullable AdjustmentStep last) {
        return last != null && ENDS.contains(last.step()) ? last.step() : "in-review";
    }

    private Map<String, Facts.AdjustmentFact> filed(OpenedBudget budget) {
        return facts.rows(budget.id(), budget.position(), FactKind.ADJUSTMENT, Facts.AdjustmentFact.class);
    }

    /** The run of that question, a new one when there is none; waits so long for one that is short. */
    CounterfactualView view(OpenedBudget budget, List<Integer> without, boolean again, long wait, Locale locale) {
        Asked asked = asked(budget, without);
        return view(asked, runs.of(asked, again).awaited(wait), locale);
    }

    void cancel(OpenedBudget budget, List<Integer> without) {
        runs.cancel(asked(budget, without));
    }

    private CounterfactualView view(Asked asked, Run run, Locale locale) {
        Visitor visitor = visitor();
        ViewOfFound view = new ViewOfFound(visitor::covers, locale);
        return new CounterfactualView(
                messages.getMessage("counterfactual.watermark", null, locale),
                messages.getMessage("counterfactual.not-decided", null, locale),
                asked.question().budget().toString(),
                asked.question().position(),
                List.copyOf(asked.question().without()),
                run.state().name().toLowerCase(Locale.ROOT),
                run.events(),
                run.of(),
                run.found().map(view::of).orElse(null));
    }

    private Asked asked(OpenedBudget budget, List<Integer> without) {
        SortedSet<Integer> numbers = numbers(budget, without);
        BudgetId id = budget.id();
        long position = AsOf.ofRequest().now() ? lastOf(id) : budget.position();
        return new Asked(visitor().login(), new Question(id, numbers, position));
    }

    /** What happens to other budgets meanwhile asks nothing new. */
    private long lastOf(BudgetId id) {
        return log.readStream(id.toString(), log.streamVersion(id.toString()), 1)
                .getFirst()
                .position();
    }

    /** Documents that are there; a draft is none yet and has no number. */
    private SortedSet<Integer> numbers(OpenedBudget budget, List<Integer> without) {
        SortedSet<Integer> numbers = new TreeSet<>(without);
        if (numbers.isEmpty()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "counterfactual-nothing");
        }
        if (numbers.size() > MOST) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "counterfactual-too-many", MOST);
        }
        Map<String, Facts.AdjustmentFact> filed = filed(budget);
        numbers.stream()
                .filter(number -> !filed.containsKey(Integer.toString(number)))
                .findFirst()
                .ifPresent(number -> {
                    throw new AskedAmiss(HttpStatus.NOT_FOUND, "counterfactual-document", Integer.toString(number));
                });
        return numbers;
    }

    private Visitor visitor() {
        return visitors.visitor().orElseThrow(PageNotFound::new);
    }
}
