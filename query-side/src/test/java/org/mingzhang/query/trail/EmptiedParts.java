package org.mingzhang.query.trail;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The same record without one of the things that need not be there: optional parts and free texts, however deep. */
final class EmptiedParts {
    /** Texts that somebody may leave blank, or that not everything has. */
    private static final Set<String> MAY_BE_BLANK = Set.of(
            "reason",
            "opinion",
            "statement",
            "note",
            "description",
            "mappingReason",
            "scope",
            "years",
            "phase",
            "address",
            "level2",
            "content");

    private EmptiedParts() {}

    /** Those that the record allows. */
    static <T> List<T> of(T whole) {
        List<T> found = new ArrayList<>();
        if (whole instanceof Record) {
            RecordComponent[] parts = whole.getClass().getRecordComponents();
            for (int at = 0; at < parts.length; at++) {
                for (Object emptied : emptied(parts[at].getName(), read(parts[at], whole))) {
                    with(whole, parts, at, emptied).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Object> emptied(String name, Object part) {
        return switch (part) {
            case String ignored -> MAY_BE_BLANK.contains(name) ? List.of("") : List.of();
            case Optional<?> perhaps -> {
                List<Object> all = new ArrayList<>();
                if (perhaps.isPresent()) {
                    all.add(Optional.empty());
                    of((Object) perhaps.get()).forEach(one -> all.add(Optional.of(one)));
                }
                yield all;
            }
            case List<?> ignored -> List.of(List.of());
            case Record whole -> of((Object) whole);
            default -> List.of();
        };
    }

    private static <T> Optional<T> with(T whole, RecordComponent[] parts, int at, Object other) {
        Object[] values = Arrays.stream(parts).map(part -> read(part, whole)).toArray();
        values[at] = other;
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            Constructor<T> made = (Constructor<T>) whole.getClass().getDeclaredConstructor(types);
            return Optional.of(made.newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object read(RecordComponent part, Object whole) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
