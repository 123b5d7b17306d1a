package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.command.budget.DivisionCommands;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * One command to a division, as JSON or out of a form whose post ends in a redirect.
 *
 * @param <C> the commands
 */
final class DivisionExchange<C extends DivisionCommand> {
    private static final int LARGEST_BODY = 256 * 1024;

    private final DivisionCommands<C, ?> commands;
    private final CommandDoor door;

    DivisionExchange(DivisionCommands<C, ?> commands, CommandDoor door) {
        this.commands = commands;
        this.door = door;
    }

    /** How the command is read from what was sent. */
    interface Asked<C> extends BiFunction<DivisionCode, Sent.Group, C> {}

    /** @param location where what it created can be read */
    ResponseEntity<Object> json(
            HttpServletRequest request,
            Locale locale,
            String division,
            boolean creates,
            String location,
            Asked<C> reading)
            throws IOException {
        ApiAnswers answers = new ApiAnswers(door, locale);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return answers.tooLarge(LARGEST_BODY);
        }
        try {
            DivisionCode of = new DivisionCode(division);
            String key = keyOfHeader(request);
            C command = read(of, body, reading);
            return answers.of(command, door.hand(commands, command, key, Origin.Channel.API), creates, location);
        } catch (UnreadableFields e) {
            return answers.unreadable(e);
        } catch (InvalidValueException e) {
            return answers.unreadable(e);
        } catch (LogUnavailableException e) {
            return answers.unavailable();
        }
    }

    /** What is wrong with it is told to those only whose division it is. */
    private C read(DivisionCode of, byte[] body, Asked<C> reading) {
        try {
            return reading.apply(of, SentJson.read(body));
        } catch (UnreadableFields | InvalidValueException e) {
            door.admitted(of);
            throw e;
        }
    }

    private static String keyOfHeader(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getHeader(ApiExchange.KEY))
                .orElseGet(() -> Identities.next().toString());
        if (!ApiExchange.isKey(key)) {
            throw new InvalidValueException("request.key-unfit", key);
        }
        return key;
    }

    /**
     * @param page to go back to
     * @param again the part of it where the form stands
     */
    RedirectView form(
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale,
            DivisionCode division,
            String page,
            String again,
            Asked<C> reading) {
        Problems problems = new Problems(locale);
        List<FieldProblem> wrong;
        try {
            Sent.Group sent = SentForm.read(request.getParameterMap()).without("key", "_csrf");
            wrong = said(problems, handed(reading.apply(division, sent), keyOfForm(request)));
        } catch (UnreadableFields e) {
            door.admitted(division); // what is wrong with it is told to those only whose division it is
            wrong = problems.of(e);
        } catch (LogUnavailableException e) {
            wrong = problems.unavailable();
        }
        if (!wrong.isEmpty()) {
            attributes.addFlashAttribute("objections", wrong);
            attributes.addFlashAttribute("typed", typed(request));
        }
        RedirectView back = new RedirectView(
                page + "?division=" + division.value() + (wrong.isEmpty() ? "&saved" : "#" + again), true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExposeModelAttributes(false);
        return back;
    }

    /** A form that was mended after a refusal comes with the old key, of which nothing came. */
    private Outcome handed(C command, String key) {
        Outcome first = door.hand(commands, command, key, Origin.Channel.PAGE);
        boolean mended = first instanceof Outcome.KeyReused reused && reused.afterRefusal();
        return mended ? door.hand(commands, command, FormExchange.mendedKey(command, key), Origin.Channel.PAGE) : first;
    }

    private static List<FieldProblem> said(Problems problems, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done ignored -> List.of();
            case Outcome.Refused refused -> problems.of(refused.objections());
            case Outcome.Stale stale -> problems.stale(stale.expectedVersion(), stale.actualVersion());
            case Outcome.KeyReused ignored -> problems.keyReused();
        };
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("key") && !name.equals("_csrf") && values.length > 0) {
                typed.put(name, values[0]);
            }
        });
        return typed;
    }

    private static String keyOfForm(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getParameter("key")).orElse("").strip();
        return ApiExchange.isKey(key) ? key : Identities.next().toString();
    }
}
