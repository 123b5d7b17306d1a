/**
 * Stored name and version ⇄ record. The JSON is canonical: properties in the order of the record, no white space, UTF-8,
 * absent values left out. Unknown names, versions and properties stop loudly.
 *
 * <p>Jackson 2 is used, because Axon 4 brings it; the kernel carries no annotation, everything is said here.
 */
@NullMarked
package org.mingzhang.ledger.codec;

import org.jspecify.annotations.NullMarked;
