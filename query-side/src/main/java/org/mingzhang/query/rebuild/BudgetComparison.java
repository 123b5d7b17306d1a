package org.mingzhang.query.rebuild;

import java.math.BigInteger;
import java.util.Optional;

/** The rows of one budget in two generations. */
record BudgetComparison(
        String budget,
        long rows,
        long different,
        Optional<String> first,
        BigInteger ownDigest,
        BigInteger liveDigest) {}
