package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.execution.FactsAfter;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.execution.WhatIf;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.feed.FactFeed;

/** What a document is said to change is what it changes: foreseen, posted, compared, for adjustments of every kind. */
class ForeseenTablesTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final Actor MAKER = Actor.of("finance", "经办", Role.DEPARTMENT_FINANCE);
    private static final Actor HEAD = Actor.of("head", "负责人", Role.DEPARTMENT_HEAD);
    private static final Actor OFFICE = Actor.of("office", "预算科", Role.BUDGET_OFFICE);
    private static final Basis DOCUMENT = new Basis("三财预〔2025〕66号", "批复", "三门峡市财政局", DAY, true);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final int DOCUMENTS = 40;
    private static final int TOGETHER = 8;
    private static final List<SupplementSource> SOURCES = List.of(SupplementSource.values());
    private static final FundsId FUNDS = FundsId.of(BUDGET);

    @TempDir
    Path data;

    private int submitted;

    @Test
    void the_tables_say_afterwards_what_was_foreseen() {
        Random random = new Random(20250205);
        int changed = 0;
        try (RunningApplication application = RunningApplication.start(data, true)) {
            submitted = documents(application);
            int before = registered(application);
            for (int document = 0; document < DOCUMENTS; document++) {
                BudgetFacts now = facts(application);
                AdjustmentCommand command = command(application, random, now, document, before);
                long head = head(application);
                List<Impact.Change> drafted = drafted(application, command);
                assertThat(head(application)).as("nothing is recorded").isEqualTo(head);
                submit(application, MAKER, command);
                submitted++;
                List<Impact.Change> foreseen = decided(application, List.of(submitted));
                assertThat(foreseen).as("of the draft").isEqualTo(drafted);
                pass(application, submitted);
                assertThat(Impact.between(templates(application), now, facts(application)))
                        .as("document %s: %s", submitted, command)
                        .isEqualTo(foreseen);
                changed += foreseen.size();
            }
        }
        assertThat(changed).isGreaterThan(DOCUMENTS);
    }

    @Test
    void several_documents_are_foreseen_together_and_those_that_fail_are_named() {
        Random random = new Random(20250731);
        try (RunningApplication application = RunningApplication.start(data, true)) {
            submitted = documents(application);
            int sources = registered(application);
            List<Integer> numbers = new ArrayList<>();
            for (int document = 0; document < TOGETHER; document++) {
                AdjustmentRequest request = request(application, random, facts(application), document);
                if (commands(application).submit(submission(MAKER, submission(request, sources)))
                        instanceof Outcome.Done) {
                    submitted++;
                    numbers.add(submitted);
                }
            }
            int returned = numbers.get(1);
            submit(application, HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, returned, "退回"));
            BudgetFacts before = facts(application);
            WhatIf.Outcome outcome = whatIf(application).decided(BUDGET, numbers, Locale.SIMPLIFIED_CHINESE);
            assertThat(outcome.against().keySet()).containsExactly(returned);
            assertThat(outcome.against().values())
                    .allSatisfy(
                            problems -> assertThat(problems.getFirst().key()).isEqualTo("adjustment-ended"));
            List<Impact.Change> foreseen = decided(application, numbers);
            numbers.stream().filter(number -> number != returned).forEach(number -> pass(application, number));
            assertThat(Impact.between(templates(application), before, facts(application)))
                    .isEqualTo(foreseen)
                    .isNotEmpty();
        }
    }

    private static WhatIf whatIf(RunningApplication application) {
        return application.context().getBean(WhatIf.class);
    }

    private static long head(RunningApplication application) {
        return application.context().getBean(EventLog.class).head();
    }

    private static List<Impact.Change> drafted(RunningApplication application, AdjustmentCommand command) {
        Rehearsal.Rehearsed rehearsed = application
                .context()
                .getBean(Rehearsal.class)
                .of(new Envelope<>(UUID.randomUUID(), MAKER, TODAY, command), Locale.SIMPLIFIED_CHINESE);
        assertThat(rehearsed.against()).isEmpty();
        List<Envelope<BudgetEvent>> all = new ArrayList<>(rehearsed.submission());
        all.addAll(rehearsed.effect());
        return changes(application, all);
    }

    private static List<Impact.Change> decided(RunningApplication application, List<Integer> numbers) {
        return changes(
                application,
                whatIf(application)
                        .decided(BUDGET, numbers, Locale.SIMPLIFIED_CHINESE)
                        .effect());
    }

    private static List<Impact.Change> changes(RunningApplication application, List<Envelope<BudgetEvent>> events) {
        BudgetFacts now = facts(application);
        return Impact.between(templates(application), now, FactsAfter.of(now, events));
    }

    /** Registers one source of each kind; answers how many there were before. */
    private static int registered(RunningApplication application) {
        int before = commands(application).current(FUNDS).funds().sources().size();
        SOURCES.forEach(kind -> submit(application, OFFICE, source(kind)));
        return before;
    }

    /** One of each kind, with more than anybody asks for. */
    private static FundsCommand source(SupplementSource kind) {
        FundsSource said = new FundsSource(
                kind,
                "够用的" + kind.label(),
                FundType.GENERAL_PUBLIC,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                DOCUMENT);
        return new FundsCommand.RegisterSource(FUNDS, said, Amount.ofYuan(100_000_000_000L));
    }

    /** Every fifth changes a project without any money, the one after it is taken back; a third of the others change one with it. */
    private AdjustmentCommand command(
            RunningApplication application, Random random, BudgetFacts now, int document, int before) {
        return switch (document % 5) {
            case 3 -> ofProject(content(random, now, document), renamed(project(random, now), document), before);
            case 4 -> new AdjustmentCommand.ReverseAdjustment(BUDGET, reversed(random), "政策取消", DAY);
            default -> {
                AdjustmentRequest request = request(application, random, now, document);
                yield projects(request, now)
                        .findFirst()
                        .filter(project -> document % 3 == 0)
                        .map(project -> ofProject(request, renamed(project, document), before))
                        .orElseGet(() -> submission(request, before));
            }
        };
    }

    /** One of the last two: what moved no money, or what moved some. */
    private int reversed(Random random) {
        return submitted - random.nextInt(2);
    }

    private static Project project(Random random, BudgetFacts facts) {
        return facts.projects().get(random.nextInt(facts.projects().size()));
    }

    private static Project renamed(Project project, int document) {
        return new Project(
                project.code(), "更名" + document, project.category(), project.unit(), "第" + document + "张调整单后的内容");
    }

    private static Stream<Project> projects(AdjustmentRequest request, BudgetFacts facts) {
        Set<ProjectCode> theirs = request.entries().stream()
                .flatMap(entry -> entry.classification().project().stream())
                .collect(Collectors.toSet());
        return facts.projects().stream().filter(project -> theirs.contains(project.code()));
    }

    private static AdjustmentRequest content(Random random, BudgetFacts facts, int document) {
        List<Indicator> revised = List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥" + document, ""));
        return new AdjustmentRequest(
                AdjustmentDirection.CONTENT,
                ReasonClass.TASK,
                "第" + document + "张",
                DAY,
                List.of(),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new PerformanceEffect(project(random, facts).code(), Optional.of(revised))),
                "",
                Optional.empty(),
                "",
                "",
                "说明",
                Optional.empty(),
                Optional.empty());
    }

    private static AdjustmentCommand ofProject(AdjustmentRequest request, Project project, int before) {
        return new AdjustmentCommand.AdjustProject(BUDGET, request, project, SAID, number(request, before));
    }

    private static Optional<Integer> number(AdjustmentRequest request, int before) {
        return request.source().map(kind -> before + 1 + SOURCES.indexOf(kind));
    }

    /** @param before how many sources there were before those of this test */
    private static AdjustmentCommand submission(AdjustmentRequest request, int before) {
        return new AdjustmentCommand.SubmitAdjustment(BUDGET, request, SAID, number(request, before));
    }

    private static int documents(RunningApplication application) {
        return commands(application)
                .current(BUDGET)
                .budget()
                .execution()
                .adjustments()
                .size();
    }

    private static List<TableTemplate> templates(RunningApplication application) {
        return application.context().getBean(DisclosureTables.class).templates();
    }

    /** To the limit that a supplement of the three publics may reach. */
    private static final List<Acknowledgement> SAID = List.of(new Acknowledgement("three-public-supplement", "上级安排"));

    private static BudgetCommands commands(RunningApplication application) {
        return application.context().getBean(BudgetCommands.class);
    }

    private static BudgetFacts facts(RunningApplication application) {
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
        return application
                .context()
                .getBean(FactReader.class)
                .load(BUDGET, head, TableBasis.ADJUSTED)
                .orElseThrow();
    }

    private static void pass(RunningApplication application, int number) {
        List<AdjustmentStation> stations = commands(application)
                .current(BUDGET)
                .budget()
                .execution()
                .adjustments()
                .get(number)
                .orElseThrow()
                .stations();
        for (AdjustmentStation station : stations) {
            Actor actor = station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : OFFICE;
            submit(
                    application,
                    actor,
                    new AdjustmentCommand.ReviewAdjustment(BUDGET, number, station, Optional.of(DOCUMENT), ""));
        }
        Actor registrar = stations.size() == 1 ? HEAD : OFFICE;
        submit(
                application,
                registrar,
                new AdjustmentCommand.PutAdjustmentIntoEffect(BUDGET, number, Optional.of(DOCUMENT), DAY));
    }

    private static void submit(RunningApplication application, Actor actor, LedgerCommand command) {
        assertThat(commands(application).submit(submission(actor, command))).isInstanceOf(Outcome.Done.class);
    }

    private static BudgetCommands.Submission submission(Actor actor, LedgerCommand command) {
        return BudgetCommands.Submission.of(new Envelope<>(UUID.randomUUID(), actor, TODAY, command));
    }

    /** A shift of part or all of what is available of a line to another or a new one, a supplement or a reduction; sometimes with targets. */
    private static AdjustmentRequest request(
            RunningApplication application, Random random, BudgetFacts facts, int document) {
        Balance from = giving(application, random);
        LineFact to = line(random, facts);
        long most = from.available().fen();
        Amount amount = new Amount(random.nextInt(4) == 0 ? most : random.nextLong(1, most + 1));
        AdjustmentEntry giving = new AdjustmentEntry(from.line(), from.classification(), amount.negated());
        AdjustmentEntry gaining = random.nextInt(4) == 0
                ? new AdjustmentEntry(new LineKey("新" + document), money(to), amount)
                : new AdjustmentEntry(to.key(), money(to), amount);
        boolean different = !giving.line().equals(gaining.line());
        AdjustmentDirection direction = different && !isThreePublic(to)
                ? AdjustmentDirection.SHIFT
                : random.nextBoolean() ? AdjustmentDirection.SUPPLEMENT : AdjustmentDirection.REDUCTION;
        List<AdjustmentEntry> entries = switch (direction) {
            case SHIFT -> List.of(giving, gaining);
            case SUPPLEMENT -> List.of(gaining);
            case REDUCTION -> List.of(giving);
            case CONTENT, REORGANISATION -> throw new IllegalStateException("not of this sort: " + direction);
        };
        return new AdjustmentRequest(
                direction,
                ReasonClass.TASK,
                "第" + document + "张",
                DAY,
                entries,
                performance(random, entries, document),
                "",
                direction == AdjustmentDirection.SUPPLEMENT ? Optional.of(source(random)) : Optional.empty(),
                "来源",
                "",
                "说明",
                Optional.empty(),
                Optional.empty());
    }

    private static List<PerformanceEffect> performance(Random random, List<AdjustmentEntry> entries, int document) {
        List<PerformanceEffect> performance = new ArrayList<>();
        List<Indicator> revised = List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥" + document, ""));
        entries.stream()
                .flatMap(entry -> entry.classification().project().stream())
                .distinct()
                .forEach(project -> performance.add(new PerformanceEffect(
                        project, random.nextBoolean() ? Optional.empty() : Optional.of(revised))));
        return performance;
    }

    private static SupplementSource source(Random random) {
        return SOURCES.get(random.nextInt(SOURCES.size()));
    }

    private static boolean isThreePublic(LineFact line) {
        return List.of("30212", "30217", "30231")
                .contains(money(line).deptEconomic().value());
    }

    /** What months of execution and documents on their way have left something of. */
    private static Balance giving(RunningApplication application, Random random) {
        List<Balance> left = application.context().getBean(LineBalances.class).of(BUDGET, head(application)).stream()
                .filter(balance -> balance.available().fen() > 0)
                .toList();
        return left.get(random.nextInt(left.size()));
    }

    private static LineFact line(Random random, BudgetFacts facts) {
        return facts.expenditure().get(random.nextInt(facts.expenditure().size()));
    }

    private static Classification.Expenditure money(LineFact line) {
        return (Classification.Expenditure) line.classification();
    }
}
