package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;

/** Pieces of a description that occur again and again. */
final class Parts {
    private Parts() {}

    static Parameter inPath(String name) {
        return new Parameter().in("path").name(name).required(true).schema(new StringSchema());
    }

    static Parameter inQuery(String name) {
        return inQuery(name, new StringSchema());
    }

    static Parameter inQuery(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    static Parameter inHeader(String name, String words) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .description(words)
                .schema(new StringSchema());
    }

    static Content content(String type, String component) {
        return new Content()
                .addMediaType(type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + component)));
    }

    /** What a command that was recorded answers with. */
    static Schema<?> receipt() {
        return new ObjectSchema()
                .addProperty("budget", new StringSchema())
                .addProperty("version", new IntegerSchema().format("int64").description("to send back as If-Match"))
                .addProperty(
                        "position",
                        new IntegerSchema().format("int64").description("to wait for when reading, as ?after="))
                .addProperty("events", new IntegerSchema())
                .addProperty("repeated", new BooleanSchema().description("answered before under the same key"));
    }

    /** A problem document (RFC 9457) with everything that is wrong. */
    static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the body"))
                .addProperty("key", new StringSchema().description("stable name of what is wrong"))
                .addProperty("words", new StringSchema())
                .addProperty("arguments", new MapSchema().additionalProperties(new StringSchema()));
        fault.setRequired(List.of("pointer", "key", "words", "arguments"));
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema().description("left out, as there is no page about it"))
                .addProperty("title", new StringSchema().description("Chinese, or English with the cookie lang=en"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("the first of the errors in words"))
                .addProperty("instance", new StringSchema().description("the address that was asked"))
                .addProperty("key", new StringSchema().description("stable name of the first of the errors"))
                .addProperty("errors", new ArraySchema().items(fault).minItems(1));
        return problem.required(List.of("title", "status", "detail", "key", "errors"));
    }
}
