package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Where the forms of the page of rules post to; each post ends in a redirect to that page. */
@Controller
class PolicyForms {
    private final PolicyCommands commands;
    private final CommandDoor door;

    PolicyForms(PolicyCommands commands, CommandDoor door) {
        this.commands = commands;
        this.door = door;
    }

    @PostMapping("/policy/{division}/amendments")
    RedirectView propose(
            @PathVariable DivisionCode division,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return answer(division, request, attributes, locale, sent -> PolicyReadings.propose(division, sent));
    }

    @PostMapping("/policy/{division}/amendments/{number}/force")
    RedirectView force(
            @PathVariable DivisionCode division,
            @PathVariable int number,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return answer(division, request, attributes, locale, sent -> PolicyReadings.putInForce(division, number, sent));
    }

    @PostMapping("/policy/{division}/amendments/{number}/decline")
    RedirectView decline(
            @PathVariable DivisionCode division,
            @PathVariable int number,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return answer(division, request, attributes, locale, sent -> PolicyReadings.decline(division, number, sent));
    }

    private RedirectView answer(
            DivisionCode division,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale,
            Function<Sent.Group, PolicyCommand> reading) {
        Problems problems = new Problems(locale);
        List<FieldProblem> wrong;
        try {
            Sent.Group sent = SentForm.read(request.getParameterMap()).without("key", "_csrf");
            wrong = said(problems, handed(reading.apply(sent), key(request)));
        } catch (UnreadableFields e) {
            door.admitted(division); // what is wrong with it is told to those only whose rules they are
            wrong = problems.of(e);
        } catch (LogUnavailableException e) {
            wrong = problems.unavailable();
        }
        if (!wrong.isEmpty()) {
            attributes.addFlashAttribute("objections", wrong);
            attributes.addFlashAttribute("typed", typed(request));
        }
        RedirectView back = new RedirectView(
                "/policy?division=" + division.value() + (wrong.isEmpty() ? "&saved" : "#propose"), true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExposeModelAttributes(false);
        return back;
    }

    /** A form that was mended after a refusal comes with the old key, of which nothing came. */
    private Outcome handed(PolicyCommand command, String key) {
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

    private static String key(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getParameter("key")).orElse("").strip();
        return ApiExchange.isKey(key) ? key : UUID.randomUUID().toString();
    }
}
