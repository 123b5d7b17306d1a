package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amendments of a division's rules as JSON. */
@RestController
class PolicyApi {
    private final DivisionExchange<PolicyCommand> exchange;

    PolicyApi(PolicyCommands commands, CommandDoor door) {
        this.exchange = new DivisionExchange<>(commands, door);
    }

    @PostMapping("/api/policy/{division}/amendments")
    ResponseEntity<Object> propose(@PathVariable String division, HttpServletRequest request, Locale locale)
            throws IOException {
        return exchange.json(request, locale, division, true, location(division), PolicyReadings::propose);
    }

    @PostMapping("/api/policy/{division}/amendments/{number}/force")
    ResponseEntity<Object> force(
            @PathVariable String division, @PathVariable int number, HttpServletRequest request, Locale locale)
            throws IOException {
        return exchange.json(
                request,
                locale,
                division,
                false,
                location(division),
                (of, sent) -> PolicyReadings.putInForce(of, number, sent));
    }

    @PostMapping("/api/policy/{division}/amendments/{number}/decline")
    ResponseEntity<Object> decline(
            @PathVariable String division, @PathVariable int number, HttpServletRequest request, Locale locale)
            throws IOException {
        return exchange.json(
                request,
                locale,
                division,
                false,
                location(division),
                (of, sent) -> PolicyReadings.decline(of, number, sent));
    }

    private static String location(String division) {
        return "/api/policy/" + division + "/amendments";
    }
}
