package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mingzhang.command.web.CommandDescriptions;
import org.mingzhang.command.web.CommandDescriptions.Address;
import tools.jackson.databind.json.JsonMapper;

/** The description of an address of commands: its body from the reading of the command, its two headers. */
final class CommandOperation {
    private static final String MARK = "x-command";
    private static final String ANY = "POST /api/commands";

    /** Those that come with a document: what asks for an adjustment, and what decides on it or approves it. */
    private static final Set<String> WITH_FILES = Set.of(
            "SubmitAdjustment", "AdjustProject", "ReverseAdjustment", "ReviewAdjustment", "PutAdjustmentIntoEffect");

    /** Its lines may come as a workbook. */
    private static final String OF_LINES = "SubmitAdjustment";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CommandDescriptions descriptions;
    private final Map<String, Address> addresses;

    CommandOperation(CommandDescriptions descriptions) {
        this.descriptions = descriptions;
        this.addresses = new TreeMap<>();
        descriptions.addresses().forEach((pattern, address) -> addresses.put(pattern.replace("{*", "{"), address));
    }

    static boolean isCommand(io.swagger.v3.oas.models.Operation described) {
        return described.getExtensions() != null && described.getExtensions().containsKey(MARK);
    }

    void describe(String pattern, Operation operation, io.swagger.v3.oas.models.Operation described) {
        Address address = addresses.get(pattern);
        if (address == null) {
            if (operation.examples().stream().anyMatch(example -> example.body().isPresent())) {
                RequestBody body = body(new ObjectSchema(), operation);
                if (operation.examples().stream()
                        .anyMatch(example -> !example.workbook().isEmpty())) {
                    body.getContent()
                            .addMediaType(
                                    "multipart/form-data", new MediaType().schema(withFiles(new ObjectSchema(), true)));
                }
                described.setRequestBody(body);
            }
            return;
        }
        described.addExtension(MARK, address.command().isEmpty() ? "*" : address.command());
        described.addParametersItem(Parts.inHeader(
                "Idempotency-Key",
                "1 to 100 visible characters; the same key and content gets the first answer again, other"
                        + " content 422. A UUID of version 7 costs the least"));
        described.addParametersItem(Parts.inHeader(
                "If-Match", "the version that was read, in quotes; 412 when somebody changed the budget since"));
        if (!pattern.startsWith("DELETE ")) {
            Schema<?> schema = schema(pattern, address, operation);
            RequestBody body = body(schema, operation);
            if (WITH_FILES.contains(address.command())) {
                body.getContent()
                        .addMediaType(
                                "multipart/form-data",
                                new MediaType()
                                        .schema(withFiles(
                                                schema, address.command().equals(OF_LINES))));
            }
            described.setRequestBody(body);
        }
    }

    /** The same as one part, beside the files that belong to it and, of lines, a workbook in their place. */
    private static Schema<?> withFiles(Schema<?> document, boolean ofLines) {
        Schema<?> files = new ArraySchema().items(new BinarySchema());
        Schema<?> parts = new ObjectSchema()
                .addProperty("document", document)
                .addProperty("files", files)
                .addRequiredItem("document");
        return ofLines ? parts.addProperty("workbook", new BinarySchema()) : parts;
    }

    private static RequestBody body(Schema<?> schema, Operation operation) {
        MediaType json = new MediaType().schema(schema);
        for (Operation.Example example : operation.examples()) {
            example.body()
                    .ifPresent(body -> json.addExamples(
                            "example-" + example.order(),
                            new Example().summary("→ " + example.status()).value(body)));
        }
        return new RequestBody().required(true).content(new Content().addMediaType("application/json", json));
    }

    private Schema<?> schema(String pattern, Address address, Operation operation) {
        List<CommandDescriptions.Example> read = operation.examples().stream()
                .filter(example -> example.status() < 400)
                .flatMap(example -> example.body().stream()
                        .map(body -> new CommandDescriptions.Example(
                                JSON.writeValueAsString(body), inAddress(address, example))))
                .toList();
        Schema<?> schema = CommandSchema.of(descriptions.fields(address, read));
        if (pattern.equals(ANY)) {
            schema.addProperty("command", new StringSchema()).addRequiredItem("command");
        }
        if (pattern.equals(ANY) || pattern.equals("POST /api/budgets")) {
            schema.addProperty("budget", new StringSchema()).addRequiredItem("budget");
        }
        return schema;
    }

    private static String inAddress(Address address, Operation.Example example) {
        return Optional.ofNullable(example.path().get(address.inAddress()))
                .map(Object::toString)
                .orElse("");
    }
}
