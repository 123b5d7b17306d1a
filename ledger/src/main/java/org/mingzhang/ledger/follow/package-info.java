/**
 * Threads that follow the log: they look when something was appended on this node, and now and then because another node
 * may have.
 */
@NullMarked
package org.mingzhang.ledger.follow;

import org.jspecify.annotations.NullMarked;
