package org.mingzhang.command.fields;

import java.util.Optional;

/**
 * Hears what a reading asks for. The description of a command is made from this, so that no field is listed a second
 * time beside the code that reads it.
 */
@FunctionalInterface
public interface FieldTrace {
    /** Nobody listens. */
    FieldTrace NONE = (path, required, value) -> {};

    /**
     * @param path such as {@code entries[0].amount}
     * @param required whether it has to be sent
     * @param value what was made of it; empty when it was not sent or could not be read
     */
    void asked(String path, boolean required, Optional<?> value);
}
