package org.mingzhang.command.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.command.fields.FieldTrace;
import org.mingzhang.command.web.DescribedField.Kind;
import org.mingzhang.kernel.value.AmountUnit;

/** Gathers what was asked for over several examples of one command, as a tree of fields. */
final class TracedFields implements FieldTrace {
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** Every group that was read, of every example, by what it is one of. */
    private final Map<String, Set<String>> groups = new HashMap<>();

    private int example;

    /** @param demanded the groups whose reading could not do without it; none once one of them could */
    private record Seen(Kind kind, boolean optional, Set<String> demanded, List<String> choices) {
        Seen and(Seen other) {
            boolean plain = kind == Kind.TEXT;
            Set<String> all = new HashSet<>(demanded);
            all.addAll(other.demanded);
            return new Seen(
                    plain ? other.kind : kind, optional || other.optional, all, plain ? other.choices : choices);
        }
    }

    /** What is asked for from now on belongs to another example. */
    void next() {
        example++;
    }

    @Override
    public void asked(String path, boolean required, Optional<?> value) {
        Object made = made(value);
        Object inner = made instanceof Optional<?> optional ? made(optional) : made;
        String group = example + " " + parent(path);
        groups.computeIfAbsent(parent(any(path)), of -> new HashSet<>()).add(group);
        seen.merge(
                any(path),
                new Seen(kind(path, inner), !required, required ? Set.of(group) : Set.of(), choices(inner)),
                Seen::and);
    }

    private static String any(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    /** Whether no reading of its group did without it, be it that it asked for another field instead. */
    private boolean required(String path, Seen field) {
        return !field.optional && field.demanded.containsAll(groups.getOrDefault(parent(path), Set.of()));
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
                        required(path, field),
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
            case Boolean ignored -> Kind.TRUTH;
            case LocalDate ignored -> Kind.DAY;
            case Enum<?> ignored -> Kind.CHOICE;
            case List<?> ignored -> Kind.ROWS;
            case Map<?, ?> ignored -> Kind.NUMBERED;
            // whole fen, also where no example says them, or what people type in 元 and 万元
            default -> path.endsWith("Fen") ? Kind.NUMBER : Kind.TEXT;
        };
    }

    private static List<String> choices(Object made) {
        if (made instanceof AmountUnit) {
            return Arrays.stream(AmountUnit.values()).map(AmountUnit::label).toList();
        }
        return made instanceof Enum<?> choice
                ? Arrays.stream(choice.getDeclaringClass().getEnumConstants())
                        .map(Enum::name)
                        .toList()
                : List.of();
    }
}
