package org.mingzhang.query.rebuild;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Digests;

/**
 * What is known about the rows of a generation and of the live one, both as of one position.
 *
 * @param part the last part that was compared, empty at first
 * @param howFar how many rows were compared, of how many
 * @param different how many of the rows stand in only one of the two, or differently
 * @param first where they differ first
 * @param ownDigest over the rows compared so far, the same for the same rows in whatever pieces they were written
 * @param finished when the last part was compared
 */
public record Comparison(
        int generation,
        long position,
        int live,
        String part,
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

    /** With one part more. */
    Comparison and(ComparedPart more) {
        return new Comparison(
                generation,
                position,
                live,
                more.part(),
                howFar.and(more.rows()),
                different + more.different(),
                first.or(more::first),
                Digests.sum(ownDigest, more.ownDigest()),
                Digests.sum(liveDigest, more.liveDigest()),
                Optional.empty());
    }

    Comparison finished(Instant now) {
        return new Comparison(
                generation, position, live, part, howFar, different, first, ownDigest, liveDigest, Optional.of(now));
    }

    /** With the time that was spent on it since. */
    Comparison worked(Duration more) {
        return new Comparison(
                generation,
                position,
                live,
                part,
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
