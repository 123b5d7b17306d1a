package org.mingzhang.application.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.AdjustmentStatus;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.FiledAdjustment;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.Publication;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.export.TableCsv;
import org.mingzhang.query.facts.DisclosureTables;
import org.springframework.context.ApplicationContext;

/** What a newcomer finds after the first start. */
class SampleYearTest {
    private static final String BUDGET = "/budgets/411200-103-2025";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everybody_reads_the_twelve_tables_that_the_sheets_say(TestDatabase kind) {
        try (OpenDatabase database = kind.open();
                RunningApplication application = start(database)) {
            Browsing anybody = new Browsing(application.address());

            assertThat(anybody.get("/").body()).contains("河南省三门峡市人民政府办公室");
            assertThat(anybody.get(BUDGET).body()).contains("4,263.93");
            for (var template : TableCatalogue.shipped().templates()) {
                String printed = new String(
                        TableCsv.write(
                                Tabulator.fill(template, SampleFacts.facts(), Scope.DEPARTMENT), AmountUnit.WAN_YUAN),
                        StandardCharsets.UTF_8);
                String path = "/api" + BUDGET + "/tables/" + template.number() + ".csv";
                assertThat(anybody.get(path).body())
                        .as("table %s", template.number())
                        .isEqualTo(printed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void dropping_the_read_tables_and_starting_again_gives_the_same_pages(TestDatabase kind) throws SQLException {
        try (OpenDatabase database = kind.open()) {
            Map<String, String> before;
            try (RunningApplication application = start(database)) {
                before = pages(application);
            }
            for (List<String> dropped : List.of(
                    List.of("projection", "fact_posting", "fact_row"),
                    List.of("fact_generation"),
                    List.of("trail_term_even"),
                    List.of("fact_sum"),
                    List.of("projection", "fact_posting", "fact_row", "fact_generation", "fact_comparison"))) {
                drop(database, dropped);
                try (RunningApplication application = start(database)) {
                    assertThat(pages(application)).as("without %s", dropped).isEqualTo(before);
                }
            }
        }
    }

    private static void drop(OpenDatabase database, List<String> tables) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table " + table);
            }
        }
    }

    @Test
    void a_second_start_records_nothing_more() {
        long head;
        try (RunningApplication application = RunningApplication.start(data, true, RunningApplication.INVENTED_YEAR)) {
            head = application.context().getBean(EventLog.class).head();
        }
        try (RunningApplication application = RunningApplication.start(data, true, RunningApplication.INVENTED_YEAR)) {
            assertThat(application.context().getBean(EventLog.class).head()).isEqualTo(head);
        }
    }

    @Test
    void somebodys_own_installation_is_left_alone() {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2026"))
                    .prepared();
        }
        try (RunningApplication application = RunningApplication.start(data, true)) {
            assertThat(new Browsing(application.address()).get(BUDGET).statusCode())
                    .isEqualTo(404);
        }
    }

    /** As if the process had been killed after so many of its commands. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 10, 12, 25, 40})
    void a_start_that_was_killed_on_the_way_is_continued(int commands) {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            assertThatThrownBy(() -> sample(application, commands, false).load())
                    .isInstanceOf(Killed.class);

            sample(application, Integer.MAX_VALUE, false).load();

            Budget budget = application
                    .context()
                    .getBean(BudgetCommands.class)
                    .current(SampleYear.BUDGET)
                    .budget();
            assertThat(budget.publication()).isInstanceOf(Publication.Published.class);
            assertThat(budget.content().lines().size()).isEqualTo(54);
            assertThat(budget.execution().adjustments().values().map(FiledAdjustment::status))
                    .hasSize(10)
                    .contains(
                            AdjustmentStatus.EFFECTIVE,
                            AdjustmentStatus.RETURNED,
                            AdjustmentStatus.WITHDRAWN,
                            AdjustmentStatus.REJECTED);
            assertThat(paidInOctober(budget)).isEqualTo(52);
        }
    }

    /** In the last of 2025, and from the opening of 2026 to its accounts. */
    @ParameterizedTest
    @ValueSource(ints = {50, 64, 74, 100, 128, 134})
    void so_is_the_invented_year(int commands) {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            assertThatThrownBy(() -> sample(application, commands, true).load()).isInstanceOf(Killed.class);

            sample(application, Integer.MAX_VALUE, true).load();

            Budget budget = application
                    .context()
                    .getBean(BudgetCommands.class)
                    .current(InventedYear.BUDGET)
                    .budget();
            assertThat(budget.accounts().next())
                    .as("the accounts are disclosed")
                    .isEmpty();
            assertThat(budget.execution().adjustments().size()).isEqualTo(9);
            long head = application.context().getBean(EventLog.class).head();
            sample(application, Integer.MAX_VALUE, true).load();
            assertThat(application.context().getBean(EventLog.class).head()).isEqualTo(head);
        }
    }

    /** What an earlier release loaded, somebody may have made their own. */
    @Test
    void the_sample_of_an_earlier_release_gets_no_further_year() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            sample(application, Integer.MAX_VALUE, true).load();

            assertThat(application
                            .context()
                            .getBean(BudgetCommands.class)
                            .current(InventedYear.BUDGET)
                            .version())
                    .isNegative();
        }
    }

    private static long paidInOctober(Budget budget) {
        return budget.execution()
                .course()
                .months()
                .values()
                .filter(months -> months.at(YearMonth.of(2025, 10)).isPresent())
                .count();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static SampleYear sample(RunningApplication application, int commands, boolean invented) {
        ApplicationContext context = application.context();
        BudgetCommands door = context.getBean(BudgetCommands.class);
        AtomicInteger left = new AtomicInteger(commands);
        BudgetCommands stopping = new BudgetCommands() {
            @Override
            public Outcome submit(Submission submission) {
                if (left.getAndDecrement() == 0) {
                    throw new Killed();
                }
                return door.submit(submission);
            }

            @Override
            public boolean isDone(Submission submission) {
                return door.isDone(submission);
            }

            @Override
            public void turnedAway(Submission submission, TurnedAway why) {
                door.turnedAway(submission, why);
            }

            @Override
            public Decision preview(Envelope<BudgetCommand> envelope) {
                return door.preview(envelope);
            }

            @Override
            public Known current(BudgetId budget) {
                return door.current(budget);
            }

            @Override
            public KnownFunds current(FundsId funds) {
                return door.current(funds);
            }
        };
        return new SampleYear(
                stopping,
                context.getBean(CrosswalkCommands.class),
                new Intake(stopping),
                context.getBean(RenderedTables.class),
                context.getBean(DisclosureTables.class),
                context.getBean(EventLog.class),
                invented);
    }

    private RunningApplication start(OpenDatabase database) {
        return RunningApplication.start(
                data,
                true,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (database.kind() == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (database.kind() == TestDatabase.H2 ? "" : "postgres"));
    }

    private static Map<String, String> pages(RunningApplication application) {
        Browsing anybody = new Browsing(application.address());
        Map<String, String> pages = new TreeMap<>();
        List<String> paths = new ArrayList<>(List.of("/", BUDGET, "/api/budgets", "/api" + BUDGET));
        for (int table = 1; table <= 12; table++) {
            paths.add(BUDGET + "/tables/" + table);
            paths.add("/api" + BUDGET + "/tables/" + table);
        }
        for (String path : paths) {
            var answer = anybody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            pages.put(path, answer.body().replaceAll("name=\"_csrf\"[^>]*>", ""));
        }
        return pages;
    }
}
