package org.mingzhang.application.bench;

import java.util.function.Consumer;

/** Something measured under one name. */
public interface Benchmark {
    /** The word after {@code ./mingzhang bench}. */
    String name();

    /** Tells each figure as soon as it is measured. */
    void run(Consumer<BenchFigure> told);
}
