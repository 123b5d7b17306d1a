package org.mingzhang.application.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mingzhang.application.bench.ledger.LeanNode;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.execution.FactsAfter;
import org.mingzhang.query.execution.Impact;

/** How fast it is foreseen what a document changes, and decided on documents of many lines. */
final class AdjustmentBenchmark implements Benchmark {
    static final LocalDate DAY = LocalDate.of(2025, 3, 31);
    static final Actor MAKER = Actor.of("bench", "基准", Role.DEPARTMENT_FINANCE);
    private static final int FEW = 2;
    private static final int MANY = 100;
    private static final int LINES = 2_000;

    @Override
    public String name() {
        return "adjustments";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        BudgetFacts large = BenchFacts.of(LINES, 20, 30, 60);
        told.accept(foreseen("cells that an adjustment of the sample changes", SampleFacts.facts()));
        told.accept(foreseen("the same for a department of 2,000 lines", large));
        told.accept(AskedPreview.ofTheSample());
        told.accept(AskedPreview.of(large));
        for (TestDatabase kind : TestDatabase.values()) {
            told.accept(submitted(kind, large));
            ManyPeople.adjust(kind, large, told);
        }
    }

    /** The floor fills the tables once. */
    private static BenchFigure foreseen(String figure, BudgetFacts facts) {
        TableCatalogue catalogue = TableCatalogue.shipped();
        List<Envelope<BudgetEvent>> events = inEffect(facts, shift(facts, FEW));
        return Rounds.measure(
                figure,
                "<= 50 ms",
                20,
                31,
                () -> Impact.between(catalogue.templates(), facts, FactsAfter.of(facts, events))
                        .size(),
                () -> Tabulator.fillAll(catalogue, facts, Scope.DEPARTMENT).size());
    }

    /** What the log would hold once it counts. */
    private static List<Envelope<BudgetEvent>> inEffect(BudgetFacts facts, AdjustmentRequest request) {
        List<Posting> postings = request.entries().stream()
                .map(entry ->
                        new Posting(entry.line(), entry.classification(), Stage.ADJUSTED, entry.change(), DAY, ""))
                .toList();
        BudgetEvent effect = new AdjustmentEvent.AdjustmentTookEffect(
                facts.header().id(), 1, Optional.empty(), DAY, List.of(), postings);
        return List.of(new Envelope<>(UUID.randomUUID(), MAKER, DAY, effect));
    }

    /** Through the whole path into the log: the floor submits a document of two lines. */
    private static BenchFigure submitted(TestDatabase kind, BudgetFacts facts) {
        try (OpenDatabase database = kind.open();
                LeanNode node = new LeanNode(database.dataSource())) {
            BudgetId id = facts.header().id();
            ApprovedDepartment.record(node.log(), facts);
            return Rounds.measure(
                    "an adjustment of " + MANY + " lines submitted, " + kind + "; floor: of " + FEW,
                    "<= 3 x",
                    100,
                    301,
                    () -> submit(node, id, shift(facts, MANY)),
                    () -> submit(node, id, shift(facts, FEW)));
        }
    }

    private static int submit(LeanNode node, BudgetId id, AdjustmentRequest request) {
        Envelope<BudgetCommand> envelope =
                new Envelope<>(UUID.randomUUID(), MAKER, DAY, new AdjustmentCommand.SubmitAdjustment(id, request));
        if (node.commands().submit(BudgetCommands.Submission.of(envelope)) instanceof Outcome.Done done) {
            return done.events();
        }
        throw new IllegalStateException("refused");
    }

    /** One fen from each of the first lines to the next one of its fund. */
    static AdjustmentRequest shift(BudgetFacts facts, int lines) {
        List<LineFact> basic = basic(facts).limit(lines).toList();
        return shift(basic);
    }

    /** Lines of personnel that one fund pays for, so that money may go from any of them to any other. */
    static Stream<LineFact> basic(BudgetFacts facts) {
        Classification.Expenditure first = spent(facts.expenditure().getFirst());
        return facts.expenditure().stream()
                .filter(line -> spent(line).project().isEmpty())
                .filter(line -> !spent(line).deptEconomic().value().startsWith("302"))
                .filter(line ->
                        spent(line).fund() == first.fund() && spent(line).source() == first.source())
                .filter(line -> line.amount().exceeds(Amount.ZERO));
    }

    static AdjustmentRequest shift(List<LineFact> basic) {
        List<AdjustmentEntry> entries = new ArrayList<>();
        for (int at = 0; at < basic.size() - basic.size() % 2; at++) {
            LineFact line = basic.get(at);
            entries.add(new AdjustmentEntry(line.key(), spent(line), new Amount(at % 2 == 0 ? -1 : 1)));
        }
        return shifting(entries);
    }

    static AdjustmentRequest shifting(List<AdjustmentEntry> entries) {
        return new AdjustmentRequest(
                AdjustmentDirection.SHIFT,
                ReasonClass.TASK,
                "基准",
                DAY,
                entries,
                List.of(),
                "",
                Optional.empty(),
                "",
                "",
                "基准",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Classification.Expenditure spent(LineFact line) {
        return (Classification.Expenditure) line.classification();
    }
}
