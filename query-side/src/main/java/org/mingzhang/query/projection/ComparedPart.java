package org.mingzhang.query.projection;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A part of the rows of two generations, compared.
 *
 * @param part the last that is compared now; parts come in an order of the projection's own
 * @param rows that stand in either
 * @param different how many of them stand in only one, or differently
 * @param first where they differ first
 * @param ownDigest over the rows made again, see {@link Digests}
 */
public record ComparedPart(
        String part, long rows, long different, Optional<String> first, BigInteger ownDigest, BigInteger liveDigest) {}
