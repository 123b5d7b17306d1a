/**
 * Events to facts: follows the log, folds, writes, and says how far it is.
 *
 * <p>Decision: the feed reads the log itself instead of running an Axon streaming processor. Positions are dense, so one
 * row in {@code projection} is the whole token; reading many, folding and writing in bulk in one transaction with that
 * row is both shorter and, by the measurements that led here, faster than per-event handling, and it is the same code
 * for live following and for a rebuild. A failing event stops the feed loudly at its position; it is tried again and
 * never skipped.
 */
@NullMarked
package org.mingzhang.query.feed;

import org.jspecify.annotations.NullMarked;
