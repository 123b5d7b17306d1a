package org.mingzhang.command.fields;

import java.util.Optional;
import java.util.function.Supplier;

/** A field's value; empty when it could not be read, which has been noted then. */
public record Value<T>(Optional<T> read) implements Supplier<T> {
    public static <T> Value<T> of(T value) {
        return new Value<>(Optional.of(value));
    }

    public static <T> Value<T> unread() {
        return new Value<>(Optional.empty());
    }

    /** The value; asked for only when nothing was unreadable. */
    @Override
    public T get() {
        return read.orElseThrow();
    }
}
