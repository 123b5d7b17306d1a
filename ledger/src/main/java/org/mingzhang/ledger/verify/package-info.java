/**
 * Verifies an exported bundle of the log: needs the JDK and {@code ledger.proof}, no database, no framework and not the
 * program that wrote the bundle.
 *
 * <p>A bundle is a ZIP file, or a directory. {@code checkpoint.txt}: a signed C2SP checkpoint. {@code key.txt}: the
 * verifier key that it was signed with, and a newline; who does not know it from elsewhere verifies no more than that the
 * bundle fits itself. {@code succession-001.txt} and so on, when the key was changed: notes signed by the key before and
 * the key after, see {@link org.mingzhang.ledger.proof.KeySuccession}. {@code events.tsv}: the line {@code
 * mingzhang-bundle 2}, then a line for each event in the order of positions, with tabs between position, event id,
 * stream, stream version, name, version, recorded at (microseconds since 1970), actor (Base64 of UTF-8), command id,
 * payload and metadata (Base64 of the stored bytes), and the leaf hash (hexadecimal). Lines end with a newline. {@code kept.txt}: the line {@code mingzhang-kept 1}, then every
 * checkpoint that was kept on the way, a line of Base64 for each, so that what was changed lies between two of them.
 *
 * <p>A bundle of one budget begins {@code events.tsv} with {@code mingzhang-stream 2} and the stream; each line ends with
 * one field more, the hashes of the way to the root, in Base64 with commas between. {@code growth.txt}, when it was asked
 * for, shows that the log has grown from an older one, and {@code older.txt} is the checkpoint of that one. Bundles
 * whose first line says 1 were made before there were {@code kept.txt} and {@code older.txt}, and hold without them.
 *
 * <p>Single proofs are C2SP tlog-proofs, whose extra line is the line of the event, and proofs of growth as a C2SP
 * tlog-witness takes them. When the key was changed they bring the successions: behind the line of the event, or in front
 * of the proof of growth, see {@link org.mingzhang.ledger.proof.CarriedSuccessions}.
 *
 * <p>An evidence pack has the events of some documents and whatever explains them. Beside {@code checkpoint.txt}, {@code
 * key.txt} and the successions there are {@code events.tsv}, which begins with {@code mingzhang-pack 1} and goes on like that
 * of one budget, in the order of positions; {@code files.tsv}, which lists the position of each event and hash, length and
 * path of each file ({@link org.mingzhang.ledger.verify.PackList}); and {@code pack.txt}, the note that seals the list
 * ({@link org.mingzhang.ledger.proof.PackSeal}). Files in a folder {@code attachments} have to be named by an event as well.
 * {@code growth.txt} and {@code older.txt} stand in it when they were asked for, as in a bundle of one budget.
 *
 * <p>Whatever a bundle says, memory grows only with its streams, by less than a kilobyte for each: so many megabytes of
 * heap are enough for as many thousands of streams, however many events they have. Payload and metadata have to stand in
 * the one form of stored JSON ({@link org.mingzhang.ledger.proof.CanonicalJson}), texts fit into their columns, and nothing
 * is printed that a terminal would obey.
 */
@NullMarked
package org.mingzhang.ledger.verify;

import org.jspecify.annotations.NullMarked;
