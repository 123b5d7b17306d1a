package org.mingzhang.query.rebuild;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the rows of a generation and of the live one, both as of one position.
 *
 * @param budget the last budget that was compared, empty at first; budgets are compared in the database's own order
 * @param howFar how many rows were compared, of how many
 * @param different how many of the rows stand in only one of the two, or differently
 * @param first where they differ first
 * @param ownDigest over the rows compared so far, the same for the same rows in whatever pieces they were written
 * @param finished when the last budget was compared
 */
public record Comparison(
        int generation,
        long position,
        int live,
        String budget,
        HowFar howFar,
        long different,
        Optional<String> first,
        BigInteger ownDigest,
        BigInteger liveDigest,
        Optional<Instant> finished) {
    static Comparison begun(int generation, long position, int live, HowFar none) {
        return new Comparison(
                generation,
                position,
                live,
                "",
                none,
                0,
                Optional.empty(),
                BigInteger.ZERO,
                BigInteger.ZERO,
                Optional.empty());
    }

    /** With one budget more. */
    Comparison and(BudgetComparison more) {
        return new Comparison(
                generation,
                position,
                live,
                more.budget(),
                howFar.and(more.rows()),
                different + more.different(),
                first.or(more::first),
                Digests.sum(ownDigest, more.ownDigest()),
                Digests.sum(liveDigest, more.liveDigest()),
                Optional.empty());
    }

    Comparison finished(Instant now) {
        return new Comparison(
                generation, position, live, budget, howFar, different, first, ownDigest, liveDigest, Optional.of(now));
    }

    /** With the time that was spent on it since. */
    Comparison worked(Duration more) {
        return new Comparison(
                generation,
                position,
                live,
                budget,
                howFar.after(more),
                different,
                first,
                ownDigest,
                liveDigest,
                finished);
    }

    /** How many rows were compared. */
    public long rows() {
        return howFar.rows();
    }

    /** Whether every row was compared and none differs. */
    public boolean equal() {
        return finished.isPresent() && different == 0 && ownDigest.equals(liveDigest);
    }

    /** The digest of the rows made again, 64 hexadecimal digits. */
    public String digest() {
        return Digests.text(ownDigest);
    }
}
