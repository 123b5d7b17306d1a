/**
 * Performance targets beside the money: what a text of a target says, what does not fit together, and indicators that are
 * worked out from the ledger, as of any moment of either clock.
 *
 * <p>Pages and files of it are in {@code query.performance.pages}; what is here knows no visitor, so that the preview of an
 * adjustment asks the same questions of what would be.
 */
@NullMarked
package org.mingzhang.query.performance;

import org.jspecify.annotations.NullMarked;
