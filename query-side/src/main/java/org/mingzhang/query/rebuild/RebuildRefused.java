package org.mingzhang.query.rebuild;

import java.io.Serial;

/** What was asked of a generation cannot be done as things are. */
public final class RebuildRefused extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int generation;

    RebuildRefused(String code, int generation) {
        super(code + ": generation " + generation);
        this.code = code;
        this.generation = generation;
    }

    /** One of {@code under-way}, {@code unknown}, {@code unknown-projection}, {@code not-ready}, {@code different} and {@code in-use}. */
    public String code() {
        return code;
    }

    /** The generation that stands in the way. */
    public int generation() {
        return generation;
    }
}
