/**
 * What every projection of the log has in common: one row that says which of its generations is read and how far that is,
 * and what is needed to make it again beside itself.
 *
 * <p>Decision: a projection numbers its generations itself and keeps what is known about them in tables of its own
 * ({@code fact_generation}, {@code trail_generation}), so that making one again never waits for another; the state machine
 * that moves them ({@code rebuild}) is one.
 */
@NullMarked
package org.mingzhang.query.projection;

import org.jspecify.annotations.NullMarked;
