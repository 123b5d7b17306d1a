package org.mingzhang.command.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevisionCut;

/** Measures a document as the limits of the day ask. */
final class LimitMeasures {
    private static final BigDecimal HUNDREDTHS_OF_A_PER_CENT = BigDecimal.valueOf(10_000);

    private final Policy policy;
    private final LocalDate today;
    private final Budget budget;
    private final AdjustmentRequest request;
    private final Amount moved;
    private final HeadTotals heads;

    LimitMeasures(Policy policy, LocalDate today, Budget budget, AdjustmentRequest request, Amount moved) {
        this.policy = policy;
        this.today = today;
        this.budget = budget;
        this.request = request;
        this.moved = moved;
        this.heads = new HeadTotals(budget);
    }

    /** Where the document reaches the limit; an empty list when it nowhere does. */
    List<ReachedLimit> reached(Limit limit) {
        return switch (limit.measure()) {
            case SHARE_OF_FUNCTION_CLASS -> shares(limit, LimitMeasures::functionClass, this::functionName);
            case SHARE_OF_ECONOMIC_CLASS -> shares(limit, LimitMeasures::economicClass, this::economicName);
            case SHARE_OF_PROJECT -> shares(limit, Classification.Expenditure::project, this::projectName);
            case SHARE_OF_DEPARTMENT -> ofDepartment(limit);
            case CLASS_PAIR -> pair(limit);
            case CROSSES_FUNCTION_CLASS -> crossing(limit, LimitMeasures::functionClass);
            case CROSSES_GOVERNMENT_CLASS -> crossing(limit, LimitMeasures::governmentClass);
            case THREE_PUBLIC_RISES -> threePublic(limit);
            case THREE_PUBLIC_OVER_INITIAL -> threePublicOverInitial(limit);
            case AFTER_DAY -> afterDay(limit);
            case TIMES_PER_LINE -> times(limit);
            case TARGETS_UNREVISED -> targets(limit);
            case KEY_EXPENDITURE_FALLS -> keyExpenditure(limit);
            case DOCUMENT_NUMBER -> List.of(); // of documents that are yet to come: DocumentRules
        };
    }

    private static Optional<String> functionClass(Classification.Expenditure money) {
        return Optional.of(money.function().functionClass().value());
    }

    private static Optional<String> economicClass(Classification.Expenditure money) {
        return Optional.of(money.deptEconomic().economicClass().value());
    }

    private static Optional<String> governmentClass(Classification.Expenditure money) {
        return Optional.of(money.govEconomic().value().substring(0, 3));
    }

    private <K extends Comparable<K>> List<ReachedLimit> shares(
            Limit limit, HeadTotals.Head<K> head, Function<K, String> name) {
        Map<K, Amount> net = HeadTotals.net(request.entries(), head);
        if (net.isEmpty()) {
            return List.of();
        }
        Map<K, Amount> now = heads.now(HeadTotals.among(net.keySet(), head));
        List<ReachedLimit> reached = new ArrayList<>();
        net.forEach((key, change) -> share(limit, change, now.getOrDefault(key, Amount.ZERO))
                .ifPresent(share -> reached.add(ReachedLimit.of(limit, name.apply(key), change, share))));
        return reached;
    }

    private List<ReachedLimit> ofDepartment(Limit limit) {
        Amount all = heads.now(money -> Optional.of("")).getOrDefault("", Amount.ZERO);
        return share(limit, moved, all).map(share -> ReachedLimit.of(limit, "", moved, share)).stream()
                .toList();
    }

    /** The share as it is printed, when it reaches the bound; a change of what there was not is all of it. */
    private static Optional<String> share(Limit limit, Amount change, Amount of) {
        BigDecimal part = BigDecimal.valueOf(change.fen()).abs();
        BigDecimal whole = of.exceeds(Amount.ZERO) ? BigDecimal.valueOf(of.fen()) : part;
        boolean reached = part.signum() > 0
                && part.multiply(HUNDREDTHS_OF_A_PER_CENT)
                                .compareTo(whole.multiply(BigDecimal.valueOf(limit.basisPoints())))
                        >= 0;
        return reached
                ? Optional.of(part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP) + "%")
                : Optional.empty();
    }

    private List<ReachedLimit> pair(Limit limit) {
        Amount out = sum(limit.giving()::has).negated();
        Amount in = sum(limit.gaining()::has);
        Amount crossing = in.exceeds(out) ? out : in;
        return crossing.exceeds(Amount.ZERO) ? List.of(ReachedLimit.of(limit, limit.bound(), crossing, "")) : List.of();
    }

    private Amount sum(Predicate<Classification.Expenditure> group) {
        return Amount.sum(request.entries().stream()
                .filter(entry -> group.test(entry.classification()))
                .map(AdjustmentEntry::change)
                .toList());
    }

    private List<ReachedLimit> crossing(Limit limit, HeadTotals.Head<String> head) {
        Map<String, Amount> net = HeadTotals.net(request.entries(), head);
        List<String> giving = keys(net, Amount::isNegative);
        List<String> gaining = keys(net, change -> !change.isNegative());
        if (giving.isEmpty() || gaining.isEmpty()) {
            return List.of();
        }
        String subject = String.join("、", giving) + "→" + String.join("、", gaining);
        return List.of(ReachedLimit.of(
                limit, subject, Amount.sum(gaining.stream().map(net::get).toList()), ""));
    }

    private static List<String> keys(Map<String, Amount> net, Predicate<Amount> side) {
        return net.entrySet().stream()
                .filter(head -> side.test(head.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<ReachedLimit> threePublic(Limit limit) {
        return raised().map(item -> ReachedLimit.of(limit, item.getKey().label(), item.getValue(), ""))
                .toList();
    }

    private List<ReachedLimit> threePublicOverInitial(Limit limit) {
        Map<ThreePublicItem, Amount> initial = heads.initial(ThreePublicItem::of);
        Map<ThreePublicItem, Amount> now = heads.now(ThreePublicItem::of);
        return raised().flatMap(item -> {
                    Amount before = initial.getOrDefault(item.getKey(), Amount.ZERO);
                    Amount then = now.getOrDefault(item.getKey(), Amount.ZERO).plus(item.getValue());
                    return then.exceeds(before)
                            ? Stream.of(ReachedLimit.of(
                                    limit, item.getKey().label(), item.getValue(), then + " > " + before))
                            : Stream.empty();
                })
                .toList();
    }

    private Stream<Map.Entry<ThreePublicItem, Amount>> raised() {
        return HeadTotals.net(request.entries(), ThreePublicItem::of).entrySet().stream()
                .filter(item -> !item.getValue().isNegative());
    }

    private List<ReachedLimit> afterDay(Limit limit) {
        int year = budget.opening().orElseThrow().id().year().value();
        return today.isBefore(limit.day(year))
                ? List.of()
                : List.of(ReachedLimit.of(limit, "", moved, today.toString()));
    }

    /** The line that is adjusted most often stands for all. */
    private List<ReachedLimit> times(Limit limit) {
        DocumentsOfYear before = budget.execution().documents();
        return request.entries().stream()
                .map(AdjustmentEntry::line)
                .max(Comparator.comparingInt(before::times))
                .filter(line -> before.times(line) + 1 > limit.count())
                .map(line -> ReachedLimit.of(limit, line.value(), moved, Integer.toString(before.times(line) + 1)))
                .stream()
                .toList();
    }

    private List<ReachedLimit> targets(Limit limit) {
        List<ProjectCode> revised = request.performance().stream()
                .filter(effect -> effect.revised().isPresent())
                .map(PerformanceEffect::project)
                .toList();
        Map<ProjectCode, Amount> net = HeadTotals.net(request.entries(), Classification.Expenditure::project);
        if (net.isEmpty()) {
            return List.of();
        }
        Map<ProjectCode, Amount> initial =
                heads.initial(HeadTotals.among(net.keySet(), Classification.Expenditure::project));
        Map<ProjectCode, Amount> before = DocumentsOfYear.sinceTargets(budget);
        List<ReachedLimit> reached = new ArrayList<>();
        net.forEach((project, change) -> {
            Amount all = before.getOrDefault(project, Amount.ZERO).plus(change);
            if (!revised.contains(project)) {
                share(limit, all, initial.getOrDefault(project, Amount.ZERO))
                        .ifPresent(share -> reached.add(ReachedLimit.of(limit, projectName(project), all, share)));
            }
        });
        return reached;
    }

    /** By what each of the named functions loses; nothing is to be said of what is marked, or cannot be. */
    private List<ReachedLimit> keyExpenditure(Limit limit) {
        boolean said = request.revisionCut().filter(RevisionCut::cutsKey).isPresent()
                || request.reverses().isPresent()
                || request.direction() == AdjustmentDirection.REORGANISATION;
        return said
                ? List.of()
                : limit.functions().stream()
                        .map(function -> ReachedLimit.of(
                                limit,
                                functionName(function),
                                sum(money -> money.function().value().startsWith(function)),
                                ""))
                        .filter(reached -> reached.amount().isNegative())
                        .toList();
    }

    private String functionName(String code) {
        return named(policy.codes().functional(), code);
    }

    private String economicName(String code) {
        return named(policy.codes().deptEconomic(), code);
    }

    private String named(CodeList codes, String code) {
        return code + " " + codes.nameOf(code, budget.opening().orElseThrow().classificationYear());
    }

    private String projectName(ProjectCode code) {
        return budget.content().projects().get(code).map(Project::name).orElse(code.value());
    }
}
