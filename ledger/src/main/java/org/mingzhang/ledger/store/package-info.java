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
 * <p>What limits the rate: a command leaves two rows here, the event and the note that it was handed in, and a receipt, with
 * nine entries in indexes, and one writer gives them their order. On H2, which writes each page that a commit touches, many
 * commands share one commit, and several times the rate of single commits is had. PostgreSQL commits single rows far cheaper:
 * there the processors limit. The benchmark of the ledger says how much of them a command takes, in the program and in the
 * server, and what rate that allows with all of them busy: on two that the server shares 1.1 times the rate of single commits
 * with 16 clients, 1.3 times with 64. What is reached is less, because the server works through one batch after the other.
 */
@NullMarked
package org.mingzhang.ledger.store;

import org.jspecify.annotations.NullMarked;
