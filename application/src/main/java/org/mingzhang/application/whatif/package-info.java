/**
 * Dry runs: the decider of the deciding side and the folds and tables of the reading side put together, so that what a page
 * foresees is what recording would do; nothing of it reaches the log.
 *
 * <p>And histories without some of their documents ({@code ReplayedWithout}): accepted commands are not stored, so that those
 * behind later events are told again from the events and decided once more, by the rules of their day, on what then is there.
 */
@NullMarked
package org.mingzhang.application.whatif;

import org.jspecify.annotations.NullMarked;
