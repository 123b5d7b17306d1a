package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Code;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What has become of a budget, as JSON for those whose budget it is; amounts in whole fen. */
@RestController
class ExecutionApi {
    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;
    private final LineBalances balances;

    ExecutionApi(BudgetShelf budgets, AdjustmentShelf shelf, LineBalances balances) {
        this.budgets = budgets;
        this.shelf = shelf;
        this.balances = balances;
    }

    /** A line of the ledger: {@code available} is initial and adjusted without frozen, committed and executed. */
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
            long initial,
            long adjusted,
            long frozen,
            long committed,
            long executed,
            long available,
            long provisional,
            long carriedOver,
            long lapsed) {
        static Line of(Balance balance) {
            Classification.Expenditure money = balance.classification();
            return new Line(
                    balance.line().value(),
                    money.unit().value(),
                    money.function().value(),
                    money.category().name(),
                    money.project().map(Code::value).orElse(""),
                    money.deptEconomic().value(),
                    money.govEconomic().value(),
                    money.fund().name(),
                    money.source().name(),
                    balance.of(Stage.INITIAL).fen(),
                    balance.of(Stage.ADJUSTED).fen(),
                    balance.of(Stage.FROZEN).fen(),
                    balance.of(Stage.COMMITTED).fen(),
                    balance.of(Stage.EXECUTED).fen(),
                    balance.available().fen(),
                    balance.of(Stage.PROVISIONAL).fen(),
                    balance.of(Stage.CARRIED_OVER).fen(),
                    balance.of(Stage.LAPSED).fen());
        }
    }

    /** @param change in fen, less than zero for a line that gives */
    record Entry(String line, String project, String function, String deptEconomic, long change) {
        static Entry of(AdjustmentEntry entry) {
            Classification.Expenditure money = entry.classification();
            return new Entry(
                    entry.line().value(),
                    money.project().map(Code::value).orElse(""),
                    money.function().value(),
                    money.deptEconomic().value(),
                    entry.change().fen());
        }
    }

    /** @param station the one that was passed; empty for other steps */
    record Step(String step, String station, String actor, LocalDate day, String document, String words) {
        static Step of(Facts.AdjustmentStep step) {
            return new Step(
                    step.step(),
                    step.station().map(Enum::name).orElse(""),
                    step.actor(),
                    step.day(),
                    step.document().map(Basis::documentNumber).orElse(""),
                    step.words());
        }
    }

    /** @param role the document that it belongs to; its bytes are under {@code …/attachments/{sha256}} */
    record File(String role, String name, String mediaType, long size, String sha256, String actor, LocalDate day) {
        static File of(Facts.AttachmentFact fact) {
            return new File(
                    fact.role().name(),
                    fact.file().name(),
                    fact.file().mediaType(),
                    fact.file().size(),
                    fact.file().sha256(),
                    fact.actor(),
                    fact.day());
        }
    }

    /** @param leads whether the document that names it is decided on, and that one follows */
    record Counterpart(String budget, String department, int number, boolean leads, List<Entry> entries) {
        static Counterpart of(Facts.Counterpart other) {
            return new Counterpart(
                    other.document().budget().toString(),
                    other.department(),
                    other.document().number(),
                    other.leads(),
                    other.entries().stream().map(Entry::of).toList());
        }
    }

    /**
     * What the document says of the targets of a project.
     *
     * @param revised whether they become {@code indicators}; otherwise they stay as they are
     */
    record Performance(String project, boolean revised, List<Indicator> indicators) {
        static Performance of(PerformanceEffect effect) {
            return new Performance(
                    effect.project().value(),
                    effect.revised().isPresent(),
                    effect.revised().orElse(List.of()));
        }
    }

    /**
     * @param next the station that comes next; empty when all are passed or the document has ended
     * @param revisionCut what makes it a revision of the budget (预算法 art. 67), as its maker stated
     */
    record Adjustment(
            int number,
            String status,
            String direction,
            String kind,
            String next,
            List<String> stations,
            String reason,
            Optional<RevisionCut> revisionCut,
            LocalDate effectiveOn,
            String maker,
            List<Entry> entries,
            List<Performance> performance,
            List<Step> steps,
            List<File> attachments,
            Optional<Integer> mends,
            Optional<Integer> reverses,
            Optional<Integer> reversedBy,
            Optional<Counterpart> counterpart) {
        static Adjustment of(AdjustmentDocument document) {
            Facts.AdjustmentFact fact = document.fact();
            return new Adjustment(
                    document.number(),
                    document.status(),
                    document.direction().name(),
                    fact.kind().name(),
                    document.inReview() ? document.next().map(Enum::name).orElse("") : "",
                    fact.stations().stream().map(Enum::name).toList(),
                    fact.request().reason(),
                    fact.request().revisionCut(),
                    fact.request().effectiveOn(),
                    fact.makerName(),
                    fact.request().entries().stream().map(Entry::of).toList(),
                    fact.request().performance().stream().map(Performance::of).toList(),
                    document.steps().stream().map(Step::of).toList(),
                    document.attachments().stream().map(File::of).toList(),
                    fact.request().mends(),
                    fact.request().reverses(),
                    document.reversedBy(),
                    document.counterpart().map(Counterpart::of));
        }
    }

    @GetMapping("/api/execution/{id}/lines")
    List<Line> lines(@PathVariable String id) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        return balances.of(budget.id(), budget.moment()).stream().map(Line::of).toList();
    }

    @GetMapping("/api/execution/{id}/adjustments")
    List<Adjustment> adjustments(@PathVariable String id) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        return shelf.of(budget.id(), budget.moment()).stream()
                .map(Adjustment::of)
                .toList();
    }

    @GetMapping("/api/execution/{id}/adjustments/{number}")
    Adjustment adjustment(@PathVariable String id, @PathVariable int number) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        return shelf.find(budget.id(), budget.moment(), number)
                .map(Adjustment::of)
                .orElseThrow(PageNotFound::new);
    }
}
