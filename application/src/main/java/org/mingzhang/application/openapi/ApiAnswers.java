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
            Map.entry(422, "Refused for what it says, with the numbers; or a key that was used for something else."),
            Map.entry(503, "The log cannot be written now; the same key tells later what became of it."));

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
        if (operation.examples().stream().anyMatch(example -> example.as().isPresent())) {
            statuses.addAll(List.of(401, 404));
        }
        if (CommandOperation.isCommand(described)) {
            statuses.addAll(List.of(400, 403, 409, 412, 413, 422, 503));
        }
        ApiResponses responses = new ApiResponses();
        ApiResponse found = described.getResponses() == null
                ? null
                : described.getResponses().get("200");
        for (int status : statuses) {
            responses.addApiResponse(Integer.toString(status), answer(status, found, described));
        }
        described.setResponses(responses);
    }

    private static ApiResponse answer(
            int status, @Nullable ApiResponse found, io.swagger.v3.oas.models.Operation described) {
        ApiResponse answer = new ApiResponse().description(WORDS.get(status));
        if (status >= REFUSED) {
            return answer.content(Parts.content(PROBLEM, "Problem"));
        }
        if (CommandOperation.isCommand(described)) {
            return answer.content(Parts.content("application/json", "Receipt"));
        }
        return found == null ? answer : answer.content(found.getContent());
    }
}
