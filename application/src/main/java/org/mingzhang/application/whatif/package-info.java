/**
 * Dry runs: the decider of the deciding side and the folds and tables of the reading side put together, so that what a page
 * foresees is what recording would do; nothing of it reaches the log.
 */
@NullMarked
package org.mingzhang.application.whatif;

import org.jspecify.annotations.NullMarked;
