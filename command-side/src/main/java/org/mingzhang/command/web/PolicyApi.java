package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amendments of a division's rules as JSON. */
@RestController
class PolicyApi {
    private static final int LARGEST_BODY = 256 * 1024;

    private final PolicyCommands commands;
    private final CommandDoor door;

    PolicyApi(PolicyCommands commands, CommandDoor door) {
        this.commands = commands;
        this.door = door;
    }

    @PostMapping("/api/policy/{division}/amendments")
    ResponseEntity<Object> propose(@PathVariable String division, HttpServletRequest request, Locale locale)
            throws IOException {
        return answer(request, locale, division, true, PolicyReadings::propose);
    }

    @PostMapping("/api/policy/{division}/amendments/{number}/force")
    ResponseEntity<Object> force(
            @PathVariable String division, @PathVariable int number, HttpServletRequest request, Locale locale)
            throws IOException {
        return answer(request, locale, division, false, (of, sent) -> PolicyReadings.putInForce(of, number, sent));
    }

    @PostMapping("/api/policy/{division}/amendments/{number}/decline")
    ResponseEntity<Object> decline(
            @PathVariable String division, @PathVariable int number, HttpServletRequest request, Locale locale)
            throws IOException {
        return answer(request, locale, division, false, (of, sent) -> PolicyReadings.decline(of, number, sent));
    }

    private ResponseEntity<Object> answer(
            HttpServletRequest request,
            Locale locale,
            String division,
            boolean creates,
            BiFunction<DivisionCode, Sent.Group, PolicyCommand> reading)
            throws IOException {
        ApiAnswers answers = new ApiAnswers(locale);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return answers.tooLarge(LARGEST_BODY);
        }
        try {
            DivisionCode of = new DivisionCode(division);
            String key = key(request);
            PolicyCommand command = read(of, body, reading);
            return answers.of(command, door.hand(commands, command, key, Origin.Channel.API), creates);
        } catch (UnreadableFields e) {
            return answers.unreadable(e);
        } catch (InvalidValueException e) {
            return answers.unreadable(e);
        } catch (LogUnavailableException e) {
            return answers.unavailable();
        }
    }

    /** What is wrong with it is told to those only whose rules they are. */
    private PolicyCommand read(
            DivisionCode of, byte[] body, BiFunction<DivisionCode, Sent.Group, PolicyCommand> reading) {
        try {
            return reading.apply(of, SentJson.read(body));
        } catch (UnreadableFields | InvalidValueException e) {
            door.admitted(of);
            throw e;
        }
    }

    private static String key(HttpServletRequest request) {
        String key = Optional.ofNullable(request.getHeader(ApiExchange.KEY))
                .orElseGet(() -> UUID.randomUUID().toString());
        if (!ApiExchange.isKey(key)) {
            throw new InvalidValueException("request.key-unfit", key);
        }
        return key;
    }
}
