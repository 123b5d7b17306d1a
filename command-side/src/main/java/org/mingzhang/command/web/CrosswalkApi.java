package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a division's units, projects and codes go on under others, as JSON. */
@RestController
class CrosswalkApi {
    private final DivisionExchange<CrosswalkCommand> exchange;

    CrosswalkApi(CrosswalkCommands commands, CommandDoor door) {
        this.exchange = new DivisionExchange<>(commands, door);
    }

    @PostMapping("/api/crosswalk/{division}/successions")
    ResponseEntity<Object> record(@PathVariable String division, HttpServletRequest request, Locale locale)
            throws IOException {
        return exchange.json(request, locale, division, true, location(division), CrosswalkReadings::record);
    }

    @PostMapping("/api/crosswalk/{division}/successions/{number}/withdrawal")
    ResponseEntity<Object> withdraw(
            @PathVariable String division, @PathVariable int number, HttpServletRequest request, Locale locale)
            throws IOException {
        return exchange.json(
                request,
                locale,
                division,
                false,
                location(division),
                (of, sent) -> CrosswalkReadings.withdraw(of, number, sent));
    }

    private static String location(String division) {
        return "/api/crosswalk/" + division;
    }
}
