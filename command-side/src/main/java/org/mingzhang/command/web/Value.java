package org.mingzhang.command.web;

import java.util.Optional;
import java.util.function.Supplier;

/** A field's value; empty when it could not be read, which has been noted then. */
record Value<T>(Optional<T> read) implements Supplier<T> {
    static <T> Value<T> of(T value) {
        return new Value<>(Optional.of(value));
    }

    static <T> Value<T> unread() {
        return new Value<>(Optional.empty());
    }

    /** The value; asked for only when nothing was unreadable. */
    @Override
    public T get() {
        return read.orElseThrow();
    }
}
