package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the databases add up is what somebody would add up who looked at every posting. */
class ClassifiedSumsTest {
    private static final List<String> FUNCTIONS = List.of("2010301", "2010302", "2080505");
    private static final List<String> DEPTS = List.of("30101", "30201", "30217");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** As it stands in the table. */
    private record Posting(
            long position,
            String budget,
            String unit,
            String function,
            String dept,
            String project,
            Stage stage,
            long fen,
            LocalDate day) {}

    private static List<Posting> postings() {
        Random random = new Random(2025);
        List<Posting> all = new ArrayList<>();
        for (int position = 1; position <= 400; position++) {
            String department = random.nextBoolean() ? "103" : "104";
            all.add(new Posting(
                    position,
                    "411200-" + department + "-" + (2024 + random.nextInt(3)),
                    department + "00" + (1 + random.nextInt(3)),
                    FUNCTIONS.get(random.nextInt(3)),
                    DEPTS.get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? "411200240000000008296" : "",
                    random.nextInt(4) == 0 ? Stage.ADJUSTED : random.nextInt(4) == 0 ? Stage.EXECUTED : Stage.INITIAL,
                    random.nextInt(1_000_000) - 200_000,
                    FIRST.plusDays(random.nextInt(300))));
        }
        return all;
    }

    private static void insert(JdbcClient jdbc, List<Posting> postings) {
        int generation = jdbc.sql("select generation from projection where name = 'facts'")
                .query(Integer.class)
                .single();
        for (Posting one : postings) {
            jdbc.sql("insert into fact_posting (generation, position, ordinal, budget, line_key, side, unit, fund,"
                            + " source, appropriated, revenue, function_code, category, project, dept_economic,"
                            + " gov_economic, stage, delta_fen, effective, event_id, basis) values (?, ?, 0, ?, 'L',"
                            + " 'expenditure', ?, 'GENERAL_PUBLIC', 'CURRENT', true, '', ?, 'PERSONNEL', ?, ?, '50101',"
                            + " ?, ?, ?, ?, '')")
                    .param(generation)
                    .param(one.position())
                    .param(one.budget())
                    .param(one.unit())
                    .param(one.function())
                    .param(one.project())
                    .param(one.dept())
                    .param(one.stage().name())
                    .param(one.fen())
                    .param(one.day())
                    .param(new UUID(0, one.position()))
                    .update();
        }
    }

    private static Map<String, Long> asked(JdbcClient jdbc, Map<BudgetId, Moment> until, ClassifiedSums.Asked asked) {
        Map<String, Long> found = new TreeMap<>();
        new ClassifiedSums(jdbc)
                .each(
                        until,
                        asked,
                        sum -> found.merge(
                                sum.year() + " " + sum.unit() + " " + sum.code() + " "
                                        + sum.money().dept() + " " + sum.money().ofProject(),
                                sum.money().fen(),
                                Long::sum));
        return found;
    }

    private static Map<String, Long> byLooking(
            List<Posting> all, Map<BudgetId, Moment> until, ClassifiedSums.Asked asked) {
        Map<String, Long> found = new TreeMap<>();
        all.stream()
                .filter(one -> asked.stages().contains(one.stage()))
                .filter(one -> {
                    Moment moment = until.get(BudgetId.parse(one.budget()));
                    return moment != null && one.position() <= moment.position() && moment.counts(one.day());
                })
                .filter(one -> asked.unit()
                        .filter(unit -> !unit.value().equals(one.unit()))
                        .isEmpty())
                .forEach(one -> found.merge(
                        one.budget().substring(11) + " " + (asked.byUnit() ? "411200-" + one.unit() : "") + " "
                                + switch (asked.by()) {
                                    case FUNCTION -> one.function();
                                    case PROJECT -> one.project().isEmpty() ? ClassifiedSums.WITHOUT : one.project();
                                    default -> one.unit();
                                }
                                + " " + one.dept() + " " + !one.project().isEmpty(),
                        one.fen(),
                        Long::sum));
        return found;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_question_is_answered_as_by_looking_at_every_posting(TestDatabase database) {
        try (OpenDatabase open = database.open()) {
            JdbcClient jdbc = JdbcClient.create(open.dataSource());
            List<Posting> all = postings();
            insert(jdbc, all);
            Set<Stage> budgeted = Set.of(Stage.INITIAL, Stage.ADJUSTED);
            List<ClassifiedSums.Asked> questions = List.of(
                    new ClassifiedSums.Asked(Set.of(Stage.INITIAL), ComparedBy.FUNCTION, Optional.empty(), false),
                    new ClassifiedSums.Asked(budgeted, ComparedBy.PROJECT, Optional.empty(), true),
                    new ClassifiedSums.Asked(budgeted, ComparedBy.UNIT, Optional.of(new UnitCode("103001")), false),
                    new ClassifiedSums.Asked(Set.of(Stage.EXECUTED), ComparedBy.FUNCTION, Optional.empty(), true));
            List<Map<BudgetId, Moment>> moments = List.of(
                    Map.of(
                            BudgetId.parse("411200-103-2024"), Moment.at(400),
                            BudgetId.parse("411200-103-2025"), Moment.at(150),
                            BudgetId.parse("411200-104-2025"), Moment.at(37)),
                    Map.of(
                            BudgetId.parse("411200-103-2025"), new Moment(400, Optional.of(FIRST.plusDays(100))),
                            BudgetId.parse("411200-104-2026"), new Moment(200, Optional.of(FIRST.plusDays(100)))),
                    Map.of(
                            BudgetId.parse("411200-103-2024"), Moment.at(390),
                            BudgetId.parse("411200-103-2025"), new Moment(400, Optional.of(FIRST.plusDays(50))),
                            BudgetId.parse("411200-104-2026"), new Moment(300, Optional.of(FIRST.plusDays(200)))),
                    Map.of(BudgetId.parse("411200-105-2025"), Moment.at(400)),
                    Map.of());
            for (ClassifiedSums.Asked question : questions) {
                for (Map<BudgetId, Moment> until : moments) {
                    assertThat(asked(jdbc, until, question))
                            .as(question + " of " + until)
                            .isEqualTo(byLooking(all, until, question));
                }
            }
        }
    }
}
