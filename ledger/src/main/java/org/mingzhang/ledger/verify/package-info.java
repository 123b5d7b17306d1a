/**
 * Verifies an exported bundle of the log: needs the JDK and {@code ledger.proof}, no database, no framework and not the
 * program that wrote the bundle.
 *
 * <p>A bundle is a ZIP file, or a directory, of three files. {@code checkpoint.txt}: a signed C2SP checkpoint. {@code
 * key.txt}: the verifier key that it was signed with; who does not know it from elsewhere verifies no more than that
 * the bundle fits itself. {@code events.tsv}: the line {@code mingzhang-bundle 1}, then a line for each event in the
 * order of positions, with tabs between position, event id, stream, stream version, name, version, recorded at
 * (microseconds since 1970), actor (Base64 of UTF-8), command id, payload and metadata (Base64 of the stored bytes), and
 * the leaf hash (hexadecimal). Lines end with a newline.
 */
@NullMarked
package org.mingzhang.ledger.verify;

import org.jspecify.annotations.NullMarked;
