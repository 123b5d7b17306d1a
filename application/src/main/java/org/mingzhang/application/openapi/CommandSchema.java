package org.mingzhang.application.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.mingzhang.command.web.DescribedField;

/** The fields of a command as the schema of a body. */
final class CommandSchema {
    private CommandSchema() {}

    static Schema<?> of(List<DescribedField> fields) {
        ObjectSchema schema = new ObjectSchema();
        for (DescribedField field : fields) {
            schema.addProperty(field.name(), member(field));
            if (field.required()) {
                schema.addRequiredItem(field.name());
            }
        }
        return schema;
    }

    private static Schema<?> member(DescribedField field) {
        return switch (field.kind()) {
            case TEXT -> new StringSchema();
            case NUMBER -> new IntegerSchema().format("int64");
            case TRUTH -> new BooleanSchema();
            case DAY -> new StringSchema().format("date");
            case CHOICE -> choice(field.choices());
            case ROWS -> new ArraySchema().items(of(field.members()));
            case NUMBERED -> new MapSchema().additionalProperties(new StringSchema());
        };
    }

    /** The Chinese label of a name is understood as well, as it stands in spreadsheets; a unit has none but its label. */
    private static Schema<?> choice(List<String> words) {
        StringSchema schema = new StringSchema();
        words.forEach(schema::addEnumItem);
        if (words.stream().allMatch(word -> word.matches("\\p{ASCII}+"))) {
            schema.description("or its Chinese label");
        }
        return schema;
    }
}
