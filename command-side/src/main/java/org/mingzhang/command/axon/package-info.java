/**
 * Commands on Axon's bus: the only package of this side that knows Axon.
 *
 * <p>The bus runs without transactions, because the log's writer has its own connection and a waiting command must hold
 * none. A refusal is a returned value. A race on a stream is decided again on the newer state, so that only a sender who
 * named a version hears of it.
 *
 * <p>Decision: whatever somebody hands in is noted in the stream of submissions beside the budget's own, done or refused,
 * in the transaction of its events; no decision rests on that stream, so it never makes anybody wait. A refusal has a
 * receipt as well: the same key gets the same refusal, and who wants it decided anew sends a new key. Only what was
 * never decided on (a stale version, a key used for something else, a budget that is not the sender's) leaves its key
 * free. Previews leave no trace.
 */
@NullMarked
package org.mingzhang.command.axon;

import org.jspecify.annotations.NullMarked;
