/**
 * Verifies an exported bundle of the log: needs the JDK and {@code ledger.proof}, no database, no framework and not the
 * program that wrote the bundle.
 *
 * <p>A bundle is a ZIP file, or a directory. {@code checkpoint.txt}: a signed C2SP checkpoint. {@code key.txt}: the
 * verifier key that it was signed with, and a newline; who does not know it from elsewhere verifies no more than that the
 * bundle fits itself. {@code succession-001.txt} and so on, when the key was changed: notes signed by the key before and
 * the key after, see {@link org.mingzhang.ledger.proof.KeySuccession}. {@code events.tsv}: the line {@code
 * mingzhang-bundle 1}, then a line for each event in the order of positions, with tabs between position, event id,
 * stream, stream version, name, version, recorded at (microseconds since 1970), actor (Base64 of UTF-8), command id,
 * payload and metadata (Base64 of the stored bytes), and the leaf hash (hexadecimal). Lines end with a newline.
 *
 * <p>A bundle of one budget begins {@code events.tsv} with {@code mingzhang-stream 1} and the stream; each line ends with
 * one field more, the hashes of the way to the root, in Base64 with commas between. {@code growth.txt}, when it was asked
 * for, shows that the log has grown from an older one.
 *
 * <p>Single proofs are C2SP tlog-proofs, whose extra line is the line of the event, and proofs of growth as a C2SP
 * tlog-witness takes them.
 */
@NullMarked
package org.mingzhang.ledger.verify;

import org.jspecify.annotations.NullMarked;
