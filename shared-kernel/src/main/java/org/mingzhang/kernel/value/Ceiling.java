package org.mingzhang.kernel.value;

import java.util.Map;
import java.util.TreeMap;

/**
 * A budget ceiling (控制数): how much of each fund's money of this year may be drafted, and how much of it for the
 * "three publics" (lifecycle.md §2).
 *
 * @param byFund every fund that has a ceiling; a fund that is absent may not be drafted at all
 */
public record Ceiling(Map<FundType, Amount> byFund, Amount overseasTravel, Amount vehicles, Amount hospitality) {
    public Ceiling {
        byFund = java.util.Collections.unmodifiableMap(new TreeMap<>(byFund));
        boolean negative = byFund.values().stream().anyMatch(Amount::isNegative);
        if (negative || overseasTravel.isNegative() || vehicles.isNegative() || hospitality.isNegative()) {
            throw new InvalidValueException("ceiling.negative", byFund.toString());
        }
    }

    public Amount of(FundType fund) {
        return byFund.getOrDefault(fund, Amount.ZERO);
    }
}
