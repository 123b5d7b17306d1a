package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.AppliedRule;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/** Which way a document goes: what the rules of the day demand, and what the law demands whatever they say. */
public final class PathRules {
    private final Policy policy;
    private final LocalDate today;
    private final Budget budget;
    private final AdjustmentRequest request;
    private final boolean content;

    private PathRules(Policy policy, LocalDate today, Budget budget, AdjustmentRequest request, boolean content) {
        this.policy = policy;
        this.today = today;
        this.budget = budget;
        this.request = request;
        this.content = content;
    }

    /**
     * The way of a request, sound or not; empty while it cannot be told which kind it is.
     *
     * @param content whether it changes what a project says
     */
    public static Optional<AdjustmentPath> of(
            Policy policy, LocalDate today, Budget budget, AdjustmentRequest request, boolean content) {
        return of(policy, today, budget, request, content, Optional.empty());
    }

    /** @param ofSource the kind that follows from the source of a supplement; empty when it names none */
    static Optional<AdjustmentPath> of(
            Policy policy,
            LocalDate today,
            Budget budget,
            AdjustmentRequest request,
            boolean content,
            Optional<AdjustmentKind> ofSource) {
        PathRules rules = new PathRules(policy, today, budget, request, content);
        return rules.kind(ofSource).map(rules::of);
    }

    /** What takes back is of the kind of what it takes back. */
    private Optional<AdjustmentKind> kind(Optional<AdjustmentKind> ofSource) {
        Optional<FiledAdjustment> reversed = reversed();
        if (reversed.isPresent()) {
            return reversed.map(FiledAdjustment::kind);
        }
        if (ofSource.isPresent()) {
            return ofSource;
        }
        boolean unsaid = request.direction() == AdjustmentDirection.SUPPLEMENT
                && request.source().isEmpty();
        return unsaid ? Optional.empty() : Optional.of(AdjustmentKinds.of(request, content));
    }

    private Optional<FiledAdjustment> reversed() {
        return request.reverses()
                .flatMap(number -> budget.execution().adjustments().get(number));
    }

    private AdjustmentPath of(AdjustmentKind kind) {
        Amount moved = EntryRules.moved(request);
        List<AdjustmentRule> rows = new ArrayList<>();
        Optional<AdjustmentRule> row = policy.adjustments().path(kind, moved);
        row.ifPresent(rows::add);
        boolean permitted = row.filter(AdjustmentRule::permitted).isPresent();
        if (content && kind != AdjustmentKind.PROJECT_CONTENT) {
            Optional<AdjustmentRule> ofContent = policy.adjustments().path(AdjustmentKind.PROJECT_CONTENT, Amount.ZERO);
            ofContent.ifPresent(rows::add);
            permitted &= ofContent.filter(AdjustmentRule::permitted).isPresent();
        }
        List<AppliedRule> because = new ArrayList<>();
        rows.forEach(rule -> because.add(AppliedRule.of(rule)));
        List<ReachedLimit> reached = limits(kind, moved, because);
        because.addAll(LawOfPaths.demanded(kind, request));
        return new AdjustmentPath(
                kind,
                moved,
                permitted,
                stations(because),
                because.stream().anyMatch(AppliedRule::approvalDemanded),
                because,
                reached,
                policy.version());
    }

    /** What takes back is not measured: it restores what was there. */
    private List<ReachedLimit> limits(AdjustmentKind kind, Amount moved, List<AppliedRule> because) {
        List<ReachedLimit> all = new ArrayList<>();
        if (request.reverses().isPresent()) {
            return all;
        }
        LimitMeasures measures = new LimitMeasures(policy, today, budget, request, moved);
        for (Limit limit : policy.adjustments().limits(kind, moved, request.reasonClass())) {
            List<ReachedLimit> reached = measures.reached(limit);
            all.addAll(reached);
            if (!reached.isEmpty() && limit.effect() == LimitEffect.DEMAND) {
                because.add(AppliedRule.of(limit));
            }
        }
        return all;
    }

    /** Whoever decided on a document decides on what takes it back as well. */
    private List<AdjustmentStation> stations(List<AppliedRule> because) {
        Set<AdjustmentStation> stations = EnumSet.noneOf(AdjustmentStation.class);
        because.forEach(rule -> stations.addAll(rule.stations()));
        reversed().ifPresent(document -> stations.addAll(document.stations()));
        return List.copyOf(stations);
    }
}
