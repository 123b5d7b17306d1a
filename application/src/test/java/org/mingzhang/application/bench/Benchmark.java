package org.mingzhang.application.bench;

import java.util.List;

/** Something measured under one name. */
public interface Benchmark {
    /** The word after {@code ./mingzhang bench}. */
    String name();

    List<BenchFigure> run();
}
