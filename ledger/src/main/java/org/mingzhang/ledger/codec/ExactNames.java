package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the constants of an enum by their exact names; Jackson itself would take spaces around them. */
final class ExactNames extends BeanDeserializerModifier {
    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription described, JsonDeserializer<?> standard) {
        return new ExactName(type.getRawClass());
    }

    private static final class ExactName extends StdScalarDeserializer<Object> {
        private final Map<String, Object> constants = new HashMap<>();

        ExactName(Class<?> type) {
            super(type);
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            KernelJson.expect(JsonToken.VALUE_STRING, handledType(), json, context);
            String name = json.getText();
            Object constant = constants.get(name);
            return constant == null
                    ? context.handleWeirdStringValue(handledType(), name, "no such constant")
                    : constant;
        }
    }
}
