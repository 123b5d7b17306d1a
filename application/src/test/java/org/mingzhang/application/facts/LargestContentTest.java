package org.mingzhang.application.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.budget.States;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** One department's texts must never stop the feed, which is everybody's: whatever is accepted fits into a row. */
class LargestContentTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2024, 9, 20);
    private static final UnitCode UNIT = new UnitCode("103001");
    private static final ProjectCode PROJECT = new ProjectCode("411200250000000000001");

    /** Far more than any list may have, so that what is found is the decider's bound and not this one. */
    private static final int BEYOND = 400;

    /** Three bytes each; two characters each in JSON; two halves of one character each; a half alone, which is nonsense. */
    static Stream<Arguments> writing() {
        return Stream.of(TestDatabase.values())
                .flatMap(database ->
                        Stream.of("预", "\"", "\uD842\uDFB7", "\uD842").map(text -> Arguments.of(database, text)));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void the_largest_content_that_is_accepted_fits_into_the_facts(TestDatabase database, String writing) {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            Budget budget = accepted(log, accepted(log, Budget.none(), opening()), structure());
            List<IntFunction<BudgetCommand>> contents = contents(writing);
            for (IntFunction<BudgetCommand> content : contents) {
                accepted(log, budget, largest(budget, content));
            }
            boolean followed = feed.await(log.head(), Duration.ofSeconds(20));

            assertThat(feed.stopped()).isEmpty();
            assertThat(followed).isTrue();
            assertThat(log.head()).isEqualTo(3 + contents.size());
        }
    }

    /** The longest list of the longest texts that the decider takes. */
    private static BudgetCommand largest(Budget budget, IntFunction<BudgetCommand> content) {
        int size = BEYOND;
        while (decided(budget, content.apply(size)) instanceof Decision.Refused) {
            size--;
        }
        assertThat(size).isPositive();
        return content.apply(size);
    }

    private static List<IntFunction<BudgetCommand>> contents(String writing) {
        String sentence = filled(writing, 4000);
        return List.of(
                size -> made(new Statement.Duties(times(size, sentence))),
                size -> made(new Statement.AnnualGoals(times(size, sentence))),
                size -> made(new Statement.SpecialTransfers(times(size, sentence))),
                size -> made(
                        new Statement.AnnualTasks(times(size, new Statement.Task(filled(writing, 200), sentence)))),
                size -> made(new Statement.Glossary(times(size, new Statement.Term(filled(writing, 100), sentence)))),
                size -> made(new Statement.Institutions(filled(writing, 10_000))),
                size -> made(new Statement.KeyProjects(sentence)),
                size -> made(new Statement.AssetsHeld(1, 1, 1, 1, filled(writing, 500), 1, 1)),
                size -> new TargetCommand.SetOverallTargets(BUDGET, indicators(size, writing), ""),
                size -> new TargetCommand.SetProjectTargets(BUDGET, PROJECT, indicators(size, writing), ""));
    }

    private static BudgetCommand made(Statement statement) {
        return new StatementCommand.MakeStatement(BUDGET, statement);
    }

    private static List<Indicator> indicators(int size, String writing) {
        return times(
                size,
                new Indicator(
                        IndicatorLevel.SATISFACTION,
                        filled(writing, 100),
                        filled(writing, 200),
                        filled(writing, 200),
                        filled(writing, 500)));
    }

    private static <T> List<T> times(int size, T item) {
        return Stream.generate(() -> item).limit(size).toList();
    }

    private static String filled(String writing, int length) {
        return writing.repeat(length / writing.length());
    }

    private static BudgetCommand opening() {
        return new RoundCommand.OpenBudget(
                BUDGET, "三门峡市", "测试局", "测试局", new FiscalYear(2025), Optional.empty(), List.of());
    }

    private static BudgetCommand structure() {
        Project project = new Project(PROJECT, "测试项目", ProjectCategory.OTHER_OPERATIONS, UNIT, "");
        BudgetUnit unit = new BudgetUnit(UNIT, "测试局", "测试局", UnitNature.ADMINISTRATIVE);
        return new BudgetCommand.Batch(
                BUDGET,
                List.of(
                        new OrganisationCommand.RegisterUnit(BUDGET, unit),
                        new ProjectCommand.RegisterProject(BUDGET, project)));
    }

    private static Budget accepted(JdbcEventLog log, Budget budget, BudgetCommand command) {
        Decision.Accepted accepted = (Decision.Accepted) decided(budget, command);
        Budget after = budget;
        for (LedgerEvent event : accepted.events()) {
            after = after.evolve(envelope((BudgetEvent) event));
        }
        record(log, accepted.events());
        return after;
    }

    private static Decision decided(Budget budget, BudgetCommand command) {
        return BudgetDecider.decide(Policy.inForceOn(DAY), envelope(command), States.of(BUDGET, budget));
    }

    private static <T> Envelope<T> envelope(T message) {
        return new Envelope<>(UUID.randomUUID(), actor(message), DAY, message);
    }

    private static Actor actor(Object message) {
        return message instanceof RoundCommand
                ? Actor.of("liu", "刘", Role.BUDGET_OFFICE)
                : Actor.of("li", "李", Role.UNIT_OFFICER);
    }

    private static void record(JdbcEventLog log, List<LedgerEvent> events) {
        UUID act = UUID.randomUUID();
        String stream = BUDGET.toString();
        List<NewEvent> recorded = new ArrayList<>();
        events.forEach(event -> recorded.add(new NewEvent(UUID.randomUUID(), stream, envelope(event))));
        log.append(new Append(
                recorded,
                Map.of(stream, log.streamVersion(stream)),
                new Append.Claim("li", act.toString(), Bytes.of(new byte[32]), act, stream)));
    }
}
