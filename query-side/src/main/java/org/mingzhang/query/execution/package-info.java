/**
 * What becomes of an approved budget: the ledger of lines (预算台账) and the adjustments, as pages and as JSON.
 *
 * <p>Whoever may do what is decided by the command side; buttons are offered as a courtesy. Everything here is for those
 * whose budget it is: an adjustment is not disclosed. Who drafts or reads a document that moves two budgets (划转) is told the
 * lines of the other one that it names, and which there are to choose from; amounts of it only where it is theirs too.
 */
@NullMarked
package org.mingzhang.query.execution;

import org.jspecify.annotations.NullMarked;
