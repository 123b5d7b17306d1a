package org.mingzhang.kernel.value;

import java.util.Optional;

/**
 * What an indicator came to at the end, as whoever evaluates states it.
 *
 * @param weight in hundredths of a point; empty where the rules divide those of the group evenly
 * @param actual as it was written
 * @param quality with targets in words only
 * @param share in per cent of the weight, within what the level allows; with targets in words only
 * @param reason why it was not reached, or by so much more
 */
public record IndicatorResult(
        IndicatorLevel level1,
        String name,
        Optional<Integer> weight,
        String actual,
        Optional<QualityLevel> quality,
        Optional<Integer> share,
        String reason,
        String improvement) {
    public IndicatorResult {
        Texts.required("indicator.name", name, 200);
        Texts.required("result.actual", actual, 200);
        Texts.optional("result.reason", reason, 1000);
        Texts.optional("result.improvement", improvement, 1000);
    }
}
