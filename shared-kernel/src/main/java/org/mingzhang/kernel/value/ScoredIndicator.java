package org.mingzhang.kernel.value;

/**
 * An indicator with its score.
 *
 * @param target as it was written then
 * @param weight in hundredths of a point, likewise {@code score}
 */
public record ScoredIndicator(
        IndicatorLevel level1,
        String name,
        String target,
        String actual,
        int weight,
        int score,
        String reason,
        String improvement) {}
