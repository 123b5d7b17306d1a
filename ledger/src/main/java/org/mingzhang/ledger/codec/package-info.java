/**
 * Stored name and version ⇄ record. The JSON is canonical: properties in the order of the record, no white space, UTF-8,
 * absent values left out. Unknown names, versions and properties stop loudly, and so does what is not in the one form of
 * {@link org.mingzhang.ledger.proof.CanonicalJson}: that costs a tenth of reading, to write each event again and compare
 * would cost a quarter. Old versions are read through {@code Upcasts}.
 *
 * <p>Jackson 2 is used, because Axon 4 brings it; the kernel carries no annotation, everything is said here.
 */
@NullMarked
package org.mingzhang.ledger.codec;

import org.jspecify.annotations.NullMarked;
