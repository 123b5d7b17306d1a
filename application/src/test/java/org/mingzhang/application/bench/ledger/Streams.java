package org.mingzhang.application.bench.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/** Many budgets in the hands of their departments, to which lines are added. */
final class Streams {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 20);
    private static final Actor OFFICE = Actor.of("yusuan", "刘洋", Role.BUDGET_OFFICE);
    private static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
    private static final BudgetFacts FACTS = SampleFacts.facts();

    private final BudgetCommands commands;
    private final List<BudgetId> budgets;
    private final AtomicInteger lines = new AtomicInteger(1);

    Streams(BudgetCommands commands, int budgets) {
        this.commands = commands;
        this.budgets = IntStream.range(0, budgets)
                .mapToObj(i -> BudgetId.parse("411200-103-%d".formatted(2025 + i)))
                .toList();
        this.budgets.forEach(this::open);
    }

    /** What somebody does again and again: one line more in any of them, one command, one event. */
    Runnable client(int number) {
        RandomGenerator random = new Random(number);
        return () -> allocate(budgets.get(random.nextInt(budgets.size())));
    }

    void allocate(BudgetId budget) {
        done(OFFICER, line(budget));
    }

    private BudgetCommand line(BudgetId budget) {
        LineFact like = FACTS.expenditure().getFirst();
        return new LineCommand.AllocateLine(
                budget,
                new LineKey("n" + lines.getAndIncrement()),
                new LineContent((Classification.Expenditure) like.classification(), like.amount(), "", ""));
    }

    /** One of them; the same for the same number. */
    BudgetId budget(int number) {
        return budgets.get(number);
    }

    /** So many lines more, in one command. */
    void imported(BudgetId budget, int lines) {
        done(
                OFFICER,
                new BudgetCommand.Batch(
                        budget,
                        IntStream.range(0, lines).mapToObj(i -> line(budget)).toList()));
    }

    private void open(BudgetId budget) {
        done(
                OFFICE,
                new RoundCommand.OpenBudget(
                        budget,
                        FACTS.header().divisionName(),
                        FACTS.header().departmentName(),
                        FACTS.header().shortName(),
                        FACTS.header().classificationYear(),
                        Optional.empty(),
                        List.of()));
        FACTS.units().forEach(unit -> done(OFFICER, new OrganisationCommand.RegisterUnit(budget, unit)));
        FACTS.projects().forEach(project -> done(OFFICER, new ProjectCommand.RegisterProject(budget, project)));
    }

    private void done(Actor actor, BudgetCommand command) {
        UUID id = Identities.next();
        Outcome outcome = commands.submit(
                new Submission(new Envelope<>(id, actor, DAY, command), id.toString(), OptionalLong.empty()));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("not done: " + outcome);
        }
    }
}
