/** Remembers: what happened, in one order that nobody can change. */
@NullMarked
package org.mingzhang.ledger;

import org.jspecify.annotations.NullMarked;
