package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Beside;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.DryRun;
import org.mingzhang.command.budget.FundsCommand;
import org.mingzhang.command.budget.OfferedFile;
import org.mingzhang.command.budget.States;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.springframework.stereotype.Component;

/** Reads what a form says and runs it dry, for the person who is signed in; nothing of it is recorded. */
@Component("commandRehearsal") // a rehearsal of the whole application has the plain name
public class Rehearsal {
    private static final String KEY = "rehearsal";
    private static final String SUBMISSION = "SubmitAdjustment";
    private static final String OF_PROJECT = "AdjustProject";

    /** What an adjustment says of itself and that moves no money. */
    private static final Set<String> WORDS = Set.of("reason", "requestContent");

    private static final String UNSAID = "预演";

    private final CommandDoor door;
    private final BudgetCommands commands;

    Rehearsal(CommandDoor door, BudgetCommands commands) {
        this.door = door;
        this.commands = commands;
    }

    /**
     * What would be recorded.
     *
     * @param against what speaks against it, by document; under 0 what is submitted only now
     * @param submission what would be recorded at once
     * @param effect what would follow until it is in effect
     * @param funds what both would do to the division's funds
     * @param elsewhere all of it in other budgets that documents move too
     */
    public record Rehearsed(
            Map<Integer, List<FieldProblem>> against,
            List<Envelope<BudgetEvent>> submission,
            List<Envelope<BudgetEvent>> effect,
            List<FundsEvent> funds,
            List<Envelope<BudgetEvent>> elsewhere) {}

    /** An adjustment in a form; {@code withFiles} among its fields says that files would come with it. */
    public Rehearsed form(BudgetId budget, Map<String, String[]> form, Locale locale) {
        return drafted(new Asked(SUBMISSION, budget, SentForm.read(form), false), withFiles(form), locale);
    }

    /**
     * One that is still being written: as long as nothing is amiss but what it says of its reason and request, which moves
     * no money, what it would do is said beside that.
     */
    private Rehearsed drafted(Asked asked, boolean files, Locale locale) {
        Rehearsed said = read(asked, files, locale);
        List<FieldProblem> amiss = said.against().getOrDefault(0, List.of());
        if (amiss.isEmpty() || !amiss.stream().map(FieldProblem::field).allMatch(WORDS::contains)) {
            return said;
        }
        Rehearsed moved = read(asked.saying("reason", UNSAID), true, locale);
        return new Rehearsed(
                moved.against().isEmpty() ? said.against() : moved.against(),
                moved.submission(),
                moved.effect(),
                moved.funds(),
                moved.elsewhere());
    }

    /** What speaks against submitting these fields of a draft; {@code files} says that it holds some. */
    List<FieldProblem> against(BudgetId budget, Map<String, String> fields, boolean files, Locale locale) {
        String command = WrittenDocument.command(fields);
        return read(new Asked(command, budget, WrittenDocument.sent(fields), true), files, locale)
                .against()
                .getOrDefault(0, List.of());
    }

    /** One in a form that changes an approved project. */
    public Rehearsed form(BudgetId budget, String project, Map<String, String[]> form, Locale locale) {
        Sent.Group sent = SentForm.read(form).with("project", project);
        return drafted(new Asked(OF_PROJECT, budget, sent, false), withFiles(form), locale);
    }

    /**
     * What is to be submitted, as JSON, with what comes beside it.
     *
     * @param workbook of its lines; none when the document says them itself
     * @param files whether files would come with it
     */
    public Rehearsed json(BudgetId budget, byte[] body, List<UploadedFile> workbook, boolean files, Locale locale) {
        return json(
                body, sent -> new Asked(SUBMISSION, budget, SentWorkbook.with(sent, workbook), true), files, locale);
    }

    /** What is to change an approved project, as JSON. */
    public Rehearsed json(BudgetId budget, String project, byte[] body, Locale locale) {
        return json(body, sent -> new Asked(OF_PROJECT, budget, sent.with("project", project), true), false, locale);
    }

    /** The reverse of a document that is in effect; its reason is still to be given and changes nothing. */
    public Rehearsed reversal(BudgetId budget, int number, LocalDate effectiveOn, Locale locale) {
        return of(
                door.envelope(new AdjustmentCommand.ReverseAdjustment(budget, number, "冲销", effectiveOn), KEY), locale);
    }

    /** @param nothingElse whether a field that the command does not have is an error */
    private record Asked(String command, BudgetId budget, Sent.Group sent, boolean nothingElse) {
        Asked saying(String name, String text) {
            return new Asked(command, budget, sent.with(name, text), nothingElse);
        }
    }

    private Rehearsed json(byte[] body, Function<Sent.Group, Asked> asked, boolean files, Locale locale) {
        try {
            return read(asked.apply(SentJson.read(body)), files, locale);
        } catch (InvalidValueException e) {
            return unread(new UnreadableFields(List.of(new UnreadableFields.Problem("", e.rule(), e.text()))), locale);
        }
    }

    private static boolean withFiles(Map<String, String[]> form) {
        return form.containsKey("withFiles") || form.containsKey("kept");
    }

    private Rehearsed read(Asked asked, boolean files, Locale locale) {
        try {
            return switch (door.read(asked.command(), asked.budget().toString(), asked.sent(), asked.nothingElse())) {
                case BudgetCommand command -> of(door.envelope(files ? withSomeFile(command) : command, KEY), locale);
                case FundsCommand command -> throw new IllegalStateException("no adjustment: " + command);
            };
        } catch (UnreadableFields e) {
            return unread(e, locale);
        }
    }

    private static Rehearsed unread(UnreadableFields unreadable, Locale locale) {
        return new Rehearsed(
                Map.of(0, new Problems(locale).of(unreadable)), List.of(), List.of(), List.of(), List.of());
    }

    private static BudgetCommand withSomeFile(BudgetCommand command) {
        OfferedFile some = new OfferedFile(new Attachment("", "", 0, ""), Optional.empty());
        return command instanceof AdjustmentCommand adjustment
                ? new AdjustmentCommand.WithAttachments(adjustment, List.of(some))
                : command;
    }

    /** Whatever submits an adjustment, in its circumstances. */
    public Rehearsed of(Envelope<BudgetCommand> envelope, Locale locale) {
        BudgetCommand command = envelope.message();
        DryRun run = new DryRun(states(command), envelope.businessDay(), commands::rulesFor);
        Decision decision =
                commands.preview(envelope) instanceof Decision.Refused refused ? refused : run.decide(envelope);
        if (decision instanceof Decision.Refused refused) {
            return new Rehearsed(
                    Map.of(0, new Problems(locale).of(command, refused.objections())),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        List<Envelope<BudgetEvent>> submission = run.events();
        Map<Integer, List<FieldProblem>> against = submission.stream()
                .map(Envelope::message)
                .filter(AdjustmentEvent.AdjustmentSubmitted.class::isInstance)
                .map(AdjustmentEvent.AdjustmentSubmitted.class::cast)
                .findFirst()
                .map(submitted -> refused(command, run.toEffect(submitted.number()), locale))
                .orElse(Map.of());
        List<Envelope<BudgetEvent>> all = run.events();
        return new Rehearsed(
                against, submission, all.subList(submission.size(), all.size()), run.funds(), run.elsewhere());
    }

    private States states(BudgetCommand command) {
        Budget budget = commands.current(command.budget()).budget();
        return states(command.budget(), Beside.of(command, budget).budgets());
    }

    /** The budget, the funds that its documents may draw on, and the other budgets that they move. */
    private States states(BudgetId budget, Set<BudgetId> others) {
        Map<BudgetId, Budget> beside = new HashMap<>();
        others.forEach(other -> beside.put(other, commands.current(other).budget()));
        return new States(
                budget,
                commands.current(budget).budget(),
                commands.current(FundsId.of(budget)).funds(),
                beside);
    }

    private Set<BudgetId> beside(BudgetId budget, List<Integer> numbers) {
        Budget state = commands.current(budget).budget();
        return numbers.stream()
                .flatMap(number -> state.execution().adjustments().get(number).stream())
                .flatMap(document -> document.counterpart().stream())
                .map(other -> other.document().budget())
                .collect(Collectors.toSet());
    }

    private static Map<Integer, List<FieldProblem>> refused(
            BudgetCommand command, List<Decision.Objection> objections, Locale locale) {
        return objections.isEmpty() ? Map.of() : Map.of(0, new Problems(locale).of(command, objections));
    }

    /** Documents on their way, each taken into effect on what the earlier ones leave; others go on without a failing one. */
    public Rehearsed documents(BudgetId budget, List<Integer> numbers, Locale locale) {
        LocalDate today = door.today();
        DryRun run = new DryRun(states(budget, beside(budget, numbers)), today, commands::rulesFor);
        Map<Integer, List<FieldProblem>> against = new LinkedHashMap<>();
        Problems problems = new Problems(locale);
        for (int number : numbers) {
            List<Decision.Objection> objections = run.toEffect(number);
            if (!objections.isEmpty()) {
                BudgetCommand about = new AdjustmentCommand.ReturnAdjustment(budget, number, "");
                against.put(number, problems.of(about, objections));
            }
        }
        return new Rehearsed(against, List.of(), run.events(), run.funds(), run.elsewhere());
    }
}
