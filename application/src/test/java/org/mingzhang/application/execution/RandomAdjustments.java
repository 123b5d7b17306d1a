package org.mingzhang.application.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.LineBalances.Balance;

/** Documents by chance that the sample can take, each on what earlier ones have left. */
final class RandomAdjustments {
    private static final List<SupplementSource> SOURCES = List.of(SupplementSource.values());
    private static final FundsId FUNDS = FundsId.of(ForeseenScene.BUDGET);

    /** To the limit that a supplement of the three publics may reach. */
    private static final List<Acknowledgement> SAID = List.of(new Acknowledgement("three-public-supplement", "上级安排"));

    private final ForeseenScene scene;
    private final Random random;

    /** How many sources there were before those of this test. */
    private final int sources;

    /** Registers one source of each kind, with more than anybody asks for. */
    RandomAdjustments(ForeseenScene scene, Random random) {
        this.scene = scene;
        this.random = random;
        this.sources = scene.commands().current(FUNDS).funds().sources().size();
        SOURCES.forEach(kind -> scene.submit(ForeseenScene.OFFICE, source(kind)));
    }

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
                ForeseenScene.DOCUMENT);
        return new FundsCommand.RegisterSource(FUNDS, said, Amount.ofYuan(100_000_000_000L));
    }

    /** Every fifth changes a project without any money, the one after it is taken back; a third of the others change one with it. */
    AdjustmentCommand next(BudgetFacts now, int document) {
        return switch (document % 5) {
            case 3 -> ofProject(content(now, document), renamed(project(now), document));
            case 4 ->
                new AdjustmentCommand.ReverseAdjustment(
                        ForeseenScene.BUDGET, scene.documents() - random.nextInt(2), "政策取消", ForeseenScene.DAY);
            default -> {
                AdjustmentRequest request = request(now, document);
                yield projects(request, now)
                        .findFirst()
                        .filter(project -> document % 3 == 0)
                        .map(project -> ofProject(request, renamed(project, document)))
                        .orElseGet(() -> submission(request));
            }
        };
    }

    /** A shift of part or all of what is available of a line to another or a new one, a supplement or a reduction; sometimes with targets. */
    AdjustmentCommand ofMoney(BudgetFacts facts, int document) {
        return submission(request(facts, document));
    }

    private AdjustmentRequest request(BudgetFacts facts, int document) {
        Balance from = giving();
        LineFact to = line(facts);
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
        if (direction == AdjustmentDirection.SUPPLEMENT) {
            return supplement(gaining, document);
        }
        return SimpleRequest.of(direction, "第" + document + "张", entries, performance(entries, document));
    }

    /** What was carried over goes to a line of its own. */
    private AdjustmentRequest supplement(AdjustmentEntry gaining, int document) {
        SupplementSource source = SOURCES.get(random.nextInt(SOURCES.size()));
        AdjustmentEntry entry = source == SupplementSource.CARRY_OVER
                ? new AdjustmentEntry(
                        new LineKey("结" + document), gaining.classification().carriedOver(), gaining.change())
                : gaining;
        return SimpleRequest.of(
                        AdjustmentDirection.SUPPLEMENT,
                        "第" + document + "张",
                        List.of(entry),
                        performance(List.of(entry), document))
                .from(Optional.of(source), "来源");
    }

    private AdjustmentRequest content(BudgetFacts facts, int document) {
        List<PerformanceEffect> performance = random.nextBoolean()
                ? List.of()
                : List.of(new PerformanceEffect(project(facts).code(), Optional.of(revised(document))));
        return SimpleRequest.of(AdjustmentDirection.CONTENT, "第" + document + "张", List.of(), performance);
    }

    private List<PerformanceEffect> performance(List<AdjustmentEntry> entries, int document) {
        List<PerformanceEffect> performance = new ArrayList<>();
        entries.stream()
                .flatMap(entry -> entry.classification().project().stream())
                .distinct()
                .forEach(project -> performance.add(new PerformanceEffect(
                        project, random.nextBoolean() ? Optional.empty() : Optional.of(revised(document)))));
        return performance;
    }

    private static List<Indicator> revised(int document) {
        return List.of(new Indicator(IndicatorLevel.OUTPUT, "", "数量", "≥" + document, ""));
    }

    private AdjustmentCommand ofProject(AdjustmentRequest request, Project project) {
        return new AdjustmentCommand.AdjustProject(ForeseenScene.BUDGET, request, project, SAID, number(request));
    }

    private AdjustmentCommand submission(AdjustmentRequest request) {
        return new AdjustmentCommand.SubmitAdjustment(ForeseenScene.BUDGET, request, SAID, number(request));
    }

    private Optional<Integer> number(AdjustmentRequest request) {
        return request.source().map(kind -> sources + 1 + SOURCES.indexOf(kind));
    }

    private Project project(BudgetFacts facts) {
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

    private static boolean isThreePublic(LineFact line) {
        return List.of("30212", "30217", "30231")
                .contains(money(line).deptEconomic().value());
    }

    /** What months of execution and documents on their way have left something of. */
    private Balance giving() {
        List<Balance> left = scene.balances().stream()
                .filter(balance -> balance.available().fen() > 0)
                .toList();
        return left.get(random.nextInt(left.size()));
    }

    private LineFact line(BudgetFacts facts) {
        return facts.expenditure().get(random.nextInt(facts.expenditure().size()));
    }

    private static Classification.Expenditure money(LineFact line) {
        return (Classification.Expenditure) line.classification();
    }
}
