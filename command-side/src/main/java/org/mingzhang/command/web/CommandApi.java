package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of commands as JSON; what each stands for is in {@link Route}. */
@RestController
class CommandApi {
    private final CommandDoor door;
    private final SentFiles files;

    CommandApi(CommandDoor door, SentFiles files) {
        this.door = door;
        this.files = files;
    }

    /** Any command by its name, a batch among them. */
    @PostMapping("/api/commands")
    ResponseEntity<Object> any(HttpServletRequest request, Locale locale) throws IOException {
        return exchange(request, locale)
                .answer(sent -> new ApiExchange.Call(
                        ApiExchange.text(sent, "command"),
                        ApiExchange.text(sent, "budget"),
                        sent.without("command", "budget"),
                        false));
    }

    @PostMapping("/api/budgets")
    ResponseEntity<Object> open(HttpServletRequest request, Locale locale) throws IOException {
        return exchange(request, locale)
                .answer(sent -> new ApiExchange.Call(
                        "OpenBudget", ApiExchange.text(sent, "budget"), sent.without("budget"), true));
    }

    @PostMapping({
        "/api/budgets/{id}/units",
        "/api/budgets/{id}/projects",
        "/api/budgets/{id}/lines",
        "/api/budgets/{id}/revenue",
        "/api/budgets/{id}/comparatives",
        "/api/budgets/{id}/proposal",
        "/api/budgets/{id}/proposal/return",
        "/api/budgets/{id}/ceiling",
        "/api/budgets/{id}/draft",
        "/api/budgets/{id}/draft/return",
        "/api/budgets/{id}/inclusion",
        "/api/budgets/{id}/enactment",
        "/api/budgets/{id}/approval",
        "/api/budgets/{id}/distribution",
        "/api/budgets/{id}/adjustments",
        "/api/budgets/{id}/projects/{project}/adjustment",
        "/api/budgets/{id}/adjustments/{number}/review",
        "/api/budgets/{id}/adjustments/{number}/return",
        "/api/budgets/{id}/adjustments/{number}/rejection",
        "/api/budgets/{id}/adjustments/{number}/withdrawal",
        "/api/budgets/{id}/adjustments/{number}/effect",
        "/api/budgets/{id}/adjustments/{number}/reversal",
        "/api/budgets/{id}/provisional",
        "/api/budgets/{id}/freezes",
        "/api/budgets/{id}/thaws",
        "/api/budgets/{id}/execution",
        "/api/budgets/{id}/carry-over",
        "/api/budgets/{id}/monitoring",
        "/api/budgets/{id}/self-evaluations",
        "/api/budgets/{id}/closing",
        "/api/budgets/{id}/accounts",
        "/api/budgets/{id}/accounts/return",
        "/api/budgets/{id}/secrecy-review",
        "/api/budgets/{id}/disclosure",
        "/api/funds/{id}/sources",
        "/api/funds/{id}/sources/{source}/increase"
    })
    ResponseEntity<Object> post(@PathVariable String id, HttpServletRequest request, Locale locale) throws IOException {
        return routed(id, request, locale);
    }

    @PutMapping({
        "/api/budgets/{id}/units/{code}",
        "/api/budgets/{id}/projects/{code}",
        "/api/budgets/{id}/projects/{project}/targets",
        "/api/budgets/{id}/targets",
        "/api/budgets/{id}/lines/{*line}",
        "/api/budgets/{id}/revenue/{*line}",
        "/api/budgets/{id}/statements/{topic}",
        "/api/budgets/{id}/ceiling",
        "/api/funds/{id}/sources/{source}"
    })
    ResponseEntity<Object> put(@PathVariable String id, HttpServletRequest request, Locale locale) throws IOException {
        return routed(id, request, locale);
    }

    /** The reason comes as a parameter. */
    @DeleteMapping({
        "/api/budgets/{id}/units/{code}",
        "/api/budgets/{id}/projects/{code}",
        "/api/budgets/{id}/lines/{*line}",
        "/api/budgets/{id}/revenue/{*line}"
    })
    ResponseEntity<Object> delete(@PathVariable String id, HttpServletRequest request, Locale locale)
            throws IOException {
        return routed(id, request, locale);
    }

    private ResponseEntity<Object> routed(String id, HttpServletRequest request, Locale locale) throws IOException {
        Route route = Route.ofApi(request);
        return exchange(request, locale)
                .answer(sent ->
                        new ApiExchange.Call(route.command(), id, route.filledIn(sent, request), route.creates()));
    }

    private ApiExchange exchange(HttpServletRequest request, Locale locale) throws IOException {
        return ApiExchange.of(door, files, request, new ApiAnswers(door, locale));
    }
}
