/**
 * The log: append-only, totally ordered by dense positions, because every writer takes the one head row first. What is
 * visible at a position is final, so that a reader never has gaps to wait for. H2 shows a commit before its file has it;
 * whoever asks for the newest is therefore answered when that commit is through ({@code CommitUnderway}).
 *
 * <p>Binding: the columns, the positions and {@link org.mingzhang.ledger.store.LeafHash} are stored formats and never
 * change. A receipt is written in the same transaction as the events of its command; it alone tells whether a command
 * happened. Rows are guarded by triggers against UPDATE and DELETE, on PostgreSQL also against TRUNCATE, for which H2
 * knows no trigger. Who calls {@code append} must hold no connection of the pool that the writer takes its own from.
 *
 * <p>What limits the rate: a command leaves two rows here, the event and the note that it was handed in, and a receipt, and one
 * writer gives them their order. The benchmark of the ledger writes just these rows from one connection ("rows of n commands a
 * commit alone"); on two processors that the database server shares, PostgreSQL takes them no faster than it takes one row
 * and one commit from each of as many connections, so that there several times the rate of single commits cannot be had.
 */
@NullMarked
package org.mingzhang.ledger.store;

import org.jspecify.annotations.NullMarked;
