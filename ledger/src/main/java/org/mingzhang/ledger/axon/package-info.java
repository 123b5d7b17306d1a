/**
 * The log as Axon's event storage: streams are aggregates, positions are tracking tokens without gaps.
 *
 * <p>Axon 4.13 was chosen over 5.0.x, which has no replay, upcasters, snapshots or JDBC engine; with a pure decider a
 * later move touches this package, the command side's {@code axon} and the query side's {@code feed}.
 */
@NullMarked
package org.mingzhang.ledger.axon;

import org.jspecify.annotations.NullMarked;
