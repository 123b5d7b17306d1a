package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * The command behind events: an accepted command is not kept, but its events say all that it said.
 *
 * <p>What they do not say makes no difference: a figure that was left as it was, an answer to a limit that did not ask.
 */
final class RetoldCommand {
    private RetoldCommand() {}

    /**
     * The command of a part; empty for what no adjustment can have a say in, so that it is taken as it happened.
     *
     * @param state of its budget, for what a document left unsaid because it stays
     */
    static Optional<BudgetCommand> of(ActPart part, Budget state) {
        return part.head().map(Envelope::message).flatMap(event -> switch (event) {
            case AdjustmentEvent adjustment -> Optional.of(adjustment(part, adjustment, state));
            case ExecutionEvent execution -> execution(part, execution);
            case AccountsEvent accounts -> Optional.of(accounts(accounts));
            case BudgetEvent ignored -> Optional.empty();
        });
    }

    private static BudgetCommand adjustment(ActPart part, AdjustmentEvent event, Budget state) {
        AdjustmentCommand command = switch (event) {
            case AdjustmentEvent.AdjustmentSubmitted e -> submission(part, e, state);
            case AdjustmentEvent.AdjustmentReviewed e ->
                new AdjustmentCommand.ReviewAdjustment(e.budget(), e.number(), e.station(), e.document(), e.opinion());
            case AdjustmentEvent.AdjustmentReturned e ->
                new AdjustmentCommand.ReturnAdjustment(e.budget(), e.number(), e.reason());
            case AdjustmentEvent.AdjustmentWithdrawn e ->
                new AdjustmentCommand.WithdrawAdjustment(e.budget(), e.number(), e.reason());
            case AdjustmentEvent.AdjustmentRejected e ->
                new AdjustmentCommand.RejectAdjustment(e.budget(), e.number(), e.reason());
            case AdjustmentEvent.AdjustmentTookEffect e ->
                new AdjustmentCommand.PutAdjustmentIntoEffect(e.budget(), e.number(), e.approval(), e.effectiveOn());
            case AdjustmentEvent ignored -> throw new IllegalStateException("no act begins with " + event);
        };
        List<OfferedFile> files = part.all(AdjustmentEvent.AttachmentAdded.class).stream()
                .filter(file -> file.budget().equals(event.budget()))
                .map(file -> new OfferedFile(file.attachment(), Optional.empty()))
                .toList();
        return files.isEmpty() ? command : new AdjustmentCommand.WithAttachments(command, files);
    }

    private static AdjustmentCommand submission(
            ActPart part, AdjustmentEvent.AdjustmentSubmitted submitted, Budget state) {
        AdjustmentRequest request = submitted.request();
        if (request.reverses().isPresent()
                && request.requestContent()
                        .equals(Reversal.content(request.reverses().get()))) {
            return new AdjustmentCommand.ReverseAdjustment(
                    submitted.budget(), request.reverses().get(), request.reason(), request.effectiveOn());
        }
        List<Acknowledgement> said = of(part, AdjustmentEvent.AdjustmentRulesApplied.class, submitted)
                .map(AdjustmentEvent.AdjustmentRulesApplied::acknowledged)
                .orElse(List.of());
        Optional<AdjustmentCommand> reorganisation = of(part, AdjustmentEvent.CounterpartLinked.class, submitted)
                .map(linked -> new AdjustmentCommand.SubmitReorganisation(
                        submitted.budget(), request, otherSide(part, linked), said));
        Optional<Integer> source = source(part, submitted);
        return reorganisation
                .or(() -> project(part, submitted, state)
                        .map(project -> new AdjustmentCommand.AdjustProject(
                                submitted.budget(), request, project, said, source)))
                .orElseGet(() -> new AdjustmentCommand.SubmitAdjustment(submitted.budget(), request, said, source));
    }

    private static <E extends AdjustmentEvent> Optional<E> of(
            ActPart part, Class<E> kind, AdjustmentEvent.AdjustmentSubmitted submitted) {
        return part.all(kind).stream()
                .filter(event -> event.budget().equals(submitted.budget()) && event.number() == submitted.number())
                .findFirst();
    }

    private static OtherSide otherSide(ActPart part, AdjustmentEvent.CounterpartLinked linked) {
        List<PerformanceEffect> performance = part.all(AdjustmentEvent.AdjustmentSubmitted.class).stream()
                .filter(there -> there.budget().equals(linked.counterpart().budget()))
                .findFirst()
                .map(there -> there.request().performance())
                .orElse(List.of());
        return new OtherSide(linked.counterpart().budget(), linked.entries(), performance);
    }

    /** Only a supplement names a source; what a reverse holds follows from what it takes back. */
    private static Optional<Integer> source(ActPart part, AdjustmentEvent.AdjustmentSubmitted submitted) {
        AdjustmentRef own = new AdjustmentRef(submitted.budget(), submitted.number());
        return part.all(FundsEvent.SourceReserved.class).stream()
                .filter(held -> held.document().equals(own)
                        && submitted.request().reverses().isEmpty())
                .map(FundsEvent.SourceReserved::source)
                .findFirst();
    }

    /** A document that says a project anew, or that was written about one although it says the same as before. */
    private static Optional<Project> project(
            ActPart part, AdjustmentEvent.AdjustmentSubmitted submitted, Budget state) {
        return of(part, AdjustmentEvent.ProjectAdjustmentAsked.class, submitted)
                .map(AdjustmentEvent.ProjectAdjustmentAsked::after)
                .or(() -> withoutMoney(submitted.request())
                        .flatMap(code -> state.content().projects().get(code)));
    }

    private static Optional<ProjectCode> withoutMoney(AdjustmentRequest request) {
        if (request.direction() == AdjustmentDirection.CONTENT
                || request.reverses().isPresent()) {
            return Optional.empty();
        }
        Set<ProjectCode> money = request.entries().stream()
                .flatMap(entry -> entry.classification().project().stream())
                .collect(Collectors.toSet());
        return request.performance().stream()
                .map(PerformanceEffect::project)
                .filter(project -> !money.contains(project))
                .findFirst();
    }

    private static Optional<BudgetCommand> execution(ActPart part, ExecutionEvent event) {
        return switch (event) {
            case ExecutionEvent.LineFrozen e ->
                Optional.of(new ExecutionCommand.FreezeLine(
                        e.budget(), e.line(), portion(e.percent(), e.amount()), e.opinion(), e.document()));
            case ExecutionEvent.LineThawed e ->
                Optional.of(new ExecutionCommand.ThawLine(
                        e.budget(), e.line(), portion(e.percent(), e.amount()), e.opinion(), e.document()));
            case ExecutionEvent.ExecutionRecorded e ->
                Optional.of(new ExecutionCommand.RecordExecution(
                        e.budget(),
                        e.month(),
                        e.source(),
                        part.all(ExecutionEvent.ExecutionRecorded.class).stream()
                                .map(line ->
                                        new ExecutionCommand.RecordedLine(line.line(), line.after(), line.reason()))
                                .toList()));
            case ExecutionEvent.CarryOverStated e ->
                Optional.of(new ExecutionCommand.StateCarryOver(
                        e.budget(),
                        part.all(ExecutionEvent.CarryOverStated.class).stream()
                                .map(line ->
                                        new ExecutionCommand.CarriedLine(line.line(), line.carried(), line.statement()))
                                .toList()));
            case ExecutionEvent.LineClosed ignored -> closing(part);
            case ExecutionEvent.YearClosed ignored -> closing(part);
            case ExecutionEvent.ProvisionalIssued ignored -> Optional.empty();
            case ExecutionEvent.ProvisionalReplaced ignored -> Optional.empty();
        };
    }

    private static Portion portion(Optional<Integer> percent, Amount amount) {
        return percent.<Portion>map(Portion.Percent::new).orElseGet(() -> new Portion.Fixed(amount));
    }

    private static Optional<BudgetCommand> closing(ActPart part) {
        return part.all(ExecutionEvent.YearClosed.class).stream()
                .findFirst()
                .map(e -> new ExecutionCommand.CloseYear(e.budget(), e.closedOn(), e.basis()));
    }

    private static BudgetCommand accounts(AccountsEvent event) {
        return switch (event) {
            case AccountsEvent.AccountsPassed e ->
                new AccountsCommand.PassAccounts(e.budget(), e.stage(), e.day(), e.document(), e.opinion());
            case AccountsEvent.AccountsReturned e -> new AccountsCommand.ReturnAccounts(e.budget(), e.reason());
        };
    }
}
