package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which statuses answer an operation, and what stands in the answer. */
final class ApiAnswers {
    private static final String PROBLEM = "application/problem+json";
    private static final int REFUSED = 400;

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(200, "Done; for a command, what was recorded."),
            Map.entry(201, "Created."),
            Map.entry(202, "Taken on; the status says when it is done."),
            Map.entry(204, "Done; nothing is left to be told."),
            Map.entry(400, "Fields that cannot be read, each named."),
            Map.entry(401, "Nobody is signed in."),
            Map.entry(403, "Not theirs: another budget or another unit's content."),
            Map.entry(404, "Not there, or not to be seen."),
            Map.entry(409, "Refused now: the phase, the person or the state of things does not allow it."),
            Map.entry(412, "Somebody else changed it since the version in If-Match."),
            Map.entry(413, "Too large."),
            Map.entry(415, "Not in a format that is read here."),
            Map.entry(422, "Refused for what it says, with the numbers; or a key that was used for something else."),
            Map.entry(
                    429,
                    "Too many wrong passwords; Retry-After says after how many seconds at the latest it may be tried again."),
            Map.entry(503, "The log cannot be written now; the same key tells later what became of it."));

    /** Of what only reads they mean less. */
    private static final Map<Integer, String> OF_READING = Map.of(
            400, "A parameter that cannot be read, or an instant that is none or has not come yet; it says which.",
            403, "Not for the role of whoever asks.",
            409, "Not now: the state of things does not allow it.",
            503, "The database or the log cannot be asked now.");

    private ApiAnswers() {}

    static void describe(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas("Receipt", Parts.receipt());
        api.getComponents().addSchemas("Problem", Parts.problem());
    }

    /** Every status of an example is documented, and those that any request may meet. */
    static void describe(Operation operation, io.swagger.v3.oas.models.Operation described) {
        SortedSet<Integer> statuses = new TreeSet<>();
        operation.examples().forEach(example -> statuses.add(example.status()));
        statuses.addAll(operation.answers().keySet());
        statuses.add(503);
        if (operation.examples().stream().anyMatch(example -> example.as().isPresent())) {
            statuses.addAll(List.of(401, 403, 404, 429));
        }
        if (operation.address().contains("{")) {
            statuses.add(404);
        }
        if (CommandOperation.isCommand(described)) {
            statuses.addAll(List.of(400, 403, 409, 412, 413, 415, 422));
        } else if (!operation.address().startsWith("GET ")) {
            statuses.addAll(List.of(400, 409, 413, 415, 422));
        } else if (asks(described)) {
            statuses.add(400);
        }
        ApiResponses responses = new ApiResponses();
        ApiResponse found = described.getResponses() == null
                ? null
                : described.getResponses().get("200");
        for (int status : statuses) {
            responses.addApiResponse(Integer.toString(status), answer(status, operation, found, described));
        }
        described.setResponses(responses);
    }

    /** Whether it takes more than what its address says. */
    private static boolean asks(io.swagger.v3.oas.models.Operation described) {
        return described.getParameters() != null
                && described.getParameters().stream().anyMatch(parameter -> !"path".equals(parameter.getIn()));
    }

    private static String words(int status, Operation operation, io.swagger.v3.oas.models.Operation described) {
        String usual = WORDS.getOrDefault(status, "");
        return operation
                .answers()
                .getOrDefault(
                        status, CommandOperation.isCommand(described) ? usual : OF_READING.getOrDefault(status, usual));
    }

    private static ApiResponse answer(
            int status,
            Operation operation,
            @Nullable ApiResponse found,
            io.swagger.v3.oas.models.Operation described) {
        ApiResponse answer = new ApiResponse().description(words(status, operation, described));
        if (status >= REFUSED) {
            return answer.content(Parts.content(PROBLEM, "Problem"));
        }
        if (CommandOperation.isCommand(described)) {
            return answer.content(Parts.content("application/json", "Receipt"));
        }
        return found == null ? answer : answer.content(found.getContent());
    }
}
