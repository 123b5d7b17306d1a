/**
 * Adjustments that somebody is still writing: kept outside the ledger, for whoever writes them alone.
 *
 * <p>A draft is what the form says, complete or not; nobody has decided on it and no number is given. Two tabs on one draft
 * never lose each other's work: whoever saves later is told what the other has changed.
 */
@NullMarked
package org.mingzhang.command.drafts;

import org.jspecify.annotations.NullMarked;
