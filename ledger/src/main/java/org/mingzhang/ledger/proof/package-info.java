/**
 * The log as an RFC 6962 Merkle tree: roots, and proofs that an event is in it or that it only grew.
 *
 * <p>Needs the JDK and nothing else, so that a verifier that is to be trusted can be small. The leaf at index i is the
 * event at position i + 1; its hash is stored beside it. Besides the leaves only every eighth level of the tree is kept
 * ({@link TreeNodes}): one row for 256 events, and any proof of ten million events reads a few thousand hashes.
 */
@NullMarked
package org.mingzhang.ledger.proof;

import org.jspecify.annotations.NullMarked;
