/**
 * Commands on Axon's bus: the only package of this side that knows Axon.
 *
 * <p>The bus runs without transactions, because the log's writer has its own connection and a waiting command must hold
 * none. A refusal is a returned value. A race on a stream is decided again on the newer state, so that only a sender who
 * named a version hears of it.
 */
@NullMarked
package org.mingzhang.command.axon;

import org.jspecify.annotations.NullMarked;
