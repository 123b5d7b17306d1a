package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FiscalYear;

/**
 * One department's budget of one year as the decider sees it: a value, folded from events.
 *
 * <p>States share their parts, so that {@link #evolve} costs the logarithm of the content, not its size.
 *
 * @param opening empty until the year is opened
 * @param comparatives what was stated of years before the first that is kept here
 */
public record Budget(
        Optional<Opening> opening,
        Round round,
        Content content,
        Publication publication,
        Execution execution,
        Accounts accounts,
        Entries<FiscalYear, Comparatives> comparatives) {
    private static final Budget NONE = new Budget(
            Optional.empty(),
            Round.NONE,
            Content.NONE,
            new Publication.NotPublished(),
            Execution.NONE,
            Accounts.NONE,
            Entries.none());

    /** What was said when the year was opened. */
    public record Opening(
            BudgetId id, String divisionName, String departmentName, String shortName, FiscalYear classificationYear) {}

    /** The state before anything happened. */
    public static Budget none() {
        return NONE;
    }

    public Phase phase() {
        return round.phase();
    }

    /** The state after an event; one that cannot follow this state throws {@link IllegalStateException}. */
    public Budget evolve(Envelope<? extends BudgetEvent> envelope) {
        return switch (envelope.message()) {
            case RoundEvent event -> evolve(envelope.with(event), event);
            case OrganisationEvent event -> with(ContentFold.after(content, event));
            case LineEvent event -> with(ContentFold.after(content, event));
            case RevenueEvent event -> with(ContentFold.after(content, event));
            case ProjectEvent event -> with(ContentFold.after(content, event));
            case TargetEvent event -> with(ContentFold.after(content, event));
            case StatementEvent event -> with(ContentFold.after(content, event));
            case ComparativeEvent event -> stated(event);
            case DisclosureEvent event ->
                new Budget(
                        opening,
                        round,
                        content,
                        Publication.after(envelope.with(event)),
                        execution,
                        accounts,
                        comparatives);
            case AdjustmentEvent event -> adjusted(envelope.with(event), event);
            case ExecutionEvent event ->
                new Budget(
                        opening,
                        round,
                        content,
                        publication,
                        execution.spent(envelope.with(event)),
                        accounts,
                        comparatives);
            case AccountsEvent event ->
                new Budget(
                        opening,
                        round,
                        content,
                        publication,
                        execution,
                        accounts.after(envelope.with(event)),
                        comparatives);
            case PerformanceEvent stated -> this;
        };
    }

    private Budget stated(ComparativeEvent event) {
        return switch (event) {
            case ComparativeEvent.ComparativesStated e ->
                new Budget(
                        opening,
                        round,
                        content,
                        publication,
                        execution,
                        accounts,
                        comparatives.set(e.after().year(), e.after()));
        };
    }

    private Budget evolve(Envelope<RoundEvent> envelope, RoundEvent event) {
        Optional<Opening> opened = event instanceof RoundEvent.BudgetOpened e ? Optional.of(opening(e)) : opening;
        return new Budget(opened, round.after(envelope), content, publication, execution, accounts, comparatives);
    }

    /** Projects and their targets are content, whoever changes them. */
    private Budget adjusted(Envelope<AdjustmentEvent> envelope, AdjustmentEvent event) {
        return new Budget(
                opening,
                round,
                ContentFold.after(content, event),
                publication,
                execution.after(envelope),
                accounts,
                comparatives);
    }

    private static Opening opening(RoundEvent.BudgetOpened event) {
        return new Opening(
                event.budget(),
                event.divisionName(),
                event.departmentName(),
                event.shortName(),
                event.classificationYear());
    }

    Budget with(Content now) {
        return new Budget(opening, round, now, publication, execution, accounts, comparatives);
    }
}
