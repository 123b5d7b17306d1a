package org.mingzhang.application.security;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.command.budget.AccountsCommand;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.ComparativeCommand;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.PerformanceCommand;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.command.budget.RevenueCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.budget.StatementCommand;
import org.mingzhang.command.budget.TargetCommand;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.UnitCode;

/**
 * The units whose content a command changes, before and after.
 *
 * @param whole whether it concerns the department as a whole
 */
record TouchedUnits(boolean whole, Set<UnitCode> units) {
    private static final TouchedUnits WHOLE = new TouchedUnits(true, Set.of());

    static TouchedUnits of(BudgetCommand command, Budget budget) {
        Content content = budget.content();
        return switch (command) {
            case BudgetCommand.Batch batch ->
                batch.commands().stream()
                        .map(each -> of(each, budget))
                        .reduce(new TouchedUnits(false, Set.of()), TouchedUnits::and);
            case LineCommand line -> line(line, content);
            case RevenueCommand revenue -> revenue(revenue, content);
            case ProjectCommand project -> project(project, content);
            case TargetCommand.SetProjectTargets targets -> some(unitOf(targets.project(), content));
            case TargetCommand.SetOverallTargets ignored -> WHOLE;
            case AdjustmentCommand adjustment -> adjustment(adjustment, budget);
            case ExecutionCommand.StateCarryOver stated ->
                lines(stated.entries().stream().map(ExecutionCommand.CarriedLine::line), budget);
            case ExecutionCommand.RecordExecution recorded ->
                lines(recorded.entries().stream().map(ExecutionCommand.RecordedLine::line), budget);
            case PerformanceCommand stated ->
                stated.project().map(project -> some(unitOf(project, content))).orElse(WHOLE);
            case ExecutionCommand ignored -> WHOLE;
            case AccountsCommand ignored -> WHOLE;
            case OrganisationCommand ignored -> WHOLE;
            case StatementCommand ignored -> WHOLE;
            case ComparativeCommand ignored -> WHOLE;
            case RoundCommand ignored -> WHOLE;
            case DisclosureCommand ignored -> WHOLE;
        };
    }

    /** Lines of a year that is executed; one that nobody knows is nobody's own. */
    private static TouchedUnits lines(Stream<LineKey> lines, Budget budget) {
        return lines.map(line -> budget.execution()
                        .classification(line, budget.content())
                        .map(money -> some(Optional.of(money.unit())))
                        .orElse(WHOLE))
                .reduce(new TouchedUnits(false, Set.of()), TouchedUnits::and);
    }

    /** Whether nothing but that unit's content is changed. */
    boolean only(UnitCode own) {
        return !whole && units.stream().allMatch(own::equals);
    }

    private static TouchedUnits line(LineCommand command, Content content) {
        Optional<UnitCode> before = spending(command.line(), content);
        return switch (command) {
            case LineCommand.AllocateLine c ->
                some(Optional.of(c.content().classification().unit())).and(some(before));
            case LineCommand.ReviseLine c ->
                some(Optional.of(c.content().classification().unit())).and(some(before));
            case LineCommand.RemoveLine ignored -> some(before);
        };
    }

    private static TouchedUnits revenue(RevenueCommand command, Content content) {
        Optional<UnitCode> before = content.revenue()
                .get(command.line())
                .map(found -> found.classification().unit());
        return switch (command) {
            case RevenueCommand.EstimateRevenue c ->
                some(Optional.of(c.content().classification().unit())).and(some(before));
            case RevenueCommand.ReviseRevenue c ->
                some(Optional.of(c.content().classification().unit())).and(some(before));
            case RevenueCommand.RemoveRevenue ignored -> some(before);
        };
    }

    private static TouchedUnits project(ProjectCommand command, Content content) {
        return switch (command) {
            case ProjectCommand.RegisterProject c ->
                some(Optional.of(c.project().unit()));
            case ProjectCommand.ReviseProject c ->
                some(Optional.of(c.project().unit()))
                        .and(some(unitOf(c.project().code(), content)));
            case ProjectCommand.RemoveProject c -> some(unitOf(c.project(), content));
        };
    }

    /** Whoever withdraws is its maker, which the rules check; whoever decides does it for the whole. */
    private static TouchedUnits adjustment(AdjustmentCommand command, Budget budget) {
        Content content = budget.content();
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment c -> asked(c.request(), content);
            case AdjustmentCommand.AdjustProject c ->
                asked(c.request(), content)
                        .and(some(Optional.of(c.project().unit())))
                        .and(some(unitOf(c.project().code(), content)));
            // what the other department gains is not the sender's; it waits for the finance bureau
            case AdjustmentCommand.SubmitReorganisation c -> asked(c.request(), content);
            case AdjustmentCommand.WithAttachments c -> adjustment(c.command(), budget);
            case AdjustmentCommand.WithdrawAdjustment ignored -> new TouchedUnits(false, Set.of());
            case AdjustmentCommand.ReverseAdjustment c -> reversed(c, budget);
            case AdjustmentCommand.OnDocument ignored -> WHOLE;
        };
    }

    /** What a document moved and changed is what its reverse takes back. */
    private static TouchedUnits reversed(AdjustmentCommand.ReverseAdjustment command, Budget budget) {
        return budget.execution()
                .adjustments()
                .get(command.number())
                .map(found -> asked(found.request(), budget.content())
                        .and(some(found.project().map(change -> change.before().unit())))
                        .and(some(found.project().map(change -> change.after().unit()))))
                .orElse(WHOLE);
    }

    /** The units of its lines and of the projects whose targets it changes. */
    private static TouchedUnits asked(AdjustmentRequest request, Content content) {
        return Stream.concat(
                        request.entries().stream()
                                .map(entry ->
                                        some(Optional.of(entry.classification().unit()))),
                        request.performance().stream().map(effect -> some(unitOf(effect.project(), content))))
                .reduce(new TouchedUnits(false, Set.of()), TouchedUnits::and);
    }

    private static Optional<UnitCode> spending(LineKey line, Content content) {
        return content.lines().get(line).map(found -> found.classification().unit());
    }

    private static Optional<UnitCode> unitOf(ProjectCode project, Content content) {
        return content.projects().get(project).map(Project::unit);
    }

    private static TouchedUnits some(Optional<UnitCode> unit) {
        return new TouchedUnits(false, unit.map(Set::of).orElse(Set.of()));
    }

    private TouchedUnits and(TouchedUnits other) {
        Set<UnitCode> both = new HashSet<>(units);
        both.addAll(other.units);
        return new TouchedUnits(whole || other.whole, both);
    }
}
