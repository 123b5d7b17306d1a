package org.mingzhang.command.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.kernel.value.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object token by token, so that a number keeps the digits it was written with and never passes through a
 * double.
 */
final class SentJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SentJson() {}

    /** The object in the bytes; refuses everything else under the rule {@code request.unreadable}. */
    static Sent.Group read(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Sent.Group group = group(parser);
                if (parser.nextToken() == null) {
                    return group;
                }
            }
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage());
        }
        throw unreadable("not one object");
    }

    private static InvalidValueException unreadable(String why) {
        return new InvalidValueException("request.unreadable", why);
    }

    /** Members with the value null are left out, as if they had not been sent. */
    private static Sent.Group group(JsonParser parser) {
        Map<String, Sent> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, value(parser));
            }
        }
        return new Sent.Group(members);
    }

    private static Sent.Rows rows(JsonParser parser) {
        List<Sent> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows.add(value(parser));
        }
        return new Sent.Rows(rows);
    }

    private static Sent value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(parser);
            case START_ARRAY -> rows(parser);
            default -> new Sent.Text(parser.getString());
        };
    }
}
