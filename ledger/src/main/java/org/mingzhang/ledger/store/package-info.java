/** The log: append-only, totally ordered by dense positions. */
@NullMarked
package org.mingzhang.ledger.store;

import org.jspecify.annotations.NullMarked;
