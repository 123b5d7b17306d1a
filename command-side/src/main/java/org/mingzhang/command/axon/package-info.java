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
 *
 * <p>Decision: a command may rest on several streams, such as a budget and the funds on which it draws. Each is an
 * aggregate of its own, loaded in the one unit of work of the command; Axon hands all their events to the store in one
 * append, which names the version of every stream that was looked at, also of those that get no event. So either all of it
 * is in the log or nothing, and a race on any of them is decided again. Two commands that wait for each other's streams
 * are told apart by Axon's locks, and one of them begins anew.
 */
@NullMarked
package org.mingzhang.command.axon;

import org.jspecify.annotations.NullMarked;
