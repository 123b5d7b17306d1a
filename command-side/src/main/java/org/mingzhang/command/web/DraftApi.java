package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.command.attachments.AttachmentShelf;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.command.drafts.AdjustmentDrafts.Draft;
import org.mingzhang.command.drafts.AdjustmentDrafts.Saving;
import org.mingzhang.command.drafts.AdjustmentDrafts.Writing;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Origin;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Drafts of adjustments as JSON: each its writer's alone, outside the ledger until it is submitted. */
@RestController
class DraftApi {
    private static final String DRAFTS = "/api/execution/{id}/adjustments/drafts";

    /** Some hundred drafts of some people; a kilobyte each. */
    private static final int MOST_KNOWN = 5_000;

    private final KnownAmiss known = new KnownAmiss(MOST_KNOWN);
    private final AdjustmentDrafts drafts;
    private final DraftsOfForms turns;
    private final SentFiles files;
    private final CommandDoor door;
    private final DraftCheck check;
    private final BudgetCommands commands;
    private final CurrentActor actor;

    DraftApi(
            AdjustmentDrafts drafts,
            DraftsOfForms turns,
            SentFiles files,
            CommandDoor door,
            Rehearsal rehearsal,
            BudgetCommands commands,
            @Lazy CurrentActor actor) {
        this.drafts = drafts;
        this.turns = turns;
        this.files = files;
        this.door = door;
        this.check = new DraftCheck(rehearsal, door);
        this.commands = commands;
        this.actor = actor;
    }

    @GetMapping(DRAFTS)
    List<DraftAnswers.Shown> all(@PathVariable String id, Locale locale) {
        BudgetId budget = theirs(id);
        KnownAmiss.Circumstances now = circumstances(budget, locale);
        return drafts.of(login()).stream()
                .filter(draft -> draft.budget().equals(budget))
                .map(draft -> DraftAnswers.Shown.of(draft, amiss(draft, now)))
                .toList();
    }

    @PostMapping(DRAFTS)
    ResponseEntity<Object> start(@PathVariable String id, HttpServletRequest request, Locale locale)
            throws IOException {
        BudgetId budget = theirs(id);
        DraftExchange exchange = new DraftExchange(request, locale);
        return exchange.answer(() -> {
            Writing writing = writing(exchange, budget, request, List.of());
            return saved(exchange, drafts.start(writing), HttpStatus.CREATED, budget);
        });
    }

    @GetMapping(DRAFTS + "/{draft}")
    ResponseEntity<Object> one(@PathVariable String id, @PathVariable UUID draft, Locale locale) {
        return shown(HttpStatus.OK, found(theirs(id), draft), locale);
    }

    /** The files that it holds stay unless {@code files} names fewer of them. */
    @PutMapping(DRAFTS + "/{draft}")
    ResponseEntity<Object> save(
            @PathVariable String id, @PathVariable UUID draft, HttpServletRequest request, Locale locale)
            throws IOException {
        BudgetId budget = theirs(id);
        Draft before = found(budget, draft);
        DraftExchange exchange = new DraftExchange(request, locale);
        return exchange.answer(() -> {
            long seen = exchange.version();
            Writing writing = writing(exchange, budget, request, before.files());
            return savedAgain(exchange, draft, seen, writing);
        });
    }

    @DeleteMapping(DRAFTS + "/{draft}")
    ResponseEntity<Void> discard(@PathVariable String id, @PathVariable UUID draft) {
        BudgetId budget = theirs(id);
        drafts.discard(found(budget, draft).id(), budget, login());
        return ResponseEntity.noContent().build();
    }

    /** Makes a document of it as it is; what is refused stays a draft, and who repeats what was done is told the same again. */
    @PostMapping(DRAFTS + "/{draft}/submission")
    ResponseEntity<Object> submit(
            @PathVariable String id, @PathVariable UUID draft, HttpServletRequest request, Locale locale)
            throws IOException {
        BudgetId budget = theirs(id);
        DraftExchange exchange = new DraftExchange(request, locale);
        return turns.inTurn(
                draft,
                () -> exchange.answer(() -> {
                    List<AdjustmentDrafts.Became> became = drafts.became(draft, budget, login());
                    Optional<Draft> now = drafts.find(draft, budget, login());
                    return exchange.before(draft, now, became)
                            .map(done -> ApiAnswers.again(
                                    budget.toString(),
                                    new Outcome.Done(done.version(), done.position(), done.events(), true)))
                            .orElseGet(() -> {
                                Draft found = found(budget, draft);
                                return exchange.hasMoved(found, became)
                                        ? exchange.moved(found)
                                        : submitted(exchange, found);
                            });
                }));
    }

    private ResponseEntity<Object> submitted(DraftExchange exchange, Draft draft) {
        List<UUID> kept = draft.files().stream().map(AttachmentShelf.Kept::id).toList();
        LedgerCommand command = files.again(draft.budget(), kept)
                .with(door.read(
                        WrittenDocument.command(draft.fields()),
                        draft.budget().toString(),
                        WrittenDocument.sent(draft.fields()),
                        true));
        String key = exchange.key(draft);
        Outcome outcome = door.hand(command, key, exchange.noVersion(), Origin.Channel.API);
        if (outcome instanceof Outcome.Done done) {
            drafts.submitted(
                    draft.id(),
                    draft.version(),
                    draft.budget(),
                    login(),
                    new AdjustmentDrafts.Became(key, done.version(), done.position(), done.events()));
        }
        return exchange.answers(door).of(command, outcome, true);
    }

    private Writing writing(
            DraftExchange exchange, BudgetId budget, HttpServletRequest request, List<AttachmentShelf.Kept> held) {
        DraftExchange.Written written = exchange.written(held);
        exchange.readable(check.unreadable(budget, written.fields()));
        TakenFiles taken = files.take(request, budget, written.kept());
        exchange.examined(taken);
        return new Writing(budget, login(), written.fields(), taken.ids());
    }

    private KnownAmiss.Circumstances circumstances(BudgetId budget, Locale locale) {
        Envelope<BudgetCommand> some = door.envelope(new AdjustmentCommand.WithdrawAdjustment(budget, 0, ""), "drafts");
        return new KnownAmiss.Circumstances(
                budget,
                commands.current(budget).version(),
                commands.current(FundsId.of(budget)).version(),
                commands.rulesFor(some).version(),
                some.businessDay(),
                some.actor(),
                actor.unit(),
                locale);
    }

    private List<FieldProblem> amiss(Draft draft, KnownAmiss.Circumstances now) {
        return known.of(
                draft.id(),
                draft.version(),
                draft.fields(),
                !draft.files().isEmpty(),
                now,
                () -> amiss(draft, now.locale()));
    }

    private List<FieldProblem> amiss(Draft draft, Locale locale) {
        return check.amiss(draft.budget(), draft.fields(), !draft.files().isEmpty(), locale);
    }

    private ResponseEntity<Object> shown(HttpStatus status, Draft draft, Locale locale) {
        return DraftAnswers.shown(status, draft, amiss(draft, locale));
    }

    private ResponseEntity<Object> saved(DraftExchange exchange, Saving saving, HttpStatus status, BudgetId budget) {
        return switch (saving) {
            case Saving.Saved saved -> shown(status, found(budget, saved.id()), exchange.locale());
            case Saving.Overtaken overtaken -> exchange.overtaken(overtaken);
            case Saving.Impossible ignored -> exchange.tooLong();
        };
    }

    /** What somebody has discarded meanwhile is not too long but gone. */
    private ResponseEntity<Object> savedAgain(DraftExchange exchange, UUID draft, long seen, Writing writing) {
        Saving saving = drafts.save(draft, seen, writing);
        if (saving instanceof Saving.Impossible) {
            found(writing.budget(), draft);
        }
        return saved(exchange, saving, HttpStatus.OK, writing.budget());
    }

    private Draft found(BudgetId budget, UUID draft) {
        return drafts.find(draft, budget, login()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String login() {
        return actor.actor().login();
    }

    private BudgetId theirs(String id) {
        return OpenBudgets.of(id, commands);
    }
}
