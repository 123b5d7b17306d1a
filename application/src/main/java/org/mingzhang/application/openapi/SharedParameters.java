package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What every reading operation takes and answers with, whatever it reads; described once and referred to.
 *
 * <p>No parameter in Java stands behind these: what waits for a position and what reads an instant looks at the request.
 */
final class SharedParameters {
    private static final String PARAMETERS = "#/components/parameters/";
    private static final String HEADERS = "#/components/headers/";
    private static final String COVERS = "Mingzhang-Position";
    private static final String WANTED = "Mingzhang-Wanted-Position";

    private static final Map<String, Parameter> DESCRIBED = Map.of(
            "after",
            Parts.inQuery("after", new IntegerSchema().format("int64"))
                    .description(
                            "The position that a command was answered with: the answer covers it, or comes after a few"
                                    + " seconds and says in " + WANTED + " that it does not yet."),
            "asOf",
            Parts.inQuery("asOf", new StringSchema())
                    .description(
                            "The instant to read as of: the position of an event, a day (to its end in Shanghai), or a"
                                    + " time. Without it, now. 400 for what has not come yet or is no instant, 404 before"
                                    + " the first event."),
            "clock",
            Parts.inQuery("clock", new StringSchema()._enum(List.of("recorded", "effective")))
                    .description(
                            "What asOf means: recorded (the usual), what was known by then; effective, for a day, what"
                                    + " was in effect by it as it is known now."));

    /** What reads budgets, funds, years, rules, a queue or the index of the search takes an instant. */
    private static final Pattern OF_AN_INSTANT =
            Pattern.compile("GET /api/(?:budgets(?:/\\{id}(?!/difference|/import).*)?"
                    + "|(?:execution|preparation)/\\{id}/(?!adjustments/preview|adjustments/drafts).*"
                    + "|funds(?:/\\{id}.*)?|(?:comparison|crosswalk|policy)/.*|approvals|search|codes/(?!mapping).*)");

    /** The log itself, which knows only when things were recorded. */
    private static final Pattern OF_THE_LOG =
            Pattern.compile("GET /api/ledger/(?:trail.*|workbench/(?:sample|flags|pack\\.zip))");

    private SharedParameters() {}

    static void describe(Components components) {
        DESCRIBED.forEach(components::addParameters);
        components.addHeaders(
                COVERS,
                new Header()
                        .description("The position of the log that the answer covers.")
                        .schema(new IntegerSchema().format("int64")));
        components.addHeaders(
                WANTED,
                new Header()
                        .description("Only when the answer comes too early: the position that was wanted.")
                        .schema(new IntegerSchema().format("int64")));
    }

    static void describe(String address, Operation described) {
        if (!address.startsWith("GET /api/")) {
            return;
        }
        refer(described, "after");
        if (OF_AN_INSTANT.matcher(address).matches()) {
            refer(described, "asOf");
            refer(described, "clock");
        } else if (OF_THE_LOG.matcher(address).matches()) {
            refer(described, "asOf");
        }
    }

    /** The same of what is answered, once the answers are described. */
    static void describeAnswer(String address, Operation described) {
        if (!address.startsWith("GET /api/")) {
            return;
        }
        ApiResponse answer = described.getResponses().get("200");
        if (answer != null) {
            answer.addHeaderObject(COVERS, new Header().$ref(HEADERS + COVERS));
            answer.addHeaderObject(WANTED, new Header().$ref(HEADERS + WANTED));
        }
    }

    /** In the place of what was found by an example alone. */
    private static void refer(Operation described, String name) {
        if (described.getParameters() != null) {
            described.getParameters().removeIf(known -> name.equals(known.getName()));
        }
        described.addParametersItem(new Parameter().$ref(PARAMETERS + name));
    }
}
