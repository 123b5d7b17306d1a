package org.mingzhang.query.trail;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The components of a record by their names; what they are is found out once for each class. */
final class RecordParts {
    private static final ClassValue<List<Reading>> READINGS = new ClassValue<>() {
        @Override
        protected List<Reading> computeValue(Class<?> type) {
            return readings(type);
        }
    };

    private RecordParts() {}

    /** One component with its value. */
    record Part(String name, Object value) {}

    private record Reading(String name, MethodHandle handle) {}

    static List<Part> of(Record whole) {
        List<Part> parts = new ArrayList<>();
        for (Reading reading : READINGS.get(whole.getClass())) {
            parts.add(new Part(reading.name, read(reading, whole)));
        }
        return parts;
    }

    private static Object read(Reading reading, Record whole) {
        try {
            return reading.handle.invoke(whole);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(reading.name + " of " + whole + " cannot be read", e);
        }
    }

    private static List<Reading> readings(Class<?> type) {
        List<Reading> readings = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                readings.add(new Reading(
                        component.getName(), MethodHandles.publicLookup().unreflect(component.getAccessor())));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("not a record of the kernel: " + type, e);
            }
        }
        return readings;
    }
}
