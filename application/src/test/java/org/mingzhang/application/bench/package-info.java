/**
 * Benchmarks: ratios of the product to a floor measured in the same run, never absolute times.
 *
 * <p>A floor is the least work that could produce the same result, such as a hand-written loop for a table. Product and
 * floor take turns, the first rounds are discarded, medians are compared. {@link org.mingzhang.application.bench.Bench}
 * prints a table and writes {@code target/bench/NAME.json}.
 */
@NullMarked
package org.mingzhang.application.bench;

import org.jspecify.annotations.NullMarked;
