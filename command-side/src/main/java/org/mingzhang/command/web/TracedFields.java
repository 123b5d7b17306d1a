package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.fields.FieldTrace;
import org.mingzhang.command.web.DescribedField.Kind;
import org.mingzhang.kernel.value.Amount;

/** Gathers what was asked for over several examples of one command, as a tree of fields. */
final class TracedFields implements FieldTrace {
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** @param required while every reading that asked said so */
    private record Seen(Kind kind, boolean required, List<String> choices) {
        Seen and(Seen other) {
            boolean plain = kind == Kind.TEXT;
            return new Seen(plain ? other.kind : kind, required && other.required, plain ? other.choices : choices);
        }
    }

    @Override
    public void asked(String path, boolean required, Optional<?> value) {
        Object made = made(value);
        Object inner = made instanceof Optional<?> optional ? made(optional) : made;
        seen.merge(path.replaceAll("\\[\\d+]", "[]"), new Seen(kind(path, inner), required, choices(inner)), Seen::and);
    }

    List<DescribedField> fields() {
        return below("");
    }

    private List<DescribedField> below(String parent) {
        List<DescribedField> fields = new ArrayList<>();
        seen.forEach((path, field) -> {
            String name = path.startsWith(parent) ? path.substring(parent.length()) : "";
            if (!name.isEmpty() && !name.contains(".")) {
                fields.add(new DescribedField(
                        name,
                        field.kind,
                        field.required,
                        field.choices,
                        field.kind == Kind.ROWS ? below(path + "[].") : List.of()));
            }
        });
        return fields;
    }

    private static Object made(Optional<?> value) {
        return value.isPresent() ? value.get() : "";
    }

    private static Kind kind(String path, Object made) {
        return switch (made) {
            case Integer ignored -> Kind.NUMBER;
            case Long ignored -> Kind.NUMBER;
            // whole fen, or what people type in 元 and 万元
            case Amount ignored -> path.endsWith("Fen") ? Kind.NUMBER : Kind.TEXT;
            case Boolean ignored -> Kind.TRUTH;
            case LocalDate ignored -> Kind.DAY;
            case Enum<?> ignored -> Kind.CHOICE;
            case List<?> ignored -> Kind.ROWS;
            case Map<?, ?> ignored -> Kind.NUMBERED;
            default -> Kind.TEXT;
        };
    }

    private static List<String> choices(Object made) {
        return made instanceof Enum<?> choice
                ? Arrays.stream(choice.getDeclaringClass().getEnumConstants())
                        .map(Enum::name)
                        .toList()
                : List.of();
    }
}
