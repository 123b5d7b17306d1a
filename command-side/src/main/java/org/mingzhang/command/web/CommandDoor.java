package org.mingzhang.command.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalLong;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.command.budget.DivisionCommands;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Hands a command in for the person who is signed in, on today's business day.
 *
 * <p>Who is signed in and what would be published are looked up at the first request, because the application that
 * knows both stands above this module.
 */
@Component
public class CommandDoor {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetCommands commands;
    private final CurrentActor currentActor;
    private final RenderedTables tables;
    private final ChangesSince changes;
    private final Clock clock;

    CommandDoor(
            BudgetCommands commands,
            @Lazy CurrentActor currentActor,
            @Lazy RenderedTables tables,
            @Lazy ChangesSince changes,
            Clock clock) {
        this.commands = commands;
        this.currentActor = currentActor;
        this.tables = tables;
        this.changes = changes;
        this.clock = clock;
    }

    /** The command of that name to a budget or to funds, out of what was sent; refuses with {@link UnreadableFields}. */
    LedgerCommand read(String name, String stream, Sent.Group sent, boolean nothingElse) {
        if (FundsId.isOne(stream)) {
            return new FundsReadings(FundsId.parse(stream)).read(name, sent, nothingElse);
        }
        BudgetId budget = BudgetId.parse(stream);
        try {
            return new CommandReadings(commands, tables, today(), budget).read(name, sent, nothingElse);
        } catch (UnreadableFields | InvalidValueException e) {
            currentActor.admitted(budget); // whether a line exists is not told to those whose budget it is not
            throw e;
        }
    }

    /** Fails as for any address that is not theirs when the rules of that division are not theirs to change. */
    void admitted(DivisionCode division) {
        currentActor.admitted(division, today());
    }

    Outcome hand(LedgerCommand command, String key, OptionalLong expectedVersion, Origin.Channel channel) {
        return commands.submit(submission(command, key, expectedVersion, channel));
    }

    /** What came between a version that somebody has seen and now. */
    ChangesSince.Told changedSince(String stream, long version, Locale locale) {
        return changes.told(stream, version, locale);
    }

    /** Whether it is one of the budgets that whoever asks works on. */
    boolean isOpenFor(BudgetId budget) {
        return commands.isOpenFor(budget);
    }

    /** Whether this very command was recorded under that key before. */
    boolean isDone(LedgerCommand command, String key) {
        return commands.isDone(submission(command, key, OptionalLong.empty(), Origin.Channel.PAGE));
    }

    /** Keeps for the auditors that it was not decided on. */
    void turnedAway(LedgerCommand command, String key, BudgetCommands.TurnedAway why, Origin.Channel channel) {
        commands.turnedAway(submission(command, key, OptionalLong.empty(), channel), why);
    }

    private BudgetCommands.Submission submission(
            LedgerCommand command, String key, OptionalLong expectedVersion, Origin.Channel channel) {
        return new BudgetCommands.Submission(envelope(command, key), key, expectedVersion, origin(channel));
    }

    /** Fails like {@link #admitted(DivisionCode)}, which is kept for the auditors as everything is that was handed in. */
    <C extends DivisionCommand> Outcome hand(
            DivisionCommands<C, ?> commandsOfDivision, C command, String key, Origin.Channel channel) {
        Envelope<C> envelope = envelope(command, key);
        try {
            admitted(command.division());
        } catch (RuntimeException denied) {
            commandsOfDivision.turnedAway(envelope, key, origin(channel));
            throw denied;
        }
        return commandsOfDivision.submit(envelope, key, origin(channel));
    }

    /** Keeps for the auditors that a request to a budget was too large to be read. */
    public void thrownAway(BudgetId budget, String address, String limit, Origin.Channel channel) {
        String key = Identities.next().toString();
        commands.thrownAway(envelope(new BudgetCommands.Oversized(budget, address, limit), key), key, origin(channel));
    }

    /** Where the request of this thread comes from. */
    public Origin origin(Origin.Channel channel) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? new Origin(channel, request.getRequest().getRemoteAddr())
                : new Origin(channel, "");
    }

    /** Anything in the circumstances of now: by the person of this request, on today's business day. */
    public <T> Envelope<T> envelope(T message, String key) {
        Actor actor = currentActor.actor();
        return new Envelope<>(Identities.ofAct(actor.login(), key), actor, today(), message);
    }

    /** Who is signed in. */
    String login() {
        return currentActor.actor().login();
    }

    /** The business day of now. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
    }
}
